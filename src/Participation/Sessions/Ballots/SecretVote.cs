using Participation.Reports;
using Participation.Texts;

namespace Participation.Sessions.Ballots;

/// <summary>What a report says of a vote's secrecy: that it was secret and how, how many could vote and did, and what is not shown.</summary>
public static class SecretVote
{
    public static IEnumerable<Block> Blocks(Scene scene, Words words)
    {
        if (scene.Secret is not { } secret) yield break;
        var box = scene.Box!;
        yield return new Paragraph(words["report.secret.level", Math.Max(secret.Fewest, SecretBallots.LeastFewest)]);
        yield return new Paragraph(words["report.secret.turnout", words.Count("report.people", box.Counted?.Entitled ?? SmallGroups.Entitled(scene.Session)), box.Voters.Count]);
        if (box.Waits) yield return new Paragraph(words.Count("report.secret.waits", box.Ballots));
        foreach (var withheld in (box.Counted?.Papers ?? []).Where(paper => paper.Marks is null))
        {
            yield return new Paragraph(words[$"report.secret.{Name(withheld.Withheld)}",
                withheld.Paper.Length > 0 ? withheld.Paper : words.Of(scene.Item.Title), words.Count("report.secret.ballots", withheld.Ballots)]);
        }
    }

    private static string Name(Withheld? why) => why switch { Withheld.TooFew => "too-few", Withheld.TooClose => "too-close", _ => "erased" };

    /// <summary>Nothing was counted yet, or all of it is withheld.</summary>
    public static bool NothingToShow(Scene scene) => scene.Box is { Ballots: > 0, Shown: false };
}
