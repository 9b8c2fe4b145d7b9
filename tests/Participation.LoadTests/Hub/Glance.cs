using System.Buffers.Text;

namespace Participation.LoadTests.Hub;

/// <summary>
/// What a message says, read from its bytes without a document. A name in quotes cannot stand inside a text, where quotes are escaped:
/// so the first place that matches is meant.
/// </summary>
internal static class Glance
{
    /// <summary>The type of a hub message; 0 for the handshake's answer.</summary>
    public static int Type(ReadOnlySpan<byte> message) => (int)(After(message, "\"type\":"u8) ?? 0);

    /// <summary>The number of the question that this message answers.</summary>
    public static long? Invocation(ReadOnlySpan<byte> message) => After(message, "\"invocationId\":\""u8);

    /// <summary>The numbers of a frame: from which to which.</summary>
    public static (long From, long Number) Numbers(ReadOnlySpan<byte> frame) => (After(frame, "\"from\":"u8) ?? 0, After(frame, "\"number\":"u8) ?? 0);

    /// <summary>The value that a patch gives to a number at a path (with its quotes); null when it leaves it alone.</summary>
    public static int? Patched(ReadOnlySpan<byte> frame, ReadOnlySpan<byte> quotedPath)
    {
        var at = frame.IndexOf(quotedPath);
        if (at < 0) return null;
        // An operation with a number in it is one flat object, in whatever order its members stand.
        var (begin, end) = (frame[..at].LastIndexOf((byte)'{'), frame[at..].IndexOf((byte)'}'));
        return begin < 0 || end < 0 ? null : (int?)After(frame[begin..(at + end)], "\"value\":"u8);
    }

    /// <summary>The whole number of exactly so many digits that a text begins with, in the next text from a place on; null when no text is left.</summary>
    public static int? Text(ReadOnlySpan<byte> frame, int digits, ref int from)
    {
        while (frame[from..].IndexOf("\"text\":\""u8) is >= 0 and var at)
        {
            from += at + "\"text\":\"".Length;
            var text = frame[from..];
            if (text.Length >= digits && Utf8Parser.TryParse(text[..digits], out int number, out var read) && read == digits) return number;
        }
        return null;
    }

    /// <summary>The whole number that follows on a name; null when the name is not there.</summary>
    public static long? After(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name)
    {
        var at = bytes.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(bytes[(at + name.Length)..], out long value, out _) ? value : null;
    }
}
