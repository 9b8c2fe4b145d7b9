using Participation.Reports;
using Participation.Sessions;
using Participation.Texts;

namespace Participation.Voting;

/// <summary>What a report says of a vote's secrecy: that it was secret and how, how many could vote and did, and what is not shown.</summary>
public static class SecretVote
{
    public static IEnumerable<Block> Blocks(Scene scene, Words words)
    {
        if (Of(scene) is not { } told) yield break;
        yield return new Paragraph(words["report.secret.level", ("fewest", told.Fewest)]);
        yield return new Paragraph(words["report.secret.turnout", ("eligible", told.Entitled), ("voted", told.Voted)]);
        foreach (var uncounted in Uncounted(scene, words)) yield return new Paragraph(uncounted);
    }

    /// <summary>What was handed in and is not in the counts, and why; nothing where ballots were not secret.</summary>
    public static IEnumerable<string> Uncounted(Scene scene, Words words)
    {
        if (Of(scene) is not { } told) yield break;
        if (told.Waiting is { } waiting) yield return words.Count("report.secret.waits", waiting);
        foreach (var withheld in told.Withheld)
            yield return words.Count($"report.secret.{withheld.Why}", withheld.Ballots, ("what", withheld.Paper ?? words.Of(scene.Item.Title)));
    }

    /// <summary>The same as figures, for the data set; null where ballots are not secret.</summary>
    public static SecretFacts? Of(Scene scene) => scene is not { Secret: { } secret, Box: { } box } ? null : new(
        Math.Max(secret.Fewest, SecretBallots.LeastFewest), box.Counted?.Entitled ?? SmallGroups.Entitled(scene.Session), box.Voters.Count, box.Waits ? box.Ballots : null,
        [
            .. (box.Counted?.Papers ?? []).Where(paper => paper.Marks is null)
                .Select(paper => new WithheldPaper(paper.Paper.Length > 0 ? paper.Paper : null, Name(paper.Withheld), paper.Ballots)),
        ]);

    private static string Name(Withheld? why) => why switch { Withheld.TooFew => "too-few", Withheld.TooClose => "too-close", _ => "erased" };

    /// <summary>Nothing was counted yet, or all of it is withheld.</summary>
    public static bool NothingToShow(Scene scene) => scene.Box is { Ballots: > 0, Shown: false };
}
