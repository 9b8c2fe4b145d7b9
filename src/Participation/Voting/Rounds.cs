using System.Collections.Immutable;
using Participation.Sessions;

namespace Participation.Voting;

/// <summary>All rounds of all votes of a session: whatever was cast goes in here, and nowhere else.</summary>
/// <param name="All">By root item, its last reset, and the entry that began the round.</param>
public sealed record Rounds(ImmutableDictionary<(string Item, long Since, long Round), Round> All)
{
    public static readonly Rounds None = new(ImmutableDictionary<(string, long, long), Round>.Empty);

    /// <summary>As it was cast, the ballots of a flood among it.</summary>
    internal Round Of(Scene scene, long round) => All.GetValueOrDefault(Key(scene, round), Round.Empty);

    /// <summary>A ballot on a paper that there is not is nobody's: old journals hold some.</summary>
    internal Rounds Cast(Scene scene, Guid voter, IBallot ballot) => scene.Vote?.Papers.Has(ballot.Paper) != true ? this
        : new(All.SetItem(Key(scene, scene.Step.Round), Of(scene, scene.Step.Round).Cast(voter, ballot.Paper, ballot.Choices, Strata.Of(scene, voter))));

    /// <summary>A secret vote was counted.</summary>
    internal Rounds Publish(Scene scene, StepCounted counted) => new(All.SetItem(Key(scene, counted.Round), Round.Of(counted)));

    private static (string, long, long) Key(Scene scene, long round) => (scene.Item.Root, scene.Session.Stage.Steps[scene.Item.Root].Since, round);
}
