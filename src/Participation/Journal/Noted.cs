namespace Participation.Journal;

/// <summary>A note in any journal, such as that it was restored from a backup.</summary>
[EventName("journal.noted")]
public sealed record Noted([property: Erasable] string Text) : Event;
