using System.Collections.Immutable;
using Participation.Sessions;

namespace Participation.Voting;

/// <summary>How the vote of a step stands, open or secret: whatever a kind shows or prints of it comes from here, so that nothing else has to hide it.</summary>
public sealed class Tallies(Scene scene)
{
    private readonly BallotBox? box = scene.Box;
    private Round? running;

    /// <summary>The round that runs, as it is counted: without the ballots of a flood.</summary>
    internal Round Running => running ??= Counted(scene.Step.Round);

    /// <summary>The round before it; null in the first, and where nothing may be shown of it.</summary>
    internal Round? Before => scene.Step.Rounds is [.., var before, _] && scene.BoxBefore is null or { Shown: true } ? Counted(before) : null;

    /// <summary>How many people voted in the round that runs.</summary>
    internal int Voters => box?.Voters.Count ?? Running.Ballots.Count;

    /// <summary>How many voted in the round before it; null where nothing may be shown of that.</summary>
    internal int? VotersBefore => Before is { } before ? scene.BoxBefore?.Voters.Count ?? before.Ballots.Count : null;

    /// <summary>Everybody, once the counts are shown; the facilitator before that.</summary>
    internal bool SeenBy(Audience audience) => !scene.Step.Hidden || audience.Role == Role.Facilitator;

    /// <summary>What was counted on a paper; null where a secret vote was not counted yet or is withheld.</summary>
    internal Tally? On(string paper = Papers.Whole) => box is null ? Running.On(paper) : Running.Tallies.GetValueOrDefault(paper);

    /// <summary>What this person chose in the round that runs, by paper; of a secret vote nothing.</summary>
    internal ImmutableDictionary<string, IReadOnlyList<string>> Of(Guid voter) => Running.Of(voter);

    /// <summary>On which papers this person has voted.</summary>
    internal Func<string, bool> VotedBy(Guid voter) => box is null ? Of(voter).ContainsKey : paper => box.Has(voter, paper);

    /// <summary>On how many.</summary>
    internal int PapersOf(Guid voter) => box?.Voted.Values.Count(voters => voters.Contains(voter)) ?? Of(voter).Count;

    private Round Counted(long round) => scene.Session.Rounds.Of(scene, round).Without(scene.Session.Stage.Lobby.Flood);
}
