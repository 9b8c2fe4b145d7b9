using System.Buffers;
using System.Diagnostics;
using System.Net.WebSockets;

namespace Participation.LoadTests.Compare;

/// <summary>One screen at any of the servers: the same program for each, so that what differs is the server.</summary>
internal sealed class Client(Dialect dialect, Client.Ears ears) : IAsyncDisposable
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(7);

    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly CancellationTokenSource ending = new();
    private readonly TaskCompletionSource joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task living = Task.CompletedTask;

    public delegate void Ears(Heard heard, ReadOnlySpan<byte> message, long at);

    /// <summary>Bytes of messages; those of the headers of WebSocket and TCP are not counted.</summary>
    public long Bytes { get; private set; }

    public long FrameBytes { get; private set; }

    public int Frames { get; private set; }

    /// <summary>The connection ended before this client ended it.</summary>
    public bool Lost { get; private set; }

    /// <summary>Connects; completes when it is in.</summary>
    public async Task Start(Uri address, string? cookie)
    {
        if (cookie is not null) socket.Options.SetRequestHeader("Cookie", cookie);
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await socket.ConnectAsync(address, ending.Token);
        living = Live();
        if (dialect.Greeting is { } greeting) await Send(greeting);
        await joined.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>Sends an idea; its receipt comes to the ears.</summary>
    public async Task Give(int idea, string text)
    {
        try
        {
            await Send(dialect.Give(idea, text));
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The connection is lost, and the idea will be missed.
        }
    }

    public async Task Send(byte[] message)
    {
        await sending.WaitAsync(ending.Token);
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, ending.Token);
        }
        finally
        {
            sending.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await living;
        socket.Dispose();
        sending.Dispose();
        ending.Dispose();
    }

    private async Task Live()
    {
        using var ticking = new Timer(_ => Forget(dialect.SignOfLife), null, KeepAlive, KeepAlive);
        try
        {
            await Receive();
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            // Ended, by this side or the other.
        }
        Lost = !ending.IsCancellationRequested;
        joined.TrySetException(new IOException("The server ended the connection."));
    }

    private async Task Receive()
    {
        var (buffer, filled) = (ArrayPool<byte>.Shared.Rent(4096), 0);
        while (true)
        {
            if (filled == buffer.Length) Array.Resize(ref buffer, 2 * buffer.Length);
            var got = await socket.ReceiveAsync(buffer.AsMemory(filled), ending.Token);
            if (got.MessageType == WebSocketMessageType.Close) return;
            Bytes += got.Count;
            filled = Cut(buffer, filled + got.Count, filled, got.EndOfMessage);
        }
    }

    /// <summary>Takes what is whole and moves the rest to the front; answers its length.</summary>
    private int Cut(byte[] buffer, int length, int seen, bool whole)
    {
        if (dialect.End is not { } end)
        {
            if (whole) Take(buffer.AsSpan(0, length));
            return whole ? 0 : length;
        }
        var start = 0;
        for (var at = Array.IndexOf(buffer, end, seen, length - seen); at >= 0; at = Array.IndexOf(buffer, end, start, length - start))
        {
            Take(buffer.AsSpan(start, at - start));
            start = at + 1;
        }
        buffer.AsSpan(start, length - start).CopyTo(buffer);
        return length - start;
    }

    private void Take(ReadOnlySpan<byte> message)
    {
        var heard = dialect.Read(message);
        if (heard.Meaning == Meaning.Frame) (Frames, FrameBytes) = (Frames + 1, FrameBytes + message.Length);
        if (heard.Meaning == Meaning.Joined) joined.TrySetResult();
        if (heard.Meaning == Meaning.Farewell) throw new IOException("The server said goodbye.");
        Forget(heard.Reply);
        ears(heard, message, Stopwatch.GetTimestamp());
    }

    private void Forget(byte[]? message)
    {
        if (message is not null) _ = Send(message).ContinueWith(static sent => sent.Exception, TaskScheduler.Default);
    }
}
