using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Participation.LoadTests.Chaos.Fuzz;

/// <summary>Somebody who sends nonsense on one connection after the other, and reads what comes back only to be able to send more.</summary>
internal sealed class Fuzzer(Func<Random, (Uri Address, string Cookie)> door, Random chance)
{
    private const int MostOnOne = 400;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Grammar grammar = new(chance);

    /// <summary>Connections that were opened.</summary>
    public int Connections { get; private set; }

    /// <summary>Connections that were not given.</summary>
    public int NotGiven { get; private set; }

    /// <param name="take">False: enough was sent in all.</param>
    public async Task Run(Func<bool> take)
    {
        var more = true;
        while (more)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                if (!await Open(socket, patience.Token))
                {
                    NotGiven++;
                    continue;
                }
                Connections++;
                var draining = Drain(socket);
                more = await Talk(socket, take, patience.Token);
                socket.LingerState = new LingerOption(true, 0);
                socket.Dispose();
                await draining;
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                // The server had enough of it.
            }
        }
    }

    private async Task<bool> Talk(Socket socket, Func<bool> take, CancellationToken ct)
    {
        await Send(socket, grammar.Handshake(), ct);
        for (var n = 0; n < MostOnOne; n++)
        {
            if (!take()) return false;
            var (bytes, deadly) = grammar.Next();
            await Send(socket, bytes, ct);
            // What comes after the last word is hardly read; a few go on all the same.
            if (deadly && chance.Next(3) > 0)
            {
                // The server reads it before the connection goes.
                await Task.Delay(1, ct);
                return true;
            }
        }
        return true;
    }

    private async Task<bool> Open(Socket socket, CancellationToken ct)
    {
        var (address, cookie) = door(chance);
        await socket.ConnectAsync(address.Host, address.Port, ct);
        await Send(socket, Encoding.ASCII.GetBytes($"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + $"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {Convert.ToBase64String(Guid.NewGuid().ToByteArray())}\r\nCookie: {cookie}\r\n\r\n"), ct);
        var head = new byte[4096];
        var got = await socket.ReceiveAsync(head, ct);
        return got > 12 && int.Parse(Encoding.ASCII.GetString(head, 9, 3), CultureInfo.InvariantCulture) == 101;
    }

    private static async Task Send(Socket socket, byte[] bytes, CancellationToken ct)
    {
        for (var sent = 0; sent < bytes.Length;) sent += await socket.SendAsync(bytes.AsMemory(sent), ct);
    }

    private static async Task Drain(Socket socket)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer) > 0) ;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Over.
        }
    }
}
