using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Participation.LoadTests.Chaos.Network;

namespace Participation.Tests.LoadTests;

/// <summary>The proxy does to a connection what its fate says, and nothing to a calm one.</summary>
public sealed class FaultProxyTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);

    private readonly TcpListener echo = new(IPAddress.Loopback, 0);
    private readonly List<int> heard = [];
    private readonly Task echoing;
    private readonly List<FaultProxy> proxies = [];

    public FaultProxyTests()
    {
        echo.Start();
        echoing = Echo();
    }

    [Fact]
    public async Task A_calm_connection_carries_what_is_sent_both_ways_and_ends_in_order()
    {
        using var client = await Through(Fate.Calm);
        Assert.Equal("as it is", await Say(client, "as it is"));
        client.Shutdown(SocketShutdown.Send);
        Assert.Equal(0, await Receive(client));
    }

    [Fact]
    public async Task Slices_of_a_byte_and_a_narrow_line_change_nothing_in_what_arrives()
    {
        using var client = await Through(new Fate { Slice = 1, BytesPerSecond = 100_000, Latency = (1, 20) });
        var text = string.Concat(Enumerable.Range(0, 300).Select(n => $"{n} "));
        Assert.Equal(text, await Say(client, text));
    }

    [Fact]
    public async Task Latency_is_paid_on_both_ways()
    {
        using var client = await Through(new Fate { Latency = (100, 120) });
        var since = Stopwatch.GetTimestamp();
        await Say(client, "slow");
        Assert.True(Stopwatch.GetElapsedTime(since).TotalMilliseconds >= 200);
    }

    [Fact]
    public async Task A_reset_is_seen_as_one()
    {
        using var client = await Through(new Fate { Fault = Fault.Reset, After = Moment });
        var broken = await Assert.ThrowsAsync<SocketException>(() => Receive(client));
        Assert.Equal(SocketError.ConnectionReset, broken.SocketErrorCode);
    }

    [Fact]
    public async Task A_reset_inside_a_piece_lets_half_of_it_through()
    {
        using var client = await Through(new Fate { Fault = Fault.ResetInside, After = Moment });
        Assert.Equal("whole", await Say(client, "whole"));
        await Task.Delay(2 * Moment);
        await client.SendAsync(new byte[1000]);
        await Assert.ThrowsAsync<SocketException>(() => Receive(client));
        Assert.Equal(505, Heard);
    }

    [Theory]
    [InlineData(nameof(Fault.DeafUp), false)]
    [InlineData(nameof(Fault.DeafDown), true)]
    [InlineData(nameof(Fault.Silence), false)]
    public async Task A_deaf_line_swallows_its_direction_and_tells_nobody(string fault, bool arrives)
    {
        using var client = await Through(new Fate { Fault = Enum.Parse<Fault>(fault), After = Moment });
        Assert.Equal("before", await Say(client, "before"));
        await Task.Delay(2 * Moment);
        await client.SendAsync("after"u8.ToArray());
        await Assert.ThrowsAsync<TimeoutException>(() => Receive(client, 2 * Moment));
        Assert.Equal(arrives ? 11 : 6, Heard);
    }

    [Fact]
    public async Task What_was_held_comes_whole_and_later_and_its_connection_does_not_stand_for_ever()
    {
        using var client = await Through(new Fate { Fault = Fault.Hold, After = 6 * Moment, Lasting = 3 * Moment });
        await Task.Delay(7 * Moment);
        Assert.Equal("late", await Say(client, "late"));
        await Assert.ThrowsAsync<SocketException>(() => Receive(client));
    }

    [Fact]
    public async Task A_slow_close_reaches_the_client_after_the_server()
    {
        using var client = await Through(new Fate { Fault = Fault.SlowClose, After = TimeSpan.Zero, Lasting = 2 * Moment });
        await Assert.ThrowsAsync<SocketException>(() => Receive(client));
    }

    [Fact]
    public async Task A_portal_answers_in_the_servers_place()
    {
        foreach (var portal in Portal.All)
        {
            using var client = await Through(new Fate { Portal = portal });
            Assert.Equal(Encoding.ASCII.GetString(portal.Answer), await Say(client, "GET /live HTTP/1.1\r\n\r\n", portal.Answer.Length));
            Assert.Equal(0, await Receive(client));
        }
        Assert.Equal(0, Heard);
    }

    [Fact]
    public async Task Calm_ends_what_was_broken_and_leaves_new_connections_alone()
    {
        using var client = await Through(new Fate { Fault = Fault.Silence, After = TimeSpan.Zero });
        await Task.Delay(Moment);
        proxies[0].Calm();
        await Assert.ThrowsAsync<SocketException>(() => Receive(client));
        using var another = await Connect(proxies[0]);
        Assert.Equal("healed", await Say(another, "healed"));
    }

    [Fact]
    public void The_same_seed_gives_the_same_fates_and_another_seed_others()
    {
        var (first, again, other) = (Fates(7), Fates(7), Fates(8));
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.Equal(Enum.GetValues<Fault>().Length, first.Select(fate => fate.Fault).Distinct().Count());
        Assert.Equal(Portal.All.Count, first.Select(fate => fate.Portal).OfType<Portal>().Distinct().Count());
        Assert.InRange(first.Where(fate => fate.Portal is null).Average(fate => fate.After.TotalSeconds), 9, 11);
        static List<Fate> Fates(int seed) => [.. Enumerable.Range(0, 5000).Select(n => new Storm(seed, TimeSpan.FromSeconds(10)).Of(n).Fate)];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var proxy in proxies) await proxy.DisposeAsync();
        echo.Stop();
        await echoing;
    }

    private int Heard
    {
        get
        {
            lock (heard) return heard.Sum();
        }
    }

    private Task<Socket> Through(Fate fate)
    {
        var proxy = new FaultProxy(new Uri($"http://127.0.0.1:{((IPEndPoint)echo.LocalEndpoint).Port}"));
        proxy.Break(n => (fate, new Random(n)));
        proxies.Add(proxy);
        return Connect(proxy);
    }

    private static async Task<Socket> Connect(FaultProxy proxy)
    {
        var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await client.ConnectAsync(proxy.Address.Host, proxy.Address.Port);
        return client;
    }

    private static async Task<string> Say(Socket client, string text, int? length = null)
    {
        await client.SendAsync(Encoding.ASCII.GetBytes(text));
        var (answer, wanted) = (new List<byte>(), length ?? text.Length);
        var buffer = new byte[4096];
        while (answer.Count < wanted)
        {
            var got = await client.ReceiveAsync(buffer).WaitAsync(Patience);
            if (got == 0) break;
            answer.AddRange(buffer[..got]);
        }
        return Encoding.ASCII.GetString([.. answer]);
    }

    /// <summary>Reads until the end; how much the last piece was.</summary>
    private static async Task<int> Receive(Socket client, TimeSpan? patience = null)
    {
        var buffer = new byte[4096];
        int got;
        while ((got = await client.ReceiveAsync(buffer).WaitAsync(patience ?? Patience)) > 0) ;
        return got;
    }

    private async Task Echo()
    {
        try
        {
            while (true) _ = Answer(await echo.AcceptSocketAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Answer(Socket socket)
    {
        using (socket)
        {
            var buffer = new byte[4096];
            try
            {
                for (int got; (got = await socket.ReceiveAsync(buffer)) > 0; await socket.SendAsync(buffer.AsMemory(0, got)))
                    lock (heard) heard.Add(got);
            }
            catch (SocketException)
            {
                // It was reset.
            }
        }
    }
}
