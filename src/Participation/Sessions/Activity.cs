using System.Text.Json;
using Participation.Journal;
using Participation.Voting;

namespace Participation.Sessions;

/// <summary>One kind of activity, as the session sees it. Implement <see cref="Activity{TSettings,TState,TView,TMine}"/>.</summary>
public interface IActivity
{
    string Kind { get; }

    /// <summary>The records of a kind: its settings in a workshop file, what all screens get, and what belongs to one participant.</summary>
    (Type Settings, Type View, Type Mine) Records { get; }

    /// <exception cref="JsonException">The settings have an unknown, missing or wrong member.</exception>
    object Read(JsonElement settings);

    /// <summary>An item of this kind with what surrounds it and its settings.</summary>
    Scene Scene(SessionState session, AgendaItem item);

    object Start(Scene scene);
    object Evolve(object state, Entry entry, Scene scene);
    object View(object state, Scene scene, Audience audience);
    object? Mine(object state, Scene scene, Guid participant);

    /// <summary>What it consists of besides that: how people vote and write, what they give, and how it is printed.</summary>
    StepParts Has(object state, Scene scene);
}

/// <summary>A kind of activity: pure functions over its state. What it hides, it hides in <see cref="View"/> and nowhere else.</summary>
public abstract class Activity<TSettings, TState, TView, TMine>(string kind) : IActivity
    where TSettings : notnull
    where TState : notnull
    where TView : notnull
    where TMine : class
{
    public string Kind => kind;

    public abstract TState Start(Scene<TSettings> scene);

    /// <summary>The fold of what happened here; ballots are not among it.</summary>
    public virtual TState Evolve(TState state, Entry entry, Scene<TSettings> scene) => state;

    /// <summary>What everyone of this audience may see. The only place that hides something.</summary>
    public abstract TView View(TState state, Scene<TSettings> scene, Audience audience);

    /// <summary>What belongs to this participant alone; null when there is nothing of the sort.</summary>
    public virtual TMine? Mine(TState state, Scene<TSettings> scene, Guid participant) => null;

    /// <summary>What it has: for each of these parts the house does what is the same in all kinds that have it. Made anew whenever it is asked for, so it must cost nothing.</summary>
    public virtual StepParts Has(TState state, Scene<TSettings> scene) => StepParts.None;

    private static TSettings Checked(TSettings settings) => settings is ISecretBallots { Secret: true, Fewest: < SecretBallots.LeastFewest }
        ? throw new JsonException("fewest", "$.fewest", null, null)
        : settings;

    (Type, Type, Type) IActivity.Records => (typeof(TSettings), typeof(TView), typeof(TMine));
    object IActivity.Read(JsonElement settings) => Checked(settings.Deserialize<TSettings>(Json.Options)!);
    Scene IActivity.Scene(SessionState session, AgendaItem item) => new Scene<TSettings>(session, item);
    object IActivity.Start(Scene scene) => Start((Scene<TSettings>)scene);
    object IActivity.Evolve(object state, Entry entry, Scene scene) => Evolve((TState)state, entry, (Scene<TSettings>)scene);
    object IActivity.View(object state, Scene scene, Audience audience) => View((TState)state, (Scene<TSettings>)scene, audience);
    object? IActivity.Mine(object state, Scene scene, Guid participant) => Mine((TState)state, (Scene<TSettings>)scene, participant);
    StepParts IActivity.Has(object state, Scene scene) => Has((TState)state, (Scene<TSettings>)scene);
}

/// <summary>For kinds that keep nothing, or in which nothing belongs to one participant alone.</summary>
public sealed record Nothing;
