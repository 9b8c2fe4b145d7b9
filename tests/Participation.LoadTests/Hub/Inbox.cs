using System.Buffers;
using System.Buffers.Binary;

namespace Participation.LoadTests.Hub;

/// <summary>
/// What has arrived on a WebSocket and was not cut yet: frames (RFC 6455, unmasked as servers send them), and in them messages that end with
/// 0x1E. A message may lie in several frames and a frame may hold several messages. The memory is lent from a pool and small while nothing waits.
/// </summary>
internal sealed class Inbox : IDisposable
{
    public const byte End = 0x1E;
    private const int Small = 2 * 1024;
    private const int LongestHeader = 10;

    private byte[] raw = ArrayPool<byte>.Shared.Rent(Small);
    private int filled;
    private byte[]? begun;
    private int begunLength;

    public delegate void Heard(ReadOnlySpan<byte> message);

    /// <summary>Where the next bytes belong.</summary>
    public Memory<byte> Free => raw.AsMemory(filled);

    /// <summary>Bytes inside frames so far: those of the headers of WebSocket and TCP are not counted.</summary>
    public long Bytes { get; private set; }

    /// <summary>The server asked for a sign of life.</summary>
    public Action? Pinged { get; init; }

    /// <summary>So many bytes arrived: hands out every message that is whole now. False: the server closed.</summary>
    public bool Take(int arrived, Heard heard)
    {
        filled += arrived;
        var (start, open) = (0, true);
        while (open && Header(raw.AsSpan(start, filled - start)) is { } frame && filled - start - frame.Size >= frame.Length)
        {
            open = Open(frame.Opcode, raw.AsSpan(start + frame.Size, frame.Length), heard);
            start += frame.Size + frame.Length;
        }
        Keep(start);
        return open;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(raw);
        Spare();
    }

    private bool Open(int opcode, ReadOnlySpan<byte> payload, Heard heard)
    {
        if (opcode == 8) return false;
        if (opcode == 9) Pinged?.Invoke();
        if (opcode > 2) return true;
        Bytes += payload.Length;
        while (payload.IndexOf(End) is >= 0 and var end)
        {
            if (begunLength == 0) heard(payload[..end]);
            else
            {
                Begin(payload[..end]);
                heard(begun.AsSpan(0, begunLength));
                begunLength = 0;
            }
            payload = payload[(end + 1)..];
        }
        if (payload.Length > 0) Begin(payload);
        else if (begunLength == 0) Spare();
        return true;
    }

    /// <summary>The first part of a message whose rest is still on its way.</summary>
    private void Begin(ReadOnlySpan<byte> part)
    {
        begun ??= ArrayPool<byte>.Shared.Rent(Math.Max(Small, part.Length));
        if (begun.Length < begunLength + part.Length) begun = Larger(begun, begunLength, begunLength + part.Length);
        part.CopyTo(begun.AsSpan(begunLength));
        begunLength += part.Length;
    }

    private void Spare()
    {
        if (begun is not null) ArrayPool<byte>.Shared.Return(begun);
        begun = null;
    }

    /// <summary>Moves what is left to the front of memory that fits it.</summary>
    private void Keep(int start)
    {
        filled -= start;
        var needed = Header(raw.AsSpan(start, filled)) is { } frame ? frame.Size + frame.Length : filled + LongestHeader;
        if (start > 0) raw.AsSpan(start, filled).CopyTo(raw);
        if (needed > raw.Length) raw = Larger(raw, filled, needed);
        else if (filled == 0 && raw.Length > 8 * Small) raw = Larger(raw, 0, Small);
    }

    private static byte[] Larger(byte[] from, int length, int needed)
    {
        var into = ArrayPool<byte>.Shared.Rent(Math.Max(needed, Small));
        from.AsSpan(0, length).CopyTo(into);
        ArrayPool<byte>.Shared.Return(from);
        return into;
    }

    private static (int Opcode, int Size, int Length)? Header(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2) return null;
        var (opcode, length) = (bytes[0] & 0x0F, bytes[1] & 0x7F);
        return length switch
        {
            126 => bytes.Length < 4 ? null : (opcode, 4, BinaryPrimitives.ReadUInt16BigEndian(bytes[2..])),
            127 => bytes.Length < 10 ? null : (opcode, 10, checked((int)BinaryPrimitives.ReadUInt64BigEndian(bytes[2..]))),
            _ => (opcode, 2, length),
        };
    }
}
