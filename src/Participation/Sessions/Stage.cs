using System.Collections.Immutable;
using Participation.Journal;

namespace Participation.Sessions;

/// <summary>What facilitators steer, and nothing else: to take back an act is to put the stage back as it was before.</summary>
/// <param name="Open">The agenda item that is open; null before the start.</param>
/// <param name="Version">The entry of the last act: an act that was decided on an older stage is refused.</param>
/// <param name="Marks">By contribution id.</param>
/// <param name="Removed">Participants who lost their seat.</param>
/// <param name="Lobby">How the entrance stands.</param>
public sealed record Stage(
    string? Open, bool Paused, DateTimeOffset? ClosedAt, Countdown? Timer, long Version,
    ImmutableDictionary<string, Step> Steps, ImmutableDictionary<string, Mark> Marks, ImmutableHashSet<Guid> Removed, Lobby Lobby)
{
    public static readonly Stage Empty = new(null, false, null, null, 0,
        ImmutableDictionary<string, Step>.Empty, ImmutableDictionary<string, Mark>.Empty, [], Lobby.Empty);

    public bool Closed => ClosedAt is not null;

    public Stage With(string item, Func<Step, Step> change) => this with { Steps = Steps.SetItem(item, change(Steps[item])) };

    /// <summary>Leaves the open item, if any, and opens another one; no timer runs on.</summary>
    public Stage Move(string to, DateTimeOffset at)
    {
        var left = Open is { } open ? With(open, step => step.Leave(at)) : this;
        return left.With(to, step => step.Enter(at)) with { Open = to, Timer = null };
    }
}

/// <summary>What a facilitator decided on one contribution.</summary>
/// <param name="Read">The entry by which it was approved last.</param>
public sealed record Mark(bool Hidden = false, bool Pinned = false, bool Approved = false, bool Withdrawn = false, long Read = 0);

/// <summary>An act of a facilitator happened: it changes the stage and can be taken back.</summary>
public abstract record ActEvent : Event
{
    /// <summary>The agenda item that the act was about, to name it when it is taken back.</summary>
    public virtual string? About => null;

    /// <summary>What was done to it, where one name of an event covers several acts.</summary>
    public virtual string? How => null;

    public abstract Stage Apply(Stage stage, Entry entry);
}

/// <summary>An act that can be taken back: its entry, its name and the stage before it.</summary>
public sealed record Done(long Act, string Name, string? Item, Stage Before, string? How = null);
