using System.Collections.Immutable;
using Participation.Sessions;
using Participation.Sessions.Ballots;

namespace Participation.Voting;

/// <summary>All rounds of one vote, open or secret: a kind folds its ballots into them and reads from them what was chosen and by how many.</summary>
/// <param name="All">By the entry that began the round.</param>
public sealed record Rounds<TTally>(ImmutableDictionary<long, Round<TTally>> All)
    where TTally : class, ITally<TTally>
{
    /// <summary>The paper of a kind that has one for everything.</summary>
    public const string OnePaper = "";

    public static readonly Rounds<TTally> None = new(ImmutableDictionary<long, Round<TTally>>.Empty);

    /// <summary>The round that runs, as it is counted: without the ballots of a flood.</summary>
    internal Round<TTally> Running(Scene scene) => Counted(scene.Step.Round, scene);

    /// <summary>The round before it; null in the first, and where nothing may be shown of it.</summary>
    internal Round<TTally>? Before(Scene scene) =>
        scene.Step.Rounds is [.., var before, _] && scene.BoxBefore is null or { Shown: true } ? Counted(before, scene) : null;

    /// <summary>How many people voted in the round that runs, counted or not.</summary>
    internal int Voters(Scene scene) => scene.Box?.Voters.Count ?? Running(scene).Ballots.Count;

    /// <summary>How many voted in the round before it; null where nothing may be shown of that.</summary>
    internal int? VotersBefore(Scene scene) => Before(scene) is { } before ? scene.BoxBefore?.Voters.Count ?? before.Ballots.Count : null;

    /// <summary>A ballot was cast in the round that runs.</summary>
    internal Rounds<TTally> Cast(Scene scene, Guid voter, string paper, IReadOnlyList<string> choices) =>
        new(All.SetItem(scene.Step.Round, AsCast(scene.Step.Round).Cast(voter, paper, choices)));

    /// <summary>A secret vote was counted.</summary>
    internal Rounds<TTally> Publish(StepCounted counted) => new(All.SetItem(counted.Round, Round<TTally>.Of(counted)));

    private Round<TTally> AsCast(long round) => All.GetValueOrDefault(round, Round<TTally>.Empty);

    private Round<TTally> Counted(long round, Scene scene) => AsCast(round).Without(scene.Session.Stage.Lobby.Flood);
}
