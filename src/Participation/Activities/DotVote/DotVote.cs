using Participation.Journal;
using Participation.Reports;
using Participation.Sessions;
using Participation.Sessions.Ballots;
using Participation.Texts;
using Participation.Voting;

namespace Participation.Activities.DotVote;

/// <param name="Budget">Dots that each participant has.</param>
/// <param name="MaxPerItem">Of which so many may go on one option.</param>
/// <param name="From">Agenda items whose contributions are voted on.</param>
/// <param name="Options">Fixed options, before those.</param>
public sealed record DotVoteSettings(
    LocalText Question, int Budget = 5, int MaxPerItem = 3, IReadOnlyList<string>? From = null, IReadOnlyList<Option>? Options = null,
    bool Secret = false, int Fewest = SecretBallots.UsualFewest) : ISecretBallots, IAsks;

public sealed record DotVoteState(Rounds<DotTally> Rounds)
{
    /// <summary>What was counted in the round that runs.</summary>
    internal DotTally Tally(Scene scene) => Rounds.Running(scene).On(Rounds<DotTally>.OnePaper);

    /// <summary>The same of the round before; null in the first, and where nothing may be shown of it.</summary>
    internal DotTally? TallyBefore(Scene scene) => Rounds.Before(scene)?.On(Rounds<DotTally>.OnePaper);
}

/// <summary>Everyone spreads a budget of dots over ideas, clusters or fixed options: cumulative voting, secret until revealed.</summary>
public sealed class DotVote() : Activity<DotVoteSettings, DotVoteState, DotVoteView, DotVoteMine>("dot-vote")
{
    public override bool HasRounds => true;

    public override DotVoteState Start(DotVoteSettings settings, Scene scene) => new(Rounds<DotTally>.None);

    public override DotVoteState Evolve(DotVoteState state, Entry entry, Scene scene) => entry.Event switch
    {
        DotsCast e => new(state.Rounds.Cast(scene, entry.By, Rounds<DotTally>.OnePaper, DotTally.Choices(e.Dots))),
        StepCounted e => new(state.Rounds.Publish(e)),
        _ => state,
    };

    public override DotVoteView View(DotVoteState state, Scene scene, Audience audience) => DotVoteView.Of(state, scene, audience);

    public override DotVoteView Meanwhile(DotVoteView told, DotVoteView now) => now with { Options = told.Options };

    public override DotVoteMine Mine(DotVoteState state, Scene scene, Guid participant) => DotVoteMine.Of(state, scene, participant);

    public override IReadOnlyDictionary<string, int> Weighs(DotVoteState state, Scene scene) => state.Tally(scene).Dots;

    public override IEnumerable<SectionCount> Counts(DotVoteState state, Scene scene, Words words) => DotVoteSection.Counts(state, scene, words);

    public override int Answered(DotVoteState state, Scene scene) => state.Rounds.Voters(scene);

    public override Findings Findings(DotVoteState state, Scene scene, Words words) => DotVoteFindings.Of(state, scene, words);

    public override IReadOnlyList<Block> Section(DotVoteState state, Scene scene, Words words) => DotVoteSection.Of(state, scene, words);
}
