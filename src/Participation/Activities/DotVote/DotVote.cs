using System.Collections.Immutable;
using Participation.Journal;
using Participation.Reports;
using Participation.Sessions;
using Participation.Sessions.Ballots;
using Participation.Texts;

namespace Participation.Activities.DotVote;

/// <param name="Budget">Dots that each participant has.</param>
/// <param name="MaxPerItem">Of which so many may go on one option.</param>
/// <param name="From">Agenda items whose contributions are voted on.</param>
/// <param name="Options">Fixed options, before those.</param>
public sealed record DotVoteSettings(
    LocalText Question, int Budget = 5, int MaxPerItem = 3, IReadOnlyList<string>? From = null, IReadOnlyList<Option>? Options = null,
    bool Secret = false, int Fewest = SecretBallots.UsualFewest) : ISecretBallots, IAsks;

/// <param name="Rounds">By the entry that began the round.</param>
public sealed record DotVoteState(ImmutableDictionary<long, DotRound> Rounds)
{
    /// <summary>The round that runs, as it is counted: without the ballots of a flood.</summary>
    internal DotRound Round(Scene scene) => Cast(scene).Without(scene.Session.Stage.Lobby.Flood);

    internal DotRound Cast(Scene scene) => Rounds.GetValueOrDefault(scene.Step.Round, DotRound.Empty);

    /// <summary>The round before the one that runs; null in the first, and where nothing may be shown of it.</summary>
    internal DotRound? RoundBefore(Scene scene) => scene.Step.Rounds is [.., var before, _] && scene.BoxBefore is null or { Shown: true }
        ? Rounds.GetValueOrDefault(before, DotRound.Empty).Without(scene.Session.Stage.Lobby.Flood) : null;

    /// <summary>How many people voted in the round that runs, counted or not.</summary>
    internal int Voters(Scene scene) => scene.Box?.Voters.Count ?? Round(scene).Turnout;
}

/// <summary>Everyone spreads a budget of dots over ideas, clusters or fixed options: cumulative voting, secret until revealed.</summary>
public sealed class DotVote() : Activity<DotVoteSettings, DotVoteState, DotVoteView, DotVoteMine>("dot-vote")
{
    public override bool HasRounds => true;

    public override DotVoteState Start(DotVoteSettings settings, Scene scene) => new(ImmutableDictionary<long, DotRound>.Empty);

    public override DotVoteState Evolve(DotVoteState state, Entry entry, Scene scene) => entry.Event switch
    {
        DotsCast e => new(state.Rounds.SetItem(scene.Step.Round, state.Cast(scene).Cast(entry.By, e.Dots.ToImmutableDictionary()))),
        StepCounted { Papers: [{ Marks: { } marks } counted] } e => new(state.Rounds.SetItem(e.Round, DotRound.Of(counted.Ballots, marks))),
        _ => state,
    };

    public override DotVoteView View(DotVoteState state, Scene scene, Audience audience) => DotVoteView.Of(state, scene, audience);

    public override DotVoteView Meanwhile(DotVoteView told, DotVoteView now) => now with { Options = told.Options };

    public override DotVoteMine Mine(DotVoteState state, Scene scene, Guid participant) => DotVoteMine.Of(state, scene, participant);

    public override IReadOnlyDictionary<string, int> Weighs(DotVoteState state, Scene scene) => state.Round(scene).Dots;

    public override IEnumerable<SectionCount> Counts(DotVoteState state, Scene scene, Words words) => DotVoteSection.Counts(state, scene, words);

    public override int Answered(DotVoteState state, Scene scene) => state.Voters(scene);

    public override Findings Findings(DotVoteState state, Scene scene, Words words) => DotVoteFindings.Of(state, scene, words);

    public override IReadOnlyList<Block> Section(DotVoteState state, Scene scene, Words words) => DotVoteSection.Of(state, scene, words);
}
