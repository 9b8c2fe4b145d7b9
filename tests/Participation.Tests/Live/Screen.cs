using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Participation.Sessions;
using Participation.Tests.Laws;
using Participation.Views;

namespace Participation.Tests.Live;

/// <summary>The hub refused a call.</summary>
internal sealed class HubError(string message) : Exception(message);

/// <summary>A screen that speaks the live protocol over a plain WebSocket, as PROTOCOL.md and nothing else tells it.</summary>
internal sealed class Screen : IAsyncDisposable
{
    private const char End = '\u001e';
    private readonly ClientWebSocket socket = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode?>> asked = [];
    private readonly SemaphoreSlim sending = new(1), news = new(0);
    private readonly TaskCompletionSource reading = new();
    private readonly List<JsonNode> early = [];
    private Task reader = Task.CompletedTask;
    private static int markers = 10_000;
    private int calls;
    private long number = -1, mineNumber = -1;

    /// <summary>Of the last frame that was shown.</summary>
    public long Number => number;

    public JsonNode? View { get; private set; }

    public JsonNode? Mine { get; private set; }

    public JsonNode? You { get; private set; }

    public string? Bye { get; private set; }

    public int Here { get; private set; } = -1;

    /// <summary>What this screen was told last of the walls.</summary>
    public JsonNode? Wall { get; private set; }

    /// <summary>Completes when the connection has ended, by whomever.</summary>
    public Task Ended => reader;

    /// <summary>Completes when the other side has closed the connection, sooner than the twenty seconds after which it would give up a line that is silent.</summary>
    public Task Closed => reader.WaitAsync(TimeSpan.FromSeconds(12), TestContext.Current.CancellationToken);

    public Browser Browser { get; private init; } = null!;

    public CookieContainer Cookies => Browser.Cookies;

    public Guid Id => You!["id"]!.GetValue<Guid>();

    public static async Task<Screen> Connect(Browser browser, Role role, string? origin = null, bool join = true, string? said = null, Guid? session = null)
    {
        var (house, cookies) = (browser.House, browser.Cookies);
        var screen = new Screen { Browser = browser };
        screen.socket.Options.Cookies = cookies;
        if (origin is not null) screen.socket.Options.SetRequestHeader("Origin", origin);
        await screen.socket.ConnectAsync(new($"ws://{house.Address.Authority}/live?session={session ?? house.Session}&role={said ?? role.ToString().ToLowerInvariant()}"), default);
        await screen.Raw("{\"protocol\":\"json\",\"version\":1}");
        screen.reader = Task.Run(screen.ReadAll);
        if (join) await screen.Join();
        return screen;
    }

    public async Task<JsonNode> Join()
    {
        lock (early) number = -1;
        var whole = (await Invoke("Join"))!;
        lock (early)
        {
            (number, View, You) = (whole["number"]!.GetValue<long>(), whole["view"]!.DeepClone(), whole["you"]);
            if (whole["mineNumber"]!.GetValue<long>() >= mineNumber) (mineNumber, Mine) = (whole["mineNumber"]!.GetValue<long>(), whole["mine"]);
            foreach (var frame in early) Show(frame);
            early.Clear();
        }
        return whole;
    }

    /// <summary>A command; the answer is its receipt.</summary>
    public async Task<JsonNode> Send(string name, object? data = null, string? item = null, long? expected = null, Guid? @for = null, Guid? command = null) =>
        (await Invoke("Send", new { command = command ?? Guid.NewGuid(), name, item, expected, @for, data = data ?? new { } }))!;

    /// <summary>A command that must be received.</summary>
    public async Task<long> Done(string name, object? data = null, string? item = null, long? expected = null, Guid? @for = null)
    {
        var answer = await Send(name, data, item, expected, @for);
        Assert.True(answer["refused"] is null, answer.ToJsonString());
        return answer["number"]!.GetValue<long>();
    }

    /// <summary>The code of the refusal that a command must get.</summary>
    public async Task<string> Refused(string name, object? data = null, string? item = null, long? expected = null, Guid? @for = null)
    {
        var answer = await Send(name, data, item, expected, @for);
        Assert.True(answer["refused"] is not null, $"{name} was received");
        foreach (var language in new[] { "en", "it", "de" }) Assert.NotEmpty(answer["refused"]!["text"]![language]!.GetValue<string>());
        return answer["refused"]!["code"]!.GetValue<string>();
    }

    public Task<JsonNode?> Invoke(string target, params object[] arguments) => Call(target, JsonSerializer.Serialize(arguments, Participation.Journal.Json.Options));

    /// <summary>A call whose arguments are written by hand, wrong ones too.</summary>
    public async Task<JsonNode?> Call(string target, string arguments)
    {
        var id = Interlocked.Increment(ref calls).ToString();
        var answer = asked[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await Raw($"{{\"type\":1,\"invocationId\":\"{id}\",\"target\":\"{target}\",\"arguments\":{arguments}}}");
        return await answer.Task.WaitAsync(Patience.Usual);
    }

    public async Task Raw(string message)
    {
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, true, default);
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>Waits until what this screen has is as it should be. The condition sees it as what may not have come yet, so that it cannot break on it.</summary>
    public async Task Until(Func<Sight, bool> holds, string what)
    {
        using var limit = new CancellationTokenSource(Patience.Usual);
        while (true)
        {
            lock (early) if (holds(new(this))) return;
            try
            {
                await news.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"never came: {what}\n{View?.ToJsonString()}\n{Mine?.ToJsonString()}");
            }
        }
    }

    /// <summary>
    /// Waits for a frame that a facilitator causes now and everybody sees: what was sent to this screen before has then come, also what should not have been sent.
    /// </summary>
    public async Task Follow(Screen facilitator)
    {
        var seconds = Interlocked.Increment(ref markers);
        await facilitator.Done("timer.start", new { seconds });
        await Until(screen => screen.View["timer"]["seconds"].Number == seconds, "the frame after all that came before");
    }

    /// <summary>Goes without a word, as a phone does whose battery is empty.</summary>
    public void Vanish() => socket.Abort();

    /// <summary>From now on nothing is read from the connection.</summary>
    public void Stall() => reading.TrySetResult();

    private async Task ReadAll()
    {
        var (buffer, text) = (new byte[64 * 1024], new StringBuilder());
        try
        {
            while (!reading.Task.IsCompleted)
            {
                var message = new MemoryStream();
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(), default);
                    message.Write(buffer, 0, part.Count);
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close) break;
                text.Append(Encoding.UTF8.GetString(message.ToArray()));
                var all = text.ToString().Split(End);
                text.Clear().Append(all[^1]);
                foreach (var one in all[..^1]) Take(JsonNode.Parse(one)!);
            }
            if (reading.Task.IsCompleted) return;
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException || (e is InvalidOperationException && socket.State != WebSocketState.Open))
        {
            // The connection is gone: that is what the loop waits for.
        }
        foreach (var waiting in asked.Values) waiting.TrySetException(new WebSocketException("ended"));
        news.Release();
    }

    private void Take(JsonNode message)
    {
        var type = message["type"]?.GetValue<int>();
        if (type == 3 && asked.TryRemove(message["invocationId"]!.GetValue<string>(), out var waiting))
        {
            if (message["error"] is { } error) waiting.SetException(new HubError(error.GetValue<string>()));
            else waiting.SetResult(message["result"]);
        }
        if (type != 1) return;
        var told = message["arguments"]![0]!;
        lock (early)
        {
            switch (message["target"]!.GetValue<string>())
            {
                case "Show" when number < 0: early.Add(told); break;
                case "Show": Show(told); break;
                case "Mine" when told["mineNumber"]!.GetValue<long>() > mineNumber: (mineNumber, Mine) = (told["mineNumber"]!.GetValue<long>(), told["mine"]); break;
                case "Wall": Wall = told; break;
                case "Here": Here = told.GetValue<int>(); break;
                case "Bye": Bye = told.GetValue<string>(); break;
                default: break;
            }
        }
        news.Release();
    }

    private void Show(JsonNode frame)
    {
        if (frame["number"]!.GetValue<long>() <= number) return;
        Assert.Equal(number, frame["from"]!.GetValue<long>());
        View = JsonPatch.Apply(View!, frame["patch"].Deserialize<PatchOp[]>(Participation.Journal.Json.Options)!);
        number = frame["number"]!.GetValue<long>();
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await reader;
        socket.Dispose();
    }
}
