using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Participation.Journal;

/// <summary>
/// The hashes of lines. Those of the second form begin with words of their own, so that none can be taken for another: where these stand, a line of the first
/// form has the hash of the line before it.
/// </summary>
internal static class LineHash
{
    private const int Short = 1024;

    public static byte[] OfWhole(Guid salt, string name, string data) => Digest([], salt, name, data);

    public static byte[] OfData(string name, string data) => Digest("participation.line/2 data\0"u8, null, name, data);

    public static byte[] OfWords(Guid salt, string name, string words) => Digest("participation.line/2 words\0"u8, salt, name, words);

    /// <summary>
    /// SHA-256 over previous hash, stream, number, time (100 ns ticks), author, hand, command, body, digest and name (which outlives the words); in the second form
    /// after the name of the form (32 bytes), and with the digest of the words, the length of the event's name before it, and the names of its members that are words.
    /// </summary>
    public static byte[] Of(Line line)
    {
        const int Fixed = 32 + 16 + 8 + 8 + 16 + 16 + 16 + 16 + 32, Tag = 32, Second = 32 + sizeof(int);
        var name = Encoding.UTF8.GetByteCount(line.Name);
        if (line.Words is not { } words)
        {
            Span<byte> first = new byte[Fixed + name];
            Common(line, first);
            Encoding.UTF8.GetBytes(line.Name, first[Fixed..]);
            return SHA256.HashData(first);
        }
        Span<byte> bytes = new byte[Tag + Fixed + Second + name + Encoding.UTF8.GetByteCount(words.Members)];
        "participation.line/2"u8.CopyTo(bytes);
        Common(line, bytes[Tag..]);
        words.Digest.CopyTo(bytes[(Tag + Fixed)..]);
        BinaryPrimitives.WriteInt32BigEndian(bytes[(Tag + Fixed + 32)..], name);
        Encoding.UTF8.GetBytes(line.Name, bytes[(Tag + Fixed + Second)..]);
        Encoding.UTF8.GetBytes(words.Members, bytes[(Tag + Fixed + Second + name)..]);
        return SHA256.HashData(bytes);
    }

    private static void Common(Line line, Span<byte> bytes)
    {
        line.Previous.CopyTo(bytes);
        line.Stream.TryWriteBytes(bytes[32..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(bytes[48..], line.Number);
        BinaryPrimitives.WriteInt64BigEndian(bytes[56..], line.At.UtcTicks);
        line.By.TryWriteBytes(bytes[64..], bigEndian: true, out _);
        (line.Hand ?? Guid.Empty).TryWriteBytes(bytes[80..], bigEndian: true, out _);
        line.Command.TryWriteBytes(bytes[96..], bigEndian: true, out _);
        line.Body.TryWriteBytes(bytes[112..], bigEndian: true, out _);
        line.Digest.CopyTo(bytes[128..]);
    }

    /// <summary>SHA-256(tag ‖ salt ‖ name ‖ 0 ‖ text)</summary>
    private static byte[] Digest(ReadOnlySpan<byte> tag, Guid? salt, string name, string text)
    {
        var most = tag.Length + 16 + Encoding.UTF8.GetMaxByteCount(name.Length) + 1 + Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = most <= Short ? stackalloc byte[Short] : new byte[most];
        tag.CopyTo(bytes);
        var length = tag.Length;
        if (salt is { } salted && salted.TryWriteBytes(bytes[length..], bigEndian: true, out var written)) length += written;
        length += Encoding.UTF8.GetBytes(name, bytes[length..]);
        bytes[length++] = 0;
        length += Encoding.UTF8.GetBytes(text, bytes[length..]);
        return SHA256.HashData(bytes[..length]);
    }
}
