using System.Text.Json.Nodes;

namespace Participation.LoadTests.Reader;

/// <summary>Who stands before a screen.</summary>
internal enum Viewer { Phone, Scribe, Projector, Facilitator }

/// <summary>What one screen was told, put together as its page does.</summary>
/// <param name="Seat">Of a phone.</param>
internal sealed record Screen(Viewer Viewer, Guid? Seat, JsonNode? View, JsonNode? Mine)
{
    /// <summary>A phone is told the newest so many ideas …</summary>
    private const int Ideas = 30;

    /// <summary>… and so many statements.</summary>
    private const int Statements = 50;

    private bool Leads => Viewer is Viewer.Facilitator or Viewer.Scribe;

    private string Name => Seat is { } seat ? $"{Viewer} {seat}" : $"{Viewer}";

    /// <summary>What it shows otherwise than people were told was on disk.</summary>
    public IEnumerable<string> Differences(Account account)
    {
        if (View is null) return [$"{Name}: it shows nothing"];
        if (View["item"] is not { } item || View["activity"] is not { } activity) return [];
        var (id, hidden) = (item["id"]!.GetValue<string>(), item["hidden"]!.GetValue<bool>());
        var step = account.Steps.Single(each => each.Id == id);
        return step.Kind switch
        {
            "ideas" => OfIdeas(account, step, activity, hidden),
            "opinions" => OfOpinions(account, step, activity, hidden),
            "dot-vote" => OfDots(account, step, activity, hidden),
            _ => [],
        };
    }

    private IEnumerable<string> OfIdeas(Account account, Step step, JsonNode activity, bool hidden)
    {
        var shown = account.Shown(step.Id).ToList();
        var meant = Leads ? account.Given.Where(each => each.Item == step.Id && each.Fate != Fate.Erased).Select(each => each.Text)
            : hidden ? []
            : Viewer == Viewer.Phone ? shown.TakeLast(Ideas) : shown;
        return
        [
            // Who leads is told of what was removed, too.
            .. Counting.Differences($"{Name}, {step.Id}", meant, Leads ? Texts(activity["cards"]).Where(text => !account.Unwanted.Contains(text)) : Texts(activity["cards"]), []),
            .. activity["total"]!.GetValue<int>() == shown.Count ? [] : (string[])[$"{Name}, {step.Id}: it tells of {activity["total"]} ideas, and {shown.Count} are shown"],
            .. Own(account, step, Mine?["activity"]?["cards"]),
        ];
    }

    private IEnumerable<string> OfOpinions(Account account, Step step, JsonNode activity, bool hidden)
    {
        var (rows, all) = (activity["rows"]!.AsArray(), account.Opinions(step.Id));
        var shown = all.Where(row => row.Statement.Fate == Fate.Shown).ToList();
        var meant = Leads ? all : Viewer != Viewer.Facilitator && hidden ? [] : shown;
        var some = Viewer == Viewer.Phone && meant.Count > Statements;
        if (some && rows.Count != Statements) return [$"{Name}, {step.Id}: {rows.Count} statements and not {Statements}"];
        var told = rows.Select(row => (Text: Text(row!), Votes: row!["agree"] is null ? "" : $"{row["agree"]} {row["disagree"]} {row["pass"]}")).ToList();
        var counts = told.TrueForAll(row => row.Votes.Length > 0) && told.Count > 0;
        if (!counts && !step.Secret && Viewer is Viewer.Facilitator && all.Count > 0) return [$"{Name}, {step.Id}: it shows no counts"];
        if (!counts && !step.Secret && !hidden && meant.Count > 0) return [$"{Name}, {step.Id}: it shows no counts"];
        var texts = meant.Select(row => counts ? $"{row.Statement.Text}: {row.Votes.Agree} {row.Votes.Disagree} {row.Votes.Pass}" : row.Statement.Text).ToList();
        var found = told.Select(row => counts ? $"{row.Text}: {row.Votes}" : row.Text);
        return
        [
            .. some ? found.Except(texts).Select(row => $"{Name}, {step.Id}: «{row}» is not so") : Counting.Differences($"{Name}, {step.Id}", texts, found, []),
            .. Own(account, step, Mine?["activity"]?["own"]),
        ];
    }

    private IEnumerable<string> OfDots(Account account, Step step, JsonNode activity, bool hidden)
    {
        if (step.Secret || step.Options.Count == 0) return [];
        var told = activity["options"]!.AsArray().ToDictionary(option => option!["id"]!.GetValue<string>(), option => option!["dots"]?.GetValue<int>());
        var sees = !hidden || Viewer == Viewer.Facilitator;
        return
        [
            .. step.Options.Keys.Where(option => told.GetValueOrDefault(option) != (sees ? account.Dots(step.Id, option).Dots : null))
                .Select(option => $"{Name}, {step.Id}: {option} has {told.GetValueOrDefault(option)?.ToString() ?? "no"} dots, and {account.Dots(step.Id, option).Dots} were given"),
            .. activity["voters"]!.GetValue<int>() == account.Voters(step.Id) ? [] : (string[])[$"{Name}, {step.Id}: it tells of {activity["voters"]} ballots, and {account.Voters(step.Id)} count"],
        ];
    }

    /// <summary>All that somebody wrote here stands on their own phone, also what nobody else sees.</summary>
    private IEnumerable<string> Own(Account account, Step step, JsonNode? cards) => Seat is not { } seat || Mine is null ? []
        : Counting.Differences($"{Name}, own words in {step.Id}", account.Given.Where(each => each.By == seat && each.Item == step.Id && each.Fate != Fate.Erased).Select(each => each.Text), Texts(cards), []);

    private static IEnumerable<string> Texts(JsonNode? cards) => cards is JsonArray list ? list.Select(card => Text(card!)) : [];

    /// <summary>What the workshop brought along has a label in each language; those of a run are the same in all.</summary>
    private static string Text(JsonNode card) => (card["text"] ?? card["label"]?["en"])?.GetValue<string>() ?? "";
}
