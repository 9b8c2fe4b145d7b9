using System.Collections.Immutable;
using Participation.Journal;
using Participation.Sessions;
using Participation.Texts;
using Participation.Voting;

namespace Participation.Activities.Opinions;

public enum Opinion { Agree, Disagree, Pass }

/// <param name="Statements">Where the round begins; participants add theirs behind them.</param>
/// <param name="Limit">Graphemes of an added statement.</param>
/// <param name="MostEach">Statements that one person may add.</param>
public sealed record OpinionsSettings(
    LocalText Question, IReadOnlyList<LocalText>? Statements = null, bool MayAdd = false, int Limit = 140, int MostEach = 100,
    bool Secret = false, int Fewest = SecretBallots.UsualFewest, Dimension? Split = null) : ISecretBallots, ISplitBallots, IAsks, ITakesWords
{
    /// <summary>A workshop's own statements wait for nobody.</summary>
    bool ITakesWords.TakesWords => MayAdd;
}

/// <param name="Places">Where each statement stands in the list, by id.</param>
public sealed record OpinionsState(ImmutableList<Statement> Statements, ImmutableDictionary<string, int> Places)
{
    internal Statement? Find(string? id) => id is not null && Places.TryGetValue(id, out var at) ? Statements[at] : null;

    internal OpinionsState With(Statement statement) =>
        this with { Statements = Statements.Add(statement), Places = Places.SetItem(statement.Given.Id, Statements.Count) };
}

/// <summary>Agree, disagree or pass on short statements, one at a time and in another order on each phone; participants may add their own.</summary>
public sealed class Opinions() : Activity<OpinionsSettings, OpinionsState, OpinionsView, OpinionsMine>("opinions")
{
    public static Scale Scale { get; } = new(new("agree", 1), new("disagree", 6), new("pass", 4));

    internal static IReadOnlyList<string> Choices(Opinion vote) => [Scale.Grades[(int)vote].Id];

    public override OpinionsState Start(Scene<OpinionsSettings> scene) => (scene.Settings.Statements ?? [])
        .Select((text, at) => Statement.Seed(scene, at + 1, text))
        .Aggregate(new OpinionsState([], ImmutableDictionary<string, int>.Empty), (state, seed) => state.With(seed));

    public override OpinionsState Evolve(OpinionsState state, Entry entry, Scene<OpinionsSettings> scene) => entry.Event switch
    {
        OpinionAdded e => state.With(new Statement(scene.Give(entry, e, e.Text))),
        _ => state,
    };

    /// <summary>Each statement is a paper of its own.</summary>
    public override StepParts Has(OpinionsState state, Scene<OpinionsSettings> scene) => new()
    {
        Vote = new(Papers.Each(id => state.Find(id)?.Given), Scale),
        Gives = state.Statements.Select(statement => statement.Given),
        Section = words => new OpinionsSection(state, scene, words),
    };

    public override OpinionsView View(OpinionsState state, Scene<OpinionsSettings> scene, Audience audience) => OpinionsView.Of(state, scene, audience);

    public override OpinionsMine Mine(OpinionsState state, Scene<OpinionsSettings> scene, Guid participant) => OpinionsMine.Of(state, scene, participant);
}
