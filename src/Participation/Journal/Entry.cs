namespace Participation.Journal;

/// <summary>Something that happened. Named in the past tense, never changed once journaled.</summary>
public abstract record Event;

/// <summary>An event and where, when, by whom and on which command it happened.</summary>
/// <param name="Stream">The journal it belongs to: one per session, one per process.</param>
/// <param name="Number">Counts from 1 in each stream, without gaps.</param>
/// <param name="At">UTC.</param>
/// <param name="By">Whose act it is.</param>
/// <param name="Hand">Who typed it, when that was another person (a facilitator for somebody without a phone); else null.</param>
/// <param name="Command">The id that the sender gave the command.</param>
/// <param name="Body">The command's salted digest, to tell a repeated command from another one under the same id.</param>
/// <param name="Salt">128 random bits; null once words of the event were erased.</param>
public sealed record Entry(
    Guid Stream, long Number, DateTimeOffset At, Guid By, Guid? Hand, Guid Command, Guid Body, Guid? Salt, Event Event)
{
    /// <summary>It lies in a line of the first form, where words and the rest are one text.</summary>
    public bool IsWhole { get; init; }
}
