namespace Participation.Journal;

/// <summary>The only store: one append-only sequence of entries per stream, each chained to the one before.</summary>
public interface IJournal
{
    /// <summary>The entries of a stream in order, those after number <paramref name="after"/>, at most so many.</summary>
    Task<IReadOnlyList<Entry>> Read(Guid stream, long after = 0, int most = int.MaxValue, CancellationToken ct = default);

    /// <summary>The lines of a stream as they are stored, for export and for checking the chain.</summary>
    Task<IReadOnlyList<Line>> Lines(Guid stream, CancellationToken ct = default);

    /// <summary>The first entry of every stream, oldest first: the directory of what there is.</summary>
    Task<IReadOnlyList<Entry>> Firsts(CancellationToken ct = default);

    /// <summary>Where every stream ends.</summary>
    Task<IReadOnlyDictionary<Guid, Tip>> Tips(CancellationToken ct = default);

    /// <summary>
    /// Appends all entries (of one stream) or none, and completes when they are on disk. Calls for one stream are made in the order
    /// of their numbers and need not wait for each other; behind a failed one, those of its <see cref="Strand"/> fail too.
    /// </summary>
    /// <param name="box">What happens to a ballot box of the stream with these entries: both are stored, or neither.</param>
    /// <param name="erasures">Earlier lines of the stream that lose their words in the same transaction, as the entries tell; it completes when no file has them any more.</param>
    /// <param name="strand">The appends on which this one was decided: when one of them was refused, so is this.</param>
    /// <exception cref="JournalException">Nothing was stored: the code says why. <c>journal.gap</c>: somebody else has written under these numbers.</exception>
    Task Append(IReadOnlyList<Entry> entries, BoxAct? box = null, IReadOnlyList<Erasure>? erasures = null, Strand? strand = null);

    /// <summary>Completes when no file has the words any more whose erasure is on disk.</summary>
    Task Gone() => Task.CompletedTask;

    /// <summary>Somebody who is told of every append from now on, also of an import.</summary>
    void Watch(IWatch watch);

    /// <summary>What lies in a box, by paper; every append that was called before is in it.</summary>
    Task<IReadOnlyList<Pile>> Box(Guid stream, string item, long round);

    /// <summary>Appends lines that another journal wrote, salts and hashes unchanged (a session file).</summary>
    /// <exception cref="JournalException">The chain does not hold (<c>journal.broken-chain</c>) or the stream exists (<c>journal.exists</c>).</exception>
    Task Import(IReadOnlyList<Line> lines);
}

/// <summary>The last line of a stream: its number and its hash in hex. Two streams with the same one are the same, entry by entry.</summary>
public sealed record Tip(long Number, string Hash);

/// <summary>The journal could not store. <c>Code</c> is a refusal code: journal.full, journal.locked, journal.busy, journal.gap, journal.failed …</summary>
public sealed class JournalException(string code, Exception? inner = null) : Exception(code, inner)
{
    public string Code { get; } = code;

    /// <summary>Where in a file that was read, as a path of JSON; the whole when nothing narrower is known.</summary>
    public string Place { get; init; } = "$";
}
