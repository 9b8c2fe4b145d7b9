using System.Collections.Immutable;
using Participation.Sessions;
using Participation.Texts;
using Participation.Voting;

namespace Participation.Activities.DotVote;

/// <summary>An option of the ballot. <c>Before</c>: its dots in the round before; neither is there while results are hidden.</summary>
public sealed record DotOption(string Id, string? Text, LocalText? Label, int? Dots, int? Before);

/// <param name="Options">In an order that no vote changes.</param>
/// <param name="Voters">Participants with a ballot in the round that runs.</param>
/// <param name="VotersBefore">Participants with a ballot in the round before; null in the first.</param>
/// <param name="Revealed">The dots are shown to all.</param>
public sealed record DotVoteView(
    LocalText Question, int Budget, int MaxPerItem, IReadOnlyList<DotOption> Options, int Voters, int? VotersBefore, bool Revealed)
{
    /// <summary>While results are hidden, dots go to the facilitator alone: everyone else sees the options and how many have voted.</summary>
    internal static DotVoteView Of(DotVoteState state, Scene scene, Audience audience)
    {
        var (settings, revealed) = (scene.Settings<DotVoteSettings>(), !scene.Step.Hidden);
        var sees = revealed || audience.Role == Role.Facilitator;
        // Of a secret vote there are no dots before the count, nor when they are withheld.
        var counted = sees && scene.Box is null or { Shown: true };
        var (round, before) = (state.Tally(scene), state.TallyBefore(scene));
        return new(settings.Question, settings.Budget, settings.MaxPerItem,
            [
                .. Ballot.Options(settings, scene).Select(option => new DotOption(option.Id, option.Text, option.Label,
                    counted ? round.Dots.GetValueOrDefault(option.Id) : null,
                    sees ? before?.Dots.GetValueOrDefault(option.Id) : null)),
            ],
            state.Rounds.Voters(scene), state.Rounds.VotersBefore(scene), revealed);
    }
}

/// <summary>One's own ballot of the round that runs. Of a secret one is known only that it was cast.</summary>
public sealed record DotVoteMine(IReadOnlyDictionary<string, int> Dots, bool? Voted = null)
{
    /// <summary>Dots on a contribution that is hidden by now are free again, once a new ballot is cast.</summary>
    internal static DotVoteMine Of(DotVoteState state, Scene scene, Guid participant)
    {
        if (scene.Box is { } box) return new(ImmutableDictionary<string, int>.Empty, box.Has(participant));
        var ballot = DotTally.Ballot(state.Rounds.Running(scene).Of(participant).GetValueOrDefault(Rounds<DotTally>.OnePaper, []));
        if (ballot.IsEmpty) return new(ballot);
        var known = Ballot.Options(scene.Settings<DotVoteSettings>(), scene).Select(option => option.Id).ToHashSet();
        return new(ballot.RemoveRange(ballot.Keys.Where(id => !known.Contains(id))));
    }
}
