using Participation.Journal;

namespace Participation.Tests.Journal;

/// <summary>Entries for tests of the journal: notes with their number as text.</summary>
internal static class Notes
{
    public static Entry Note(Guid stream, long number, string? text = null) => new(stream, number,
        new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero).AddTicks(number), Guid.NewGuid(), number % 3 == 0 ? Guid.NewGuid() : null,
        Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), new Noted(text ?? $"note {number} – così, größer 🌳"));

    public static Entry[] Many(Guid stream, int from, int to) => [.. Enumerable.Range(from, to - from + 1).Select(number => Note(stream, number))];

    /// <summary>The entry that tells of the erasure of notes, and what it does to them.</summary>
    public static (Entry Told, IReadOnlyList<Erasure> Erasures) Erasing(long number, params Entry[] notes)
    {
        var erasures = Erasures.Of(notes);
        return (Note(notes[0].Stream, number) with { Event = Erasures.Told(notes.Zip(erasures)) }, erasures);
    }

    public static async Task<string> CodeOf(Task append) => (await Assert.ThrowsAsync<JournalException>(() => append)).Code;
}
