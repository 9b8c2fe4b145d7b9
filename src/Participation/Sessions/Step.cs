using System.Collections.Immutable;

namespace Participation.Sessions;

/// <summary>How an agenda item stands.</summary>
/// <param name="Rounds">The entry that began each round; 0 for the first. A ballot belongs to the round it was cast in.</param>
/// <param name="Since">The entry of the last reset; what was given before it is kept apart. 0: never reset.</param>
/// <param name="ClosedAt">When it stopped taking contributions: locked, or left.</param>
/// <param name="EnteredAt">Since when it is the open item; null while another one is.</param>
/// <param name="Spans">When it was the open item before that.</param>
/// <param name="Sealed">Its results were shown after it had closed: what is late is too late.</param>
public sealed record Step(
    bool Locked, bool Hidden, Moderation Moderation, ImmutableList<long> Rounds, long Since,
    DateTimeOffset? OpenedAt, DateTimeOffset? ClosedAt, DateTimeOffset? EnteredAt, ImmutableList<Span> Spans, bool Sealed)
{
    public static Step Of(AgendaItem item) => new(false, item.Hidden, item.Moderation, [0], 0, null, null, null, [], false);

    /// <summary>The round that runs.</summary>
    public long Round => Rounds[^1];

    /// <summary>How long it was the open item, breaks and all.</summary>
    public double Seconds => Spans.Sum(span => span.Length.TotalSeconds);

    public Step Lock(DateTimeOffset at) => this with { Locked = true, ClosedAt = at, Sealed = false };

    public Step Enter(DateTimeOffset at) => this with { OpenedAt = OpenedAt ?? at, EnteredAt = at, Sealed = false, ClosedAt = Locked ? ClosedAt : null };

    public Step Leave(DateTimeOffset at) => this with
    {
        ClosedAt = ClosedAt ?? at, EnteredAt = null, Spans = EnteredAt is { } from && at > from ? Spans.Add(new(from, at)) : Spans,
    };
}

/// <summary>A countdown: running until <c>EndsAt</c>, or standing with <c>Left</c> seconds.</summary>
/// <param name="Held">It stands because every device is paused, and runs on with them.</param>
public sealed record Countdown(int Seconds, DateTimeOffset? EndsAt, int? Left, bool Held = false)
{
    public Countdown Pause(DateTimeOffset at) => EndsAt is { } end ? this with { EndsAt = null, Left = (int)Math.Clamp(Math.Ceiling((end - at).TotalSeconds), 0, Seconds) } : this;

    public Countdown Resume(DateTimeOffset at) => Left is { } left ? this with { EndsAt = at.AddSeconds(left), Left = null, Held = false } : this;

    public Countdown Hold(DateTimeOffset at) => EndsAt is null ? this : Pause(at) with { Held = true };

    public Countdown Add(int seconds, DateTimeOffset at) => EndsAt is { } end
        ? this with { Seconds = Seconds + seconds, EndsAt = (end > at ? end : at).AddSeconds(seconds) }
        : this with { Seconds = Seconds + seconds, Left = Left + seconds };
}
