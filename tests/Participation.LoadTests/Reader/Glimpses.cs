using System.Collections.Concurrent;

namespace Participation.LoadTests.Reader;

/// <summary>
/// Every word that arrived at any screen of people, read from the raw bytes: who looks away never learns that a text which is nobody's to see flashed up and was
/// gone again with the next frame.
/// </summary>
internal sealed class Glimpses
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<object, (long First, long Last)>> seen = [];
    private readonly ConcurrentDictionary<string, List<(long At, bool Open, bool Done)>> fates = [];

    /// <summary>Whose words these are: on their own phone they stand from the beginning.</summary>
    private readonly ConcurrentDictionary<string, Func<object, bool>> own = [];

    public int Words => seen.Count;

    /// <summary>What arrived at a screen, whatever it means.</summary>
    public void Look(object screen, ReadOnlySpan<byte> message, long at)
    {
        var place = 0;
        while (Token.Find(message, ref place) is { } word)
            seen.GetOrAdd(word, _ => []).AddOrUpdate(screen, (at, at), (_, before) => (before.First, at));
    }

    public void Wrote(string text, Func<object, bool> isAuthor) => own[Word(text)] = isAuthor;

    /// <summary>A facilitator is about to show it to all, or (<paramref name="done"/>) was told that it is away.</summary>
    public void Note(string text, long at, bool open, bool done)
    {
        var notes = fates.GetOrAdd(Word(text), _ => []);
        lock (notes) notes.Add((at, open, done));
    }

    /// <summary>What somebody saw who could not have been meant to.</summary>
    /// <param name="lateness">What was on its way when a text was hidden arrives no later than this (in ticks of Stopwatch).</param>
    public IEnumerable<string> Flashes(long lateness)
    {
        foreach (var (word, isAuthor) in own)
        {
            if (!seen.TryGetValue(word, out var screens)) continue;
            var notes = fates.TryGetValue(word, out var all) ? [.. all] : new List<(long At, bool Open, bool Done)>();
            foreach (var (screen, (first, last)) in screens.Where(each => !isAuthor(each.Key)))
            {
                if (!notes.Exists(note => note.Open && note.At <= first)) yield return $"«{word}» was on somebody else's screen before it was approved";
                else if (notes.FindLastIndex(note => note.At <= last - lateness && note.Done) is >= 0 and var hidden && !notes.Skip(hidden + 1).Any(note => note.Open && note.At <= last))
                    yield return $"«{word}» was on a screen after it was hidden";
            }
        }
    }

    private static string Word(string text) => text.Split(' ')[0];
}
