using System.Buffers.Binary;

namespace Participation.LoadTests.Chaos.Fuzz;

/// <summary>WebSocket frames (RFC 6455) as a client writes them, well or badly. The mask is zero: it says the same as another.</summary>
internal static class Packing
{
    public const int Continuation = 0, Text = 1, Binary = 2, Ping = 9;

    /// <param name="claimed">The length that the header tells, when it is not the true one.</param>
    public static byte[] Frame(int opcode, ReadOnlySpan<byte> payload, bool final = true, int reserved = 0, ulong? claimed = null)
    {
        var length = claimed ?? (ulong)payload.Length;
        var header = length < 126 ? 6 : length <= ushort.MaxValue ? 8 : 14;
        var frame = new byte[header + payload.Length];
        frame[0] = (byte)((final ? 0x80 : 0) | (reserved << 4) | opcode);
        frame[1] = (byte)(0x80 | (header switch { 6 => (int)length, 8 => 126, _ => 127 }));
        if (header == 8) BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), (ushort)length);
        if (header == 14) BinaryPrimitives.WriteUInt64BigEndian(frame.AsSpan(2), length);
        payload.CopyTo(frame.AsSpan(header));
        return frame;
    }

    /// <summary>A message in several frames, with a sign of life between them.</summary>
    public static byte[] Fragments(ReadOnlySpan<byte> payload, Random chance)
    {
        var cut = chance.Next(payload.Length + 1);
        return [.. Frame(Text, payload[..cut], final: false), .. chance.Next(2) == 0 ? Frame(Ping, []) : [], .. Frame(Continuation, payload[cut..])];
    }
}
