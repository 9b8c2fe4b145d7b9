namespace Participation.Journal;

/// <summary>
/// An entry as it is stored. <c>Previous</c> = hash of the line before (32 zero bytes for the first). What can be erased of the event stands apart from the rest, in <see cref="Words"/>;
/// <c>Data</c> is the rest, and <c>Digest</c> = SHA-256("…data" ‖ name ‖ 0 ‖ data) vouches for it for ever. In lines of the first form, which have no <see cref="Words"/>, <c>Data</c> is all,
/// and <c>Digest</c> = SHA-256(salt ‖ name ‖ 0 ‖ data). A line's hash covers digests and not texts, so words and salt can be erased and the chain still verifies; a later <see cref="WordsErased"/> tells of it.
/// </summary>
public sealed record Line(
    Guid Stream, long Number, DateTimeOffset At, Guid By, Guid? Hand, Guid Command, Guid Body, string Name,
    Guid? Salt, string Data, byte[] Digest, byte[] Previous)
{
    public static readonly byte[] Nothing = new byte[32];

    /// <summary>Null in a line of the first form.</summary>
    public LineWords? Words { get; init; }

    /// <summary>The whole event.</summary>
    public string Json => Words is { } words ? Parted.Joined(words.Text, Data) : Data;

    public static Line Of(Entry entry, byte[] previous)
    {
        var (name, parting) = (EventNames.Of(entry.Event.GetType()), EventNames.PartingOf(entry.Event.GetType()));
        var (words, rest) = parting.Part(entry.Event);
        return new(entry.Stream, entry.Number, entry.At, entry.By, entry.Hand, entry.Command, entry.Body, name, entry.Salt, rest, LineHash.OfData(name, rest), previous)
        {
            Words = new(parting.Members, words, LineHash.OfWords(entry.Salt!.Value, name, words)),
        };
    }

    public Entry ToEntry() => new(Stream, Number, At, By, Hand, Command, Body, Salt, EventNames.Read(Name, Json)) { IsWhole = Words is null };

    /// <summary>The line without its words.</summary>
    public Line Without(Erasure erased) => Words is { } words
        ? this with { Salt = null, Words = words with { Text = erased.Left } }
        : this with { Salt = null, Data = erased.Left };

    public byte[] Hash() => LineHash.Of(this);

    /// <summary>True when the texts are what the digests were made of; of words that are gone another line must tell.</summary>
    internal bool Holds() => Words is { } words
        ? Same(LineHash.OfData(Name, Data), Digest) && (Salt is not { } salt || Same(LineHash.OfWords(salt, Name, words.Text), words.Digest))
        : Salt is not { } whole || Same(LineHash.OfWhole(whole, Name, Data), Digest);

    /// <summary>False when something stands in it that would count as missing elsewhere, or hash like it.</summary>
    internal bool HasForm() => Digest.Length == Nothing.Length && Hand != Guid.Empty && Salt != Guid.Empty && (Words is null || Words.Digest.Length == Nothing.Length);

    /// <summary>The number of the first line that does not follow from those before it, with the reason; null when the chain holds.</summary>
    public static (long Number, string Reason)? Break(IEnumerable<Line> lines) => Chain.Of(lines).Break;

    private static bool Same(byte[] one, byte[] other) => one.AsSpan().SequenceEqual(other);
}

/// <summary>What can be erased of a line.</summary>
/// <param name="Members">The names of the event's members that these are, with a space between; empty when it has none.</param>
/// <param name="Text">Their JSON; when they were erased, what <see cref="Erasures"/> leaves.</param>
/// <param name="Digest">SHA-256("…words" ‖ salt ‖ name ‖ 0 ‖ text), of the text as it was given.</param>
public sealed record LineWords(string Members, string Text, byte[] Digest);
