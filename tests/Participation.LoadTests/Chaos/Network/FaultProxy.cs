using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Participation.LoadTests.Chaos.Network;

/// <summary>The network in front of a server: every connection goes through it and has the fate that is drawn for it, until calm comes.</summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private readonly TcpListener entrance = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Wire, Task> wires = [];
    private readonly ConcurrentDictionary<string, int> met = [];
    private readonly Uri server;
    private readonly Task welcoming;
    private Func<int, (Fate, Random)> drawn = AllCalm;
    private int count;

    /// <summary>At first the weather is good.</summary>
    public FaultProxy(Uri server)
    {
        this.server = server;
        entrance.Start(backlog: 512);
        welcoming = Welcome();
    }

    /// <summary>Where clients connect instead.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)entrance.LocalEndpoint).Port}");

    /// <summary>What a test does to the bytes on their way (true: up), to see whether it is found; null: nothing.</summary>
    public Func<bool, byte[], byte[]>? Alter { get; init; }

    /// <summary>How many connections met what, since the weather changed last.</summary>
    public IReadOnlyDictionary<string, int> Met => met.ToDictionary();

    /// <summary>From now on connections have the fate that is drawn for the nth of them, by its chance; those that stand are lost.</summary>
    public void Break(Func<int, (Fate, Random)> fate)
    {
        (drawn, count) = (fate, 0);
        met.Clear();
        foreach (var wire in wires.Keys) wire.Reset();
    }

    /// <summary>The network is healed: connections are left alone, and those that were broken or hampered learn that they are gone.</summary>
    public void Calm() => Break(AllCalm);

    private static (Fate, Random) AllCalm(int n) => (Fate.Calm, new Random(n));

    public async ValueTask DisposeAsync()
    {
        entrance.Stop();
        await welcoming;
        foreach (var wire in wires.Keys) wire.Reset();
        await Task.WhenAll(wires.Values);
    }

    private async Task Welcome()
    {
        try
        {
            while (true) _ = Guide(await entrance.AcceptSocketAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The entrance was closed.
        }
    }

    private async Task Guide(Socket near)
    {
        var (fate, chance) = drawn(Interlocked.Increment(ref count) - 1);
        met.AddOrUpdate(fate.Portal?.Name ?? fate.Fault.ToString(), 1, (_, n) => n + 1);
        near.NoDelay = true;
        try
        {
            if (fate.Portal is { } portal) await Answer(near, portal);
            else await Connect(near, fate, chance);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            near.Dispose();
        }
    }

    private async Task Connect(Socket near, Fate fate, Random chance)
    {
        var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await far.ConnectAsync(server.Host, server.Port);
        }
        catch (SocketException)
        {
            far.Dispose();
            throw;
        }
        using var wire = new Wire(near, far, fate, chance, Alter);
        var carrying = wire.Carry();
        wires[wire] = carrying;
        await carrying;
        wires.TryRemove(wire, out _);
    }

    /// <summary>It reads what it is asked, answers its own, and closes.</summary>
    private static async Task Answer(Socket near, Portal portal)
    {
        using (near)
        {
            await near.ReceiveAsync(new byte[4096]);
            await near.SendAsync(portal.Answer);
            near.Shutdown(SocketShutdown.Both);
        }
    }
}
