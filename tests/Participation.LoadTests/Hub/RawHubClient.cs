using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Participation.Journal;

namespace Participation.LoadTests.Hub;

/// <summary>
/// A screen without a screen, written from the protocol's page: joins, sends, follows its view, and comes back for ever when the connection
/// is lost. Cheap enough that one process holds thousands.
/// </summary>
/// <param name="follows">False: follows the numbers and leaves the patches unread.</param>
internal sealed class RawHubClient(Uri address, string cookie, bool follows = true) : IAsyncDisposable
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Resending = TimeSpan.FromSeconds(60);
    private static readonly JsonSerializerOptions Reading = new(Json.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    private static readonly byte[] Ping = """{"type":6}"""u8.ToArray();

    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode?>> asked = [];
    private readonly TaskCompletionSource joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private HubSocket? socket;
    private Task living = Task.CompletedTask;
    private long invocations;
    private int attempt;
    private long earlier;
    private long heard = Environment.TickCount64;

    public Follower Follower { get; } = new();

    public bool Follows => follows;

    /// <summary>Called with every frame as it arrives, before it is applied.</summary>
    public Action<JsonElement>? Shown { get; init; }

    public long Received => earlier + (socket?.Received ?? 0);

    public int Frames { get; private set; }

    /// <summary>Times that the connection was lost and sought again.</summary>
    public int Lost { get; private set; }

    /// <summary>Times that a number was missing and the whole was asked for.</summary>
    public int Gaps { get; private set; }

    /// <summary>The reason of the server's farewell, when there was one.</summary>
    public string? Bye { get; private set; }

    /// <summary>Connects and completes with the first whole view.</summary>
    public Task Start()
    {
        living = Live();
        return joined.Task;
    }

    /// <summary>Asks until there is an answer: after a lost connection it sends the same command again. Null: there was none for too long.</summary>
    public async Task<Answer?> Send(Sent sent)
    {
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < Resending;)
        {
            try
            {
                return (await Invoke("Send", sent).WaitAsync(Resending)).Deserialize<Answer>(Reading)!;
            }
            catch (Exception e) when (e is IOException or TimeoutException)
            {
                await Task.Delay(Random.Shared.Next(50, 250), ending.Token);
            }
        }
        return null;
    }

    /// <summary>Cuts the connection as a network does; the client comes back by itself.</summary>
    public void Cut() => socket?.Abort();

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        socket?.Abort();
        await living;
        ending.Dispose();
    }

    private async Task Live()
    {
        while (!ending.IsCancellationRequested && Bye is null)
        {
            using var dialled = new HubSocket(cookie);
            try
            {
                await dialled.Open(address, ending.Token);
                socket = dialled;
                using var ticking = new Timer(_ => Tick(dialled), null, KeepAlive, KeepAlive);
                var reading = dialled.Read(Receive, ending.Token);
                _ = Rejoin();
                await reading;
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException or HttpRequestException)
            {
                // Lost, or not there yet: sought again below.
            }
            Drop(dialled);
            if (!ending.IsCancellationRequested) await Task.Delay(Random.Shared.Next(0, Math.Min(10_000, 500 << Math.Min(attempt++, 5))));
        }
        joined.TrySetException(new IOException(Bye ?? "The client was ended before it joined."));
    }

    /// <summary>Whoever waited for an answer on this connection is told that there will be none.</summary>
    private void Drop(HubSocket lost)
    {
        socket = null;
        earlier += lost.Received;
        if (!ending.IsCancellationRequested) Lost++;
        foreach (var id in asked.Keys)
            if (asked.TryRemove(id, out var waiting)) waiting.TrySetException(new IOException("The connection was lost."));
    }

    private void Tick(HubSocket dialled)
    {
        if (Environment.TickCount64 - Volatile.Read(ref heard) > Patience.TotalMilliseconds) dialled.Abort();
        else _ = dialled.Send(Ping, ending.Token).ContinueWith(sent => sent.Exception, TaskScheduler.Default);
    }

    /// <summary>Joining and coming back are the same message.</summary>
    private async Task Rejoin()
    {
        try
        {
            for (var fits = false; !fits;)
            {
                lock (Follower) Follower.Join();
                var whole = (await Invoke("Join")).Deserialize<Whole>(Reading)!;
                lock (Follower) fits = Follower.Joined(whole);
            }
            attempt = 0;
            joined.TrySetResult();
        }
        catch (IOException)
        {
            // Lost meanwhile: the next connection joins.
        }
        catch (InvalidOperationException refused)
        {
            Bye = refused.Message;
            joined.TrySetException(refused);
            socket?.Abort();
        }
    }

    /// <exception cref="IOException">The connection was lost before the answer.</exception>
    /// <exception cref="InvalidOperationException">The hub answered with an error.</exception>
    private async Task<JsonNode?> Invoke(string target, params object[] arguments)
    {
        var id = Interlocked.Increment(ref invocations).ToString(CultureInfo.InvariantCulture);
        var waiting = asked[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = JsonSerializer.SerializeToUtf8Bytes(new { type = 1, invocationId = id, target, arguments }, Json.Options);
        try
        {
            await (socket ?? throw new IOException("There is no connection.")).Send(message, ending.Token);
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or IOException)
        {
            asked.TryRemove(id, out _);
            throw new IOException("The connection was lost.", e);
        }
        return await waiting.Task;
    }

    private void Receive(ReadOnlyMemory<byte> bytes)
    {
        Volatile.Write(ref heard, Environment.TickCount64);
        using var message = JsonDocument.Parse(bytes);
        if (!message.RootElement.TryGetProperty("type", out var type)) return;
        switch (type.GetInt32())
        {
            case 1: Called(message.RootElement.GetProperty("target").GetString(), message.RootElement.GetProperty("arguments")); break;
            case 3: Answered(message.RootElement); break;
            case 7: socket?.Abort(); break;
        }
    }

    private void Answered(JsonElement completion)
    {
        if (!asked.TryRemove(completion.GetProperty("invocationId").GetString()!, out var waiting)) return;
        if (completion.TryGetProperty("error", out var error)) waiting.TrySetException(new InvalidOperationException(error.GetString()));
        else waiting.TrySetResult(completion.TryGetProperty("result", out var result) ? JsonSerializer.SerializeToNode(result) : null);
    }

    private void Leave(string code)
    {
        if (code == "seat.moved") _ = Rejoin();
        else Bye = code;
    }

    private void Called(string? target, JsonElement arguments)
    {
        if (target == "Bye") Leave(arguments[0].GetString()!);
        if (target == "Mine") lock (Follower) Follower.Take(arguments[0].Deserialize<Own>(Reading)!);
        if (target != "Show") return;
        Frames++;
        var frame = follows
            ? arguments[0].Deserialize<Frame>(Reading)!
            : new Frame(arguments[0].GetProperty("from").GetInt64(), arguments[0].GetProperty("number").GetInt64(), null);
        Shown?.Invoke(arguments[0]);
        bool fits;
        lock (Follower) fits = Follower.Show(frame);
        if (fits) return;
        Gaps++;
        _ = Rejoin();
    }
}
