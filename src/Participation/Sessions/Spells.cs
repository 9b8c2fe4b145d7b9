using System.Collections.Immutable;

namespace Participation.Sessions;

/// <summary>A stretch of time.</summary>
public sealed record Span(DateTimeOffset From, DateTimeOffset To)
{
    public TimeSpan Length => To > From ? To - From : TimeSpan.Zero;

    /// <summary>What two have in common.</summary>
    public TimeSpan Shared(Span other) => new Span(From > other.From ? From : other.From, To < other.To ? To : other.To).Length;
}

/// <summary>A stretch in which the room was at work.</summary>
/// <param name="Given">Something was contributed in it.</param>
public sealed record Spell(Span Time, bool Given);

/// <summary>
/// When the room was at work. A step may stand open over a night, and nobody says that they go home: where for more than three hours nobody contributed and
/// nobody led on, it was a break. It is no part of a step's minutes, and no day of the work follows from it.
/// </summary>
/// <param name="Ended">All but the last.</param>
/// <param name="From">When the last one began; null before the first.</param>
/// <param name="To">Its last entry so far. It moves with each entry, so that nothing is made anew for it.</param>
/// <param name="Given">Something was contributed in it.</param>
public readonly record struct Spells(ImmutableList<Spell> Ended, DateTimeOffset? From, DateTimeOffset To, bool Given)
{
    /// <summary>Longer than a lunch, shorter than a night.</summary>
    public static readonly TimeSpan Break = TimeSpan.FromHours(3);

    public static readonly Spells None = new([], null, default, Given: false);

    public IEnumerable<Spell> All => From is { } from ? Ended.Append(new(new(from, To), Given)) : Ended;

    /// <summary>Somebody contributed or led on.</summary>
    public Spells At(DateTimeOffset at, bool given) => GoesOn(at) ? Further(at, given) : new([.. All], at, at, given);

    /// <summary>Something was tidied up or ended: that belongs to the work that it follows, and begins none.</summary>
    public Spells EndsAt(DateTimeOffset at) => GoesOn(at) ? Further(at, false) : this;

    /// <summary>How many seconds of a step's time the room was at work.</summary>
    public double Of(Step step) => step.Spans.Sum(Seconds);

    /// <summary>Since when the open step would have been open without its breaks: what passes from then on is its time.</summary>
    public DateTimeOffset? Entered(Step step) => step.EnteredAt is { } from && From is not null && To > from ? To - Within(new(from, To)) : step.EnteredAt;

    private double Seconds(Span span) => Within(span).TotalSeconds;

    /// <summary>In whole ticks: a sum that rounds would change every screen with every entry.</summary>
    private TimeSpan Within(Span span) => TimeSpan.FromTicks(All.Sum(spell => spell.Time.Shared(span).Ticks));

    private bool GoesOn(DateTimeOffset at) => From is not null && (at - To).Duration() <= Break;

    private Spells Further(DateTimeOffset at, bool given) => this with { To = at > To ? at : To, Given = Given || given };
}
