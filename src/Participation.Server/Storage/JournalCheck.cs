namespace Participation.Server.Storage;

/// <summary>What the check of a journal's file found: breaks of the chain, and damage of the file in SQLite's words.</summary>
public sealed record JournalCheck(int Streams, long Entries, IReadOnlyList<JournalBreak> Breaks, IReadOnlyList<string> Damage)
{
    public IReadOnlyList<JournalErasure> Erased { get; init; } = [];

    /// <summary>Where the fingerprint stands that was sought; more than one place when too little of it was given.</summary>
    public IReadOnlyList<JournalHead> Found { get; init; } = [];

    public bool Holds => Breaks.Count == 0 && Damage.Count == 0;
}

/// <summary>The first line of a stream that does not hold. <c>Stream</c> is an id, or bytes in hexadecimal when it is none.</summary>
public sealed record JournalBreak(string Stream, long Number, string Reason);

/// <summary>How many lines of a journal have lost their words. The chain holds without them, so they are told.</summary>
/// <param name="OnItsWord">Those of the first form: that nothing but words went from them is said by the line that tells of the erasure, and by nothing else.</param>
public sealed record JournalErasure(string Stream, long Lines, long OnItsWord);

/// <summary>A fingerprint as a report's cover prints it, found in a chain: the entry whose hash it is, and what came after.</summary>
/// <param name="Followed">How many entries of each kind were recorded since.</param>
/// <param name="Erased">The entries up to this one that have lost their words since.</param>
/// <param name="OnItsWord">How many of these are of the first form.</param>
public sealed record JournalHead(string Stream, long Number, string Hash, DateTimeOffset At, IReadOnlyList<(string Name, int Count)> Followed,
    IReadOnlyList<long> Erased, int OnItsWord);
