using Participation.Sessions;
using Participation.Texts;
using Participation.Voting;

namespace Participation.Activities.DotVote;

/// <param name="Budget">Dots that each participant has.</param>
/// <param name="MaxPerItem">Of which so many may go on one option.</param>
/// <param name="From">Agenda items whose contributions are voted on.</param>
/// <param name="Options">Fixed options, before those.</param>
public sealed record DotVoteSettings(
    LocalText Question, int Budget = 5, int MaxPerItem = 3, IReadOnlyList<Source>? From = null, IReadOnlyList<Option>? Options = null,
    bool Secret = false, int Fewest = SecretBallots.UsualFewest, Dimension? Split = null) : ISecretBallots, ISplitBallots, IAsks
{
    internal IEnumerable<Subject> Subjects(Scene<DotVoteSettings> scene) => Subject.Of(scene, Options, From);

    internal Amounts Rule(Scene<DotVoteSettings> scene) => new(Budget, MaxPerItem, () => Subjects(scene), "dot-vote.too-many", "dot-vote.too-many-on-one");
}

/// <summary>Everyone spreads a budget of dots over ideas, clusters or fixed options: cumulative voting, secret until revealed.</summary>
public sealed class DotVote() : Activity<DotVoteSettings, Nothing, DotVoteView, DotVoteMine>("dot-vote")
{
    public override Nothing Start(Scene<DotVoteSettings> scene) => new();

    public override StepParts Has(Nothing state, Scene<DotVoteSettings> scene) =>
        new() { Vote = new(Papers.One, scene.Settings.Rule(scene)), Section = words => new DotVoteSection(scene, words) };

    public override DotVoteView View(Nothing state, Scene<DotVoteSettings> scene, Audience audience) => DotVoteView.Of(scene, audience);

    public override DotVoteMine Mine(Nothing state, Scene<DotVoteSettings> scene, Guid participant) => DotVoteMine.Of(scene, participant);
}
