using System.Collections.Immutable;
using Participation.Sessions;
using Participation.Sessions.Reporting;

namespace Participation.Voting;

/// <summary>People of one group who voted on a paper, and what they chose.</summary>
internal sealed record Stratum(string Id, int Voters, Tally Tally)
{
    internal Stratum Plus(IReadOnlyList<string> choices) => this with { Voters = Voters + 1, Tally = choices.Aggregate(Tally, (tally, choice) => tally.Plus(choice, 1)) };

    internal Stratum And(Stratum other) =>
        this with { Voters = Voters + other.Voters, Tally = other.Tally.People.Aggregate(Tally, (tally, chosen) => tally.Plus(chosen.Key, chosen.Value)) };
}

/// <summary>The ballots of an open vote by who cast them, as far as that may be told: the only place that takes a vote apart.</summary>
internal static class Strata
{
    /// <summary>Whoever stated nothing, or sits at no table. No id of a workshop begins like this.</summary>
    public const string None = "_none";

    /// <summary>Those who are too few to be told apart.</summary>
    public const string Others = "_others";

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<Stratum>> Nothing = ImmutableDictionary<string, IReadOnlyList<Stratum>>.Empty;

    /// <summary>By what the vote is split; null where it is not. Of a secret one nobody knows who cast which ballot; where all sit together there are no tables.</summary>
    public static Dimension? Asked(Scene scene) => scene.AnySettings is ISplitBallots { Split: { } by } && scene.Secret is null
        && (by != Dimension.Table || scene.Session.Opened!.Tables.Count > 0) ? by : null;

    /// <summary>The group of somebody who votes now. The ballot keeps it, whatever they say of themselves later. Null where the vote is not split.</summary>
    public static string? Of(Scene scene, Guid voter)
    {
        if (Asked(scene) is not { } by) return null;
        var who = scene.Session.Participants.GetValueOrDefault(voter);
        return by switch
        {
            Dimension.Type => who?.Type,
            Dimension.Class => who?.Type is { } type ? scene.Session.Opened!.Classes?.FirstOrDefault(one => one.Types.Contains(type))?.Id : null,
            Dimension.Zone => who?.Zone,
            _ => who?.Table,
        } ?? None;
    }

    /// <summary>Whether it may be told now: not while the session goes on, and no more once other ballots count than in a report that may be out, for the difference would tell how single people voted.</summary>
    public static bool IsTold(SessionState session) => Split.IsTold(session) && session.Recounted is null;

    /// <summary>Of the round that runs, by paper, in no order; a paper of which nothing may be told has none.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Stratum>> Told(Scene scene)
    {
        if (Asked(scene) is null || !IsTold(scene.Session)) return Nothing;
        var (round, papers) = (scene.Tallies.Running, new Dictionary<string, Dictionary<string, Stratum>>());
        foreach (var (voter, paper, choices) in round.All)
        {
            if (!papers.TryGetValue(paper, out var strata)) papers[paper] = strata = [];
            var id = round.Strata?.GetValueOrDefault((voter, paper)) ?? None;
            strata[id] = strata.GetValueOrDefault(id, new(id, 0, Tally.None)).Plus(choices);
        }
        return papers.ToDictionary(paper => paper.Key, paper => Apart(paper.Value));
    }

    /// <summary>
    /// Each paper by itself: what is told of one says nothing of another. Those who may not be told apart are counted together; where all of them made the same choice
    /// that would be a choice of each, and the next smallest group goes with them.
    /// </summary>
    private static IReadOnlyList<Stratum> Apart(Dictionary<string, Stratum> strata)
    {
        var told = FewPeople.Told([strata.ToDictionary(one => one.Key, one => one.Value.Voters)], withheld => IsAlike(Together(withheld.Select(id => strata[id]))));
        if (told.Count == 0) return [];
        var rest = strata.Values.Where(one => !told.Contains(one.Id)).ToList();
        return [.. strata.Values.Where(one => told.Contains(one.Id)), .. rest.Count > 0 ? [Together(rest)] : Array.Empty<Stratum>()];
    }

    private static Stratum Together(IEnumerable<Stratum> strata) => strata.Aggregate(new Stratum(Others, 0, Tally.None), (sum, one) => sum.And(one));

    private static bool IsAlike(Stratum strata) => strata.Tally.People.Values.Any(people => people == strata.Voters);
}
