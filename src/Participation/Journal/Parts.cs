namespace Participation.Journal;

/// <summary>Reads a long stream for folding: the next part is on its way while the last one is worked on, and what was worked on need not stay in memory.</summary>
public static class Parts
{
    /// <summary>Entries in a part: some milliseconds of reading.</summary>
    private const int Usual = 4_096;

    /// <summary>The entries of a stream in order, those after a number, in parts; one empty part when there are none. What is written meanwhile may be in it or not.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<Entry>> ReadParts(this IJournal journal, Guid stream, int length = Usual, long after = 0)
    {
        var coming = journal.Read(stream, after, length);
        while (true)
        {
            var part = await coming.ConfigureAwait(false);
            if (part.Count == length) coming = journal.Read(stream, part[^1].Number, length);
            yield return part;
            if (part.Count < length) yield break;
        }
    }
}
