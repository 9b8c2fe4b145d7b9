using System.Buffers.Binary;

namespace Participation.Server.Lines;

/// <summary>Counts the frames of a WebSocket in its bytes, however they come in pieces (RFC 6455, 5.2): also pings, empty ones and parts of a message, of which no call ever hears.</summary>
internal sealed class FrameCount
{
    private readonly byte[] header = new byte[14];
    private int have;
    private ulong payload;

    /// <summary>How many frames begin in these bytes.</summary>
    public int In(ReadOnlySpan<byte> bytes)
    {
        var frames = 0;
        while (bytes.Length > 0)
        {
            if (payload > 0)
            {
                var skipped = (int)Math.Min(payload, (ulong)bytes.Length);
                payload -= (ulong)skipped;
                bytes = bytes[skipped..];
                continue;
            }
            header[have++] = bytes[0];
            bytes = bytes[1..];
            if (have != Length) continue;
            frames++;
            payload = Payload;
            have = 0;
        }
        return frames;
    }

    /// <summary>Of the header, as far as it is known.</summary>
    private int Length => have < 2 ? 2 : 2 + Extended + ((header[1] & 0x80) == 0 ? 0 : 4);

    private int Extended => (header[1] & 0x7F) switch { 126 => 2, 127 => 8, _ => 0 };

    private ulong Payload => Extended switch
    {
        2 => BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2)),
        8 => BinaryPrimitives.ReadUInt64BigEndian(header.AsSpan(2)),
        _ => (ulong)(header[1] & 0x7F),
    };
}
