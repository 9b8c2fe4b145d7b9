using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using Participation.Journal;

namespace Participation.LoadTests.Hub;

/// <summary>
/// A screen without a screen, written from the protocol's page: joins, sends, follows its view, and comes back for ever when the connection
/// is lost. Cheap enough that one process holds ten thousand.
/// </summary>
/// <param name="follows">False: follows the numbers and leaves the patches unread.</param>
internal sealed class RawHubClient(Uri address, string cookie, bool follows = true) : IAsyncDisposable
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Opening = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Answering = TimeSpan.FromSeconds(60);
    private static readonly JsonSerializerOptions Reading = new(Json.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    private static readonly byte[] Ping = """{"type":6}"""u8.ToArray();

    private readonly CancellationTokenSource ending = new();
    private readonly Questions asked = new();
    private readonly TaskCompletionSource joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private HubSocket? socket;
    private Task living = Task.CompletedTask;
    private int attempt;
    private long earlier;
    private long heard = Environment.TickCount64;
    private volatile bool silent;
    private volatile TaskCompletionSource rousing = new();

    /// <summary>Called with a frame's bytes as it arrives, before it is applied.</summary>
    public delegate void Seen(ReadOnlySpan<byte> frame, long at);

    public Follower Follower { get; } = new();

    public bool Follows => follows;

    public Seen? Shown { get; init; }

    /// <summary>Called with everything that arrives, before anything is made of it.</summary>
    public Seen? Heard { get; init; }

    /// <summary>Called when it joined a step that has a total: with that and the moment.</summary>
    public Action<int, long>? Arrived { get; init; }

    /// <summary>The own address to call from; any when null.</summary>
    public IPAddress? From { get; init; }

    /// <summary>How many unread bytes its system takes in; its own choice when null.</summary>
    public int? Window { get; init; }

    /// <summary>The first pause before a lost connection is sought again is drawn from 0 to so many milliseconds; the later ones are the protocol's.</summary>
    public int FirstPause { get; init; } = 500;

    /// <summary>No pause is drawn longer than from so many milliseconds.</summary>
    public int MostPause { get; init; } = 10_000;

    /// <summary>How long it sends a command again that has no answer. A page does it for ever; a program that measures has to end.</summary>
    public TimeSpan Resending { get; init; } = TimeSpan.FromSeconds(60);

    public long Received => earlier + (socket?.Received ?? 0);

    public int Frames { get; private set; }

    /// <summary>Times that the connection was lost and sought again.</summary>
    public int Lost { get; private set; }

    /// <summary>Times that a connection was sought and not given.</summary>
    public int Refused { get; private set; }

    /// <summary>Times that a number was missing and the whole was asked for.</summary>
    public int Gaps { get; private set; }

    /// <summary>When it last joined (of <see cref="Stopwatch"/>); 0 while it did not.</summary>
    public long JoinedAt { get; private set; }

    /// <summary>When what it shows last changed (of <see cref="Stopwatch"/>).</summary>
    public long ChangedAt { get; private set; }

    /// <summary>Which life of the server's file it last joined.</summary>
    public Guid Epoch { get; private set; }

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
                var reply = await Invoke("Send", sent).WaitAsync(Answering);
                return JsonSerializer.Deserialize<Answer>(reply.Result, Reading)! with { At = reply.At };
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

    /// <summary>Seeks a lost connection at once, as a page does when its device says that the network is back.</summary>
    public void RetryNow()
    {
        attempt = 0;
        rousing.TrySetResult();
    }

    /// <summary>Stops reading, as a telephone that sleeps.</summary>
    /// <param name="mute">It sends no sign of life either.</param>
    public void Stall(bool mute)
    {
        silent = mute;
        socket?.Rest();
    }

    public void Wake()
    {
        silent = false;
        Volatile.Write(ref heard, Environment.TickCount64);
        socket?.Wake();
    }

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
            using var dialled = new HubSocket(From, Window);
            var opened = false;
            try
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
                patience.CancelAfter(Opening);
                await dialled.Open(address, cookie, Receive, patience.Token);
                (socket, opened) = (dialled, true);
                Volatile.Write(ref heard, Environment.TickCount64);
                await using var ticking = new Timer(_ => Tick(dialled), null, KeepAlive, KeepAlive);
                var reading = dialled.Read(Receive);
                _ = Rejoin();
                await reading;
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException or IOException or HttpRequestException)
            {
                // Lost, or not there yet: sought again below.
            }
            if (!opened) Refused++;
            Drop(dialled);
            if (!ending.IsCancellationRequested) await Rest(Random.Shared.Next(0, attempt++ == 0 ? FirstPause : Math.Min(MostPause, 500 << Math.Min(attempt, 5))));
        }
        joined.TrySetException(new IOException(Bye ?? "The client was ended before it joined."));
    }

    private Task Rest(int ms)
    {
        rousing = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return Task.WhenAny(Task.Delay(ms, ending.Token), rousing.Task);
    }

    /// <summary>Whoever waited for an answer on this connection is told that there will be none.</summary>
    private void Drop(HubSocket lost)
    {
        socket = null;
        earlier += lost.Received;
        if (!ending.IsCancellationRequested) Lost++;
        asked.Drop();
    }

    private void Tick(HubSocket dialled)
    {
        if (silent) return;
        if (Environment.TickCount64 - Volatile.Read(ref heard) > Patience.TotalMilliseconds && !dialled.Rests) dialled.Abort();
        else _ = dialled.Send(Ping).ContinueWith(sent => sent.Exception, TaskScheduler.Default);
    }

    /// <summary>Joining and coming back are the same message.</summary>
    private async Task Rejoin()
    {
        try
        {
            for (var fits = false; !fits;)
            {
                lock (Follower) Follower.Join();
                var reply = await Invoke("Join");
                var arrival = JsonSerializer.Deserialize<Arrival>(reply.Result, Reading)!;
                if (arrival.View?.Activity?.Total is { } total) Arrived?.Invoke(total, reply.At);
                var whole = follows ? JsonSerializer.Deserialize<Whole>(reply.Result, Reading)! : arrival.Whole;
                lock (Follower) fits = Follower.Joined(whole);
                Epoch = whole.Epoch;
            }
            attempt = 0;
            JoinedAt = ChangedAt = Stopwatch.GetTimestamp();
            joined.TrySetResult();
        }
        catch (IOException)
        {
            // Lost meanwhile: the next connection joins.
        }
        catch (InvalidOperationException refused) when (refused.Message.Contains("command.too-fast", StringComparison.Ordinal))
        {
            await Task.Delay(Random.Shared.Next(1_000, 2_000));
            await Rejoin();
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
    private async Task<Reply> Invoke(string target, params object[] arguments)
    {
        var (id, waiting) = asked.Ask();
        var message = JsonSerializer.SerializeToUtf8Bytes(
            new { type = 1, invocationId = id.ToString(CultureInfo.InvariantCulture), target, arguments }, Json.Options);
        try
        {
            await (socket ?? throw new IOException("There is no connection.")).Send(message);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
        {
            asked.Forget(id);
            throw new IOException("The connection was lost.", e);
        }
        return await waiting;
    }

    private void Receive(ReadOnlySpan<byte> message)
    {
        Volatile.Write(ref heard, Environment.TickCount64);
        Heard?.Invoke(message, Stopwatch.GetTimestamp());
        switch (Glance.Type(message))
        {
            case 1: Called(message); break;
            case 3: asked.Answer(message, Stopwatch.GetTimestamp()); break;
            case 7: socket?.Abort(); break;
        }
    }

    private void Called(ReadOnlySpan<byte> message)
    {
        if (Targets(message, "\"target\":\"Show\""u8)) Show(message);
        else if (Targets(message, "\"target\":\"Bye\""u8)) Leave(JsonDocument.Parse(message.ToArray()).RootElement.GetProperty("arguments")[0].GetString()!);
        else if (follows && Targets(message, "\"target\":\"Mine\""u8))
        {
            lock (Follower) Follower.Take(Argument<Own>(message));
            ChangedAt = Stopwatch.GetTimestamp();
        }
    }

    private void Show(ReadOnlySpan<byte> message)
    {
        Frames++;
        Shown?.Invoke(message, Stopwatch.GetTimestamp());
        var (from, number) = Glance.Numbers(message);
        var frame = follows ? Argument<Frame>(message) : new Frame(from, number, null);
        bool fits;
        lock (Follower) fits = Follower.Show(frame);
        ChangedAt = Stopwatch.GetTimestamp();
        if (fits) return;
        Gaps++;
        _ = Rejoin();
    }

    private void Leave(string code)
    {
        if (code == "seat.moved") _ = Rejoin();
        else Bye = code;
    }

    private static bool Targets(ReadOnlySpan<byte> message, ReadOnlySpan<byte> target) => message[..Math.Min(message.Length, 64)].IndexOf(target) >= 0;

    private static T Argument<T>(ReadOnlySpan<byte> message)
    {
        using var document = JsonDocument.Parse(message.ToArray());
        return document.RootElement.GetProperty("arguments")[0].Deserialize<T>(Reading)!;
    }
}
