using System.Buffers;
using System.Net.WebSockets;
using System.Text;

namespace Participation.LoadTests.Hub;

/// <summary>One WebSocket that speaks the framing of the SignalR JSON protocol: texts that end with 0x1E. Lives until it is lost.</summary>
internal sealed class HubSocket(string cookie) : IDisposable
{
    public const byte End = 0x1E;
    private const string Handshake = """{"protocol":"json","version":1}""";

    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1);

    /// <summary>Bytes of messages received; those of WebSocket and TCP headers are not counted.</summary>
    public long Received { get; private set; }

    public async Task Open(Uri address, CancellationToken ct)
    {
        socket.Options.SetRequestHeader("Cookie", cookie);
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await socket.ConnectAsync(address, ct);
        await Send(Encoding.UTF8.GetBytes(Handshake), ct);
    }

    public async Task Send(ReadOnlyMemory<byte> message, CancellationToken ct)
    {
        var framed = new byte[message.Length + 1];
        message.CopyTo(framed);
        framed[^1] = End;
        await sending.WaitAsync(ct);
        try
        {
            await socket.SendAsync(framed, WebSocketMessageType.Text, endOfMessage: true, ct);
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>Calls back with every message, in order, until the connection ends. The first is the handshake's answer.</summary>
    public async Task Read(Action<ReadOnlyMemory<byte>> message, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(8 * 1024);
        var filled = 0;
        try
        {
            while (true)
            {
                if (filled == buffer.Length) buffer = Grow(buffer, filled);
                var got = await socket.ReceiveAsync(buffer.AsMemory(filled), ct);
                if (got.MessageType == WebSocketMessageType.Close) return;
                Received += got.Count;
                filled = Cut(buffer, filled + got.Count, filled, message);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Ends the connection without a word, as a network does.</summary>
    public void Abort() => socket.Abort();

    public void Dispose()
    {
        socket.Dispose();
        sending.Dispose();
    }

    private static byte[] Grow(byte[] buffer, int filled)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    /// <summary>Hands out the whole messages and moves the rest to the front; answers the length of the rest.</summary>
    private static int Cut(byte[] buffer, int length, int seen, Action<ReadOnlyMemory<byte>> message)
    {
        var start = 0;
        for (var end = Array.IndexOf(buffer, End, seen, length - seen); end >= 0; end = Array.IndexOf(buffer, End, start, length - start))
        {
            message(buffer.AsMemory(start, end - start));
            start = end + 1;
        }
        if (start > 0) buffer.AsSpan(start, length - start).CopyTo(buffer);
        return length - start;
    }
}
