using System.Collections.Immutable;
using System.Text.Json;
using Participation.Journal;
using Participation.Reports;
using Participation.Sessions.Acts;
using Participation.Texts;
using Participation.Voting;

namespace Participation.Sessions;

/// <summary>One kind of activity, as the session sees it. Implement <see cref="Activity{TSettings,TState,TView,TMine}"/>.</summary>
public interface IActivity
{
    string Kind { get; }

    /// <summary>Whether it makes sense to hold it again and compare.</summary>
    bool HasRounds { get; }

    /// <summary>Whether people give something here, or only look.</summary>
    bool Takes { get; }

    /// <summary>Whether words that people give here may wait until a facilitator has read them; elsewhere moderation decides nothing.</summary>
    bool MayWait(object settings);

    /// <summary>The records that go to screens: the view and what belongs to one participant.</summary>
    (Type View, Type Mine) Shapes { get; }

    /// <summary>The type of the settings in a workshop file.</summary>
    Type SettingsType { get; }

    /// <exception cref="JsonException">The settings have an unknown, missing or wrong member.</exception>
    object Read(JsonElement settings);

    /// <summary>An item of this kind with what surrounds it and its settings.</summary>
    Scene Scene(SessionState session, AgendaItem item);

    object Start(Scene scene);
    object Evolve(object state, Entry entry, Scene scene);
    object View(object state, Scene scene, Audience audience);
    object? Mine(object state, Scene scene, Guid participant);

    /// <summary>True when an event changes what other participants' <see cref="Mine"/> holds too, not only its author's.</summary>
    bool ConcernsAll(Event happened);

    /// <summary>True when an event takes something from screens: no phone may go on showing it.</summary>
    bool TakesBack(Event happened);

    /// <summary>What undo calls something that was done here.</summary>
    DeedName NameOf(object now, IDeed did, Scene scene);

    /// <summary>The state without something that was done here; null: others have changed the same since. What <paramref name="by"/> takes back is told as changed in entry <paramref name="at"/>.</summary>
    object? Without(object now, Deed deed, Guid by, long at, Scene scene);

    /// <summary>Between two whole views, when much happens at once: counts as they are now, lists as they were told.</summary>
    object Meanwhile(object told, object now);

    /// <summary>How people vote here, open or in secret; null where nobody does.</summary>
    Vote? Votes(object state, Scene scene);

    /// <summary>Every contribution given here, whatever its status, in order.</summary>
    IEnumerable<Contribution> Gives(object state, Scene scene);

    /// <summary>Weight by contribution id, from votes held here.</summary>
    IReadOnlyDictionary<string, int> Weighs(object state, Scene scene);

    /// <summary>The counts that <see cref="Section"/> prints, and no others: table and data set hold these.</summary>
    IEnumerable<SectionCount> Counts(object state, Scene scene, Words words);

    /// <summary>Where <see cref="Section"/> prints contributions of this step or of earlier ones, and nowhere else.</summary>
    IEnumerable<SectionPlace> Places(object state, Scene scene, Words words);

    /// <summary>What its author chose with a contribution given here, in the words of the report.</summary>
    (string? Kind, string? Category) Chosen(Contribution given, Scene scene, Words words);

    /// <summary>How many different people have given something here (in the round that runs).</summary>
    int Answered(object state, Scene scene);

    IReadOnlyList<Block> Section(object state, Scene scene, Words words);

    /// <summary>What of it stands on the page with the result.</summary>
    Findings Findings(object state, Scene scene, Words words);
}

/// <summary>A kind of activity: pure functions over its state. What it hides, it hides in <see cref="View"/> and nowhere else.</summary>
public abstract class Activity<TSettings, TState, TView, TMine>(string kind) : IActivity
    where TSettings : notnull
    where TState : notnull
    where TView : notnull
    where TMine : class
{
    public string Kind => kind;

    public virtual bool HasRounds => false;

    public virtual bool Takes => true;

    /// <summary>Whether words that people give here may wait until a facilitator has read them.</summary>
    public virtual bool MayWait(TSettings settings) => false;

    /// <summary>How people vote here: the house takes, keeps and counts their ballots. Null where nobody votes.</summary>
    public virtual Vote? Votes(TState state, Scene<TSettings> scene) => null;

    public abstract TState Start(Scene<TSettings> scene);

    /// <summary>The fold of what happened here; ballots are not among it.</summary>
    public virtual TState Evolve(TState state, Entry entry, Scene<TSettings> scene) => state;

    /// <summary>What everyone of this audience may see. The only place that hides something.</summary>
    public abstract TView View(TState state, Scene<TSettings> scene, Audience audience);

    /// <summary>What belongs to this participant alone; null when there is nothing of the sort.</summary>
    public virtual TMine? Mine(TState state, Scene<TSettings> scene, Guid participant) => null;

    public virtual bool ConcernsAll(Event happened) => false;

    /// <summary>True when an event takes something from screens, so that no phone goes on showing it.</summary>
    public virtual bool TakesBack(Event happened) => false;

    /// <summary>What undo calls something that was done here, as the console calls it now.</summary>
    public virtual DeedName NameOf(TState now, IDeed did, Scene<TSettings> scene) => new(null);

    /// <summary>The state without something that was done here; null: others have changed the same since.</summary>
    public virtual TState? Without(TState now, Deed deed, Guid by, long at, Scene<TSettings> scene) => default;

    /// <summary>
    /// What a phone is shown when so much happens that its whole view has to wait some seconds: what was told, with the counts of now.
    /// </summary>
    public virtual TView Meanwhile(TView told, TView now) => told;

    public virtual IEnumerable<Contribution> Gives(TState state, Scene<TSettings> scene) => [];

    public virtual IReadOnlyDictionary<string, int> Weighs(TState state, Scene<TSettings> scene) => ImmutableDictionary<string, int>.Empty;

    /// <summary>The counts that <see cref="Section"/> prints, and no others: what it withholds must not stand here.</summary>
    public virtual IEnumerable<SectionCount> Counts(TState state, Scene<TSettings> scene, Words words) => [];

    /// <summary>Where <see cref="Section"/> prints contributions, and nowhere else.</summary>
    public virtual IEnumerable<SectionPlace> Places(TState state, Scene<TSettings> scene, Words words) => [];

    /// <summary>What its author chose with a contribution, in the words of the report.</summary>
    public virtual (string? Kind, string? Category) Chosen(Contribution given, Scene<TSettings> scene, Words words) => (null, null);

    /// <summary>How many different people have given something here; of a vote, how many voted in the round that runs.</summary>
    public virtual int Answered(TState state, Scene<TSettings> scene) => Votes(state, scene) is null ? 0 : scene.Tallies.Voters;

    /// <summary>The item in the report: what the room saw, in blocks.</summary>
    public abstract IReadOnlyList<Block> Section(TState state, Scene<TSettings> scene, Words words);

    /// <summary>What of it stands on the page with the result; nothing, when others say it.</summary>
    public virtual Findings Findings(TState state, Scene<TSettings> scene, Words words) => Sessions.Findings.None;

    private static TSettings Checked(TSettings settings) => settings is ISecretBallots { Secret: true, Fewest: < SecretBallots.LeastFewest }
        ? throw new JsonException("fewest", "$.fewest", null, null)
        : settings;

    (Type, Type) IActivity.Shapes => (typeof(TView), typeof(TMine));
    Type IActivity.SettingsType => typeof(TSettings);
    object IActivity.Read(JsonElement settings) => Checked(settings.Deserialize<TSettings>(Json.Options)!);
    bool IActivity.MayWait(object settings) => MayWait((TSettings)settings);
    Scene IActivity.Scene(SessionState session, AgendaItem item) => new Scene<TSettings>(session, item);
    object IActivity.Start(Scene scene) => Start((Scene<TSettings>)scene);
    Vote? IActivity.Votes(object state, Scene scene) => Votes((TState)state, (Scene<TSettings>)scene);
    object IActivity.Evolve(object state, Entry entry, Scene scene) => Evolve((TState)state, entry, (Scene<TSettings>)scene);
    object IActivity.View(object state, Scene scene, Audience audience) => View((TState)state, (Scene<TSettings>)scene, audience);
    object? IActivity.Mine(object state, Scene scene, Guid participant) => Mine((TState)state, (Scene<TSettings>)scene, participant);
    DeedName IActivity.NameOf(object now, IDeed did, Scene scene) => NameOf((TState)now, did, (Scene<TSettings>)scene);
    object? IActivity.Without(object now, Deed deed, Guid by, long at, Scene scene) => Without((TState)now, deed, by, at, (Scene<TSettings>)scene);
    object IActivity.Meanwhile(object told, object now) => Meanwhile((TView)told, (TView)now);
    IEnumerable<Contribution> IActivity.Gives(object state, Scene scene) => Gives((TState)state, (Scene<TSettings>)scene);
    IReadOnlyDictionary<string, int> IActivity.Weighs(object state, Scene scene) => Weighs((TState)state, (Scene<TSettings>)scene);
    IEnumerable<SectionCount> IActivity.Counts(object state, Scene scene, Words words) => Counts((TState)state, (Scene<TSettings>)scene, words);
    IEnumerable<SectionPlace> IActivity.Places(object state, Scene scene, Words words) => Places((TState)state, (Scene<TSettings>)scene, words);
    (string? Kind, string? Category) IActivity.Chosen(Contribution given, Scene scene, Words words) => Chosen(given, (Scene<TSettings>)scene, words);
    int IActivity.Answered(object state, Scene scene) => Answered((TState)state, (Scene<TSettings>)scene);
    Findings IActivity.Findings(object state, Scene scene, Words words) => Findings((TState)state, (Scene<TSettings>)scene, words);
    IReadOnlyList<Block> IActivity.Section(object state, Scene scene, Words words) => Section((TState)state, (Scene<TSettings>)scene, words);
}

/// <summary>For kinds in which nothing belongs to one participant alone.</summary>
public sealed record Nothing;
