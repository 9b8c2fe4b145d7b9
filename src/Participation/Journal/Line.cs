using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Participation.Journal;

/// <summary>
/// An entry as it is stored. <c>Digest</c> = SHA-256(salt ‖ name ‖ data); <c>Previous</c> = hash of the line before (32 zero bytes for the first).
/// A line's hash covers the digest and not the data, so that words can be erased and the chain still verifies: salt and words go, and a later
/// <see cref="WordsErased"/> vouches for what stays.
/// </summary>
public sealed record Line(
    Guid Stream, long Number, DateTimeOffset At, Guid By, Guid? Hand, Guid Command, Guid Body, string Name,
    Guid? Salt, string Data, byte[] Digest, byte[] Previous)
{
    public static readonly byte[] Nothing = new byte[32];

    public static Line Of(Entry entry, byte[] previous)
    {
        var (name, data) = (EventNames.Of(entry.Event.GetType()), EventNames.Write(entry.Event));
        return new(entry.Stream, entry.Number, entry.At, entry.By, entry.Hand, entry.Command, entry.Body, name,
            entry.Salt, data, DigestOf(entry.Salt!.Value, name, data), previous);
    }

    public Entry ToEntry() => new(Stream, Number, At, By, Hand, Command, Body, Salt, EventNames.Read(Name, Data));

    /// <summary>The line without its words.</summary>
    public Line Without(Erasure erased) => this with { Salt = null, Data = erased.Data };

    /// <summary>SHA-256 over previous hash, stream, number, time (100 ns ticks), author, hand, command, body, digest and name (which outlives the data).</summary>
    public byte[] Hash()
    {
        const int Fixed = 32 + 16 + 8 + 8 + 16 + 16 + 16 + 16 + 32;
        Span<byte> bytes = new byte[Fixed + Encoding.UTF8.GetByteCount(Name)];
        Previous.CopyTo(bytes);
        Stream.TryWriteBytes(bytes[32..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(bytes[48..], Number);
        BinaryPrimitives.WriteInt64BigEndian(bytes[56..], At.UtcTicks);
        By.TryWriteBytes(bytes[64..], bigEndian: true, out _);
        (Hand ?? Guid.Empty).TryWriteBytes(bytes[80..], bigEndian: true, out _);
        Command.TryWriteBytes(bytes[96..], bigEndian: true, out _);
        Body.TryWriteBytes(bytes[112..], bigEndian: true, out _);
        Digest.CopyTo(bytes[128..]);
        Encoding.UTF8.GetBytes(Name, bytes[Fixed..]);
        return SHA256.HashData(bytes);
    }

    /// <summary>True when the data is what the digest was made of; of a line that lost its words another line must tell.</summary>
    internal bool Holds() => Salt is not { } salt || DigestOf(salt, Name, Data).AsSpan().SequenceEqual(Digest);

    /// <summary>False when something stands in it that would count as missing elsewhere, or hash like it.</summary>
    internal bool HasForm() => Digest.Length == Nothing.Length && Hand != Guid.Empty && Salt != Guid.Empty;

    /// <summary>The number of the first line that does not follow from those before it, with the reason; null when the chain holds.</summary>
    public static (long Number, string Reason)? Break(IEnumerable<Line> lines) => Chain.Of(lines).Break;

    private static byte[] DigestOf(Guid salt, string name, string data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> salted = stackalloc byte[16];
        salt.TryWriteBytes(salted, bigEndian: true, out _);
        hash.AppendData(salted);
        hash.AppendData(Encoding.UTF8.GetBytes(name));
        hash.AppendData([0]);
        hash.AppendData(Encoding.UTF8.GetBytes(data));
        return hash.GetHashAndReset();
    }
}
