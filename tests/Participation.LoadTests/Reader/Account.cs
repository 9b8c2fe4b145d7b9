using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Participation.LoadTests.Reader;

/// <summary>A command that was acknowledged: on whose behalf, what was sent, and the number of the receipt.</summary>
internal sealed record Acknowledged(Guid By, string Name, string? Item, JsonNode Data, long Number);

/// <summary>What has become of a text.</summary>
internal enum Fate { Shown, Pending, Hidden, Withdrawn, Erased }

/// <summary>A text that somebody gave, or that the workshop brought along (by nobody).</summary>
internal sealed record Given(string Text, string Item, Guid? By)
{
    public Fate Fate { get; set; }
}

/// <summary>How a statement stands.</summary>
internal readonly record struct Votes(int Agree, int Disagree, int Pass)
{
    public int All => Agree + Disagree + Pass;
}

/// <summary>
/// What must be read on every screen and in every file, summed from what people were told was on disk. It knows the workshop's file, what was sent and the
/// receipts, and nothing of the program that is judged: whatever that makes of its journal, this is not made with it.
/// </summary>
internal sealed class Account
{
    private readonly List<Given> given = [];
    private readonly Dictionary<(string Item, Guid By), Dictionary<string, int>> ballots = [];
    private readonly Dictionary<(string Item, Guid By, int Statement), string> votes = [];
    private readonly Dictionary<string, int> rounds = [];

    private Account(IReadOnlyList<Step> steps) => Steps = steps;

    public IReadOnlyList<Step> Steps { get; }

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<Given> Given => given;

    /// <summary>Sent and without an answer: may have been kept or not.</summary>
    public IReadOnlyCollection<string> Open { get; private init; } = [];

    /// <summary>Stand nowhere: whoever sent them was told that they were not taken, or they were removed.</summary>
    public IReadOnlyCollection<string> Unwanted { get; private init; } = [];

    public static Account Of(IReadOnlyList<Step> steps, IEnumerable<Acknowledged> receipts, IEnumerable<string> open, IEnumerable<string> unwanted)
    {
        var account = new Account(steps) { Open = [.. open.Select(Plain)], Unwanted = [.. unwanted.Select(Plain)] };
        foreach (var step in steps) account.given.AddRange(step.Statements.Select(text => new Given(Plain(text), step.Id, null)));
        foreach (var receipt in receipts.OrderBy(receipt => receipt.Number)) account.Take(receipt);
        return account;
    }

    public IEnumerable<string> Shown(string item) => given.Where(each => each.Item == item && each.Fate == Fate.Shown).Select(each => each.Text);

    /// <summary>Whoever voted here.</summary>
    public int Voters(string item) => ballots.Count(ballot => ballot.Key.Item == item && ballot.Value.Count > 0);

    public int Rounds(string item) => 1 + rounds.GetValueOrDefault(item);

    /// <summary>Dots on an option, and how many people put some there: of each person the last ballot counts.</summary>
    public (int Dots, int Voters) Dots(string item, string option)
    {
        var own = ballots.Where(ballot => ballot.Key.Item == item).Select(ballot => ballot.Value.GetValueOrDefault(option)).Where(dots => dots > 0).ToList();
        return (own.Sum(), own.Count);
    }

    /// <summary>Statements with their votes: of each person the last one on each counts.</summary>
    public IReadOnlyList<(Given Statement, Votes Votes)> Opinions(string item)
    {
        var cast = votes.Where(vote => vote.Key.Item == item).ToLookup(vote => vote.Key.Statement, vote => vote.Value);
        return [.. given.Where(each => each.Item == item).Index().Select(each => (each.Item, new Votes(
            cast[each.Index + 1].Count(vote => vote == "agree"), cast[each.Index + 1].Count(vote => vote == "disagree"), cast[each.Index + 1].Count(vote => vote == "pass"))))];
    }

    public static string Plain(string text) => text.Normalize(NormalizationForm.FormC);

    private void Take(Acknowledged receipt)
    {
        var (item, data) = (receipt.Item ?? "", receipt.Data);
        switch (receipt.Name)
        {
            case "contribution.write" or "ideas.give" or "opinions.add":
                given.Add(new(Plain((data["texts"]?["text"] ?? data["text"])!.GetValue<string>()), item, receipt.By) { Fate = Steps.Single(step => step.Id == item).Approved ? Fate.Pending : Fate.Shown });
                break;
            case "ballot.cast" when data["paper"]!.GetValue<string>() is "":
                ballots[(item, receipt.By)] = data["choices"]!.AsArray().Select(choice => choice!.GetValue<string>().Split(' ', 2)).ToDictionary(choice => choice[1], choice => int.Parse(choice[0], CultureInfo.InvariantCulture));
                break;
            case "ballot.cast":
                votes[(item, receipt.By, Digits(data["paper"]!))] = data["choices"]![0]!.GetValue<string>();
                break;
            case "dot-vote.cast":
                ballots[(item, receipt.By)] = data["dots"]!.AsObject().ToDictionary(dots => dots.Key, dots => dots.Value!.GetValue<int>());
                break;
            case "opinions.vote":
                votes[(item, receipt.By, Digits(data["statement"]!))] = data["vote"]!.GetValue<string>();
                break;
            case "contribution.mark":
                var marked = Find(Digits(data["contribution"]!));
                marked.Fate = data["mark"]!.GetValue<string>() switch { "hide" => Fate.Hidden, "withdraw" => Fate.Withdrawn, "approve" or "restore" => Fate.Shown, _ => marked.Fate };
                break;
            case "contribution.withdraw" or "ideas.withdraw":
                Find(Digits(data["contribution"]!)).Fate = Fate.Withdrawn;
                break;
            case "session.erase-mine":
                foreach (var own in given.Where(each => each.By == receipt.By)) own.Fate = Fate.Erased;
                break;
            case "session.erase-words" when data["contribution"] is { } one:
                Find(Digits(one)).Fate = Fate.Erased;
                break;
            case "session.erase-words":
                foreach (var own in given.Where(each => each.By == data["participant"]?.GetValue<Guid>())) own.Fate = Fate.Erased;
                break;
            case "step.new-round":
                rounds[item] = Rounds(item);
                foreach (var before in ballots.Keys.Where(key => key.Item == item).ToList()) ballots.Remove(before);
                foreach (var before in votes.Keys.Where(key => key.Item == item).ToList()) votes.Remove(before);
                break;
        }
    }

    /// <summary>The contribution with this number; who marks does so in sessions where people write in one step alone.</summary>
    private Given Find(int number) => given.GroupBy(each => each.Item).Single(item => item.Any(each => each.By is not null)).ElementAt(number - 1);

    private static int Digits(JsonNode id) => int.Parse(id.GetValue<string>().Split('-')[^1], CultureInfo.InvariantCulture);
}
