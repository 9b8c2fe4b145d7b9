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
    internal static DotVoteView Of(Scene<DotVoteSettings> scene, Audience audience)
    {
        var (settings, tallies) = (scene.Settings, scene.Tallies);
        var sees = tallies.SeenBy(audience);
        var (now, before) = (Dots(sees ? tallies.On() : null), Dots(sees ? tallies.Before?.On(Papers.Whole) : null));
        return new(settings.Question, settings.Budget, settings.MaxPerItem,
            [.. settings.Subjects(scene).Select(option => new DotOption(option.Id, option.Text, option.Label, now(option.Id), before(option.Id)))],
            tallies.Voters, tallies.VotersBefore, !scene.Step.Hidden);
    }

    private static Func<string, int?> Dots(Tally? tally)
    {
        if (tally is null) return _ => null;
        var sum = Amounts.Sum(tally);
        return option => sum.GetValueOrDefault(option).Amount;
    }
}

/// <summary>One's own ballot of the round that runs. Of a secret one is known only that it was cast.</summary>
public sealed record DotVoteMine(IReadOnlyDictionary<string, int> Dots, bool? Voted = null)
{
    /// <summary>Dots on a contribution that is hidden by now are free again, once a new ballot is cast.</summary>
    internal static DotVoteMine Of(Scene<DotVoteSettings> scene, Guid participant)
    {
        if (scene.Box is not null) return new(ImmutableDictionary<string, int>.Empty, scene.Box.Has(participant));
        var ballot = Amounts.Ballot(scene.Tallies.Of(participant).GetValueOrDefault(Papers.Whole, []));
        if (ballot.IsEmpty) return new(ballot);
        var known = scene.Settings.Subjects(scene).Select(option => option.Id).ToHashSet();
        return new(ballot.RemoveRange(ballot.Keys.Where(id => !known.Contains(id))));
    }
}
