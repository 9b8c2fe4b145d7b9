using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Participation.LoadTests.House;
using Participation.Sessions;

namespace Participation.LoadTests.Chaos;

/// <summary>Programs that do one thing without a pause, on so many connections, from the address of the room.</summary>
internal sealed class Hammers(Room room, CancellationToken over)
{
    /// <summary>So many that anybody may take are taken, where it does not go without.</summary>
    public const int Seats = 4;

    /// <summary>Pings or calls that are sent at once.</summary>
    private const int Times = 50;

    /// <summary>The server's answer to a ping of the socket, and what each message of the hub ends with.</summary>
    private const byte Pong = 0x8A, EndOfMessage = 0x1E;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly byte[] Handshake = Text("{\"protocol\":\"json\",\"version\":1}\u001e");

    /// <summary>Pings of the socket, an empty message, a part of one and its end, signs of life, a type that there is not: nothing of it is a call.</summary>
    private static readonly byte[] NoCalls = Repeated(
        [.. Frame(0x89, []), .. Frame(0x81, []), .. Frame(0x01, []), .. Frame(0x80, []), .. Text("{\"type\":6}\u001e"), .. Text("{\"type\":77}\u001e")]);

    private static readonly byte[] Joins = Repeated(Text("{\"type\":1,\"invocationId\":\"1\",\"target\":\"Join\",\"arguments\":[]}\u001e"));

    /// <summary>What one ping and what comes with it counts over a live connection: each of six frames one, and each 64 bytes.</summary>
    public static double CostOfPing { get; } = 6 + ((double)NoCalls.Length / Times / 64);

    private readonly Uri server = room.Doors.Server;
    private long asked, answered, refused, opened, cut;

    /// <summary>Requests, pings and calls that were sent, as far as this machine took them.</summary>
    public long Asked => Interlocked.Read(ref asked);

    /// <summary>Of these the server did so many.</summary>
    public long Answered => Interlocked.Read(ref answered);

    /// <summary>Requests that were told to come again later.</summary>
    public long Refused => Interlocked.Read(ref refused);

    /// <summary>Live connections that were opened, each time.</summary>
    public long Opened => Interlocked.Read(ref opened);

    /// <summary>Connections that were ended.</summary>
    public long Cut => Interlocked.Read(ref cut);

    public async Task Run(string mode, int connections)
    {
        var seats = new List<string>();
        if (mode is "mine" or "frames")
            for (var n = 0; n < Seats; n++) seats.Add((await room.Doors.Join(room.Code, room.Language)).Cookie);
        await Task.WhenAll(Enumerable.Range(0, connections).Select(n => Task.Run(() => Loop(mode switch
        {
            "mine" => () => Ask(HttpMethod.Get, $"/api/mine/{room.Session}", seats[n % seats.Count]),
            "negotiate" => () => Ask(HttpMethod.Post, $"{Live}&negotiateVersion=1", null),
            "frames" => () => Blast(NoCalls, n % 2 == 0 ? seats[n / 2 % seats.Count] : "", Pong),
            _ => () => Blast(Joins, "", EndOfMessage),
        }), CancellationToken.None)));
    }

    private string Live => $"/live/negotiate?session={room.Session}&role=participant";

    private static async Task<HttpClient> Client() => await Task.FromResult(new HttpClient(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = 1 }));

    private async Task Loop(Func<Task> once)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                await once();
            }
            catch (Exception e) when (e is SocketException or IOException or HttpRequestException or OperationCanceledException)
            {
                Interlocked.Increment(ref cut);
                if (!over.IsCancellationRequested) await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }

    private async Task Ask(HttpMethod method, string path, string? cookie)
    {
        using var http = await Client();
        while (!over.IsCancellationRequested)
        {
            using var request = new HttpRequestMessage(method, new Uri(server, path));
            if (cookie is not null) request.Headers.Add("Cookie", cookie);
            using var answer = await http.SendAsync(request, over);
            Interlocked.Increment(ref asked);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) Interlocked.Increment(ref refused);
            else if (answer.IsSuccessStatusCode) Interlocked.Increment(ref answered);
            else throw new InvalidOperationException($"{path} is answered by {answer.StatusCode}: nobody hammers.");
        }
    }

    /// <summary>A live connection over which the same is sent for ever, and of whose answers only the number is kept.</summary>
    /// <param name="sign">The byte of which each answer has one.</param>
    private async Task Blast(byte[] what, string cookie, byte sign)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server.Host, server.Port, over);
        var head = $"GET {room.Doors.Live(room.Session, Role.Participant).PathAndQuery} HTTP/1.1\r\nHost: {server.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + $"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {Convert.ToBase64String(Guid.NewGuid().ToByteArray())}\r\nCookie: {cookie}\r\n\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(head), over);
        Interlocked.Increment(ref opened);
        var drain = Drain(socket, sign);
        await socket.SendAsync(Handshake, over);
        for (; !drain.IsCompleted; Interlocked.Add(ref asked, Times)) await socket.SendAsync(what, over);
        throw new IOException("It was cut off.");
    }

    private async Task Drain(Socket socket, byte sign)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer, over) is var read and > 0) Interlocked.Add(ref answered, buffer.AsSpan(0, read).Count(sign));
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Cut off, or it is over.
        }
    }

    private static byte[] Text(string text) => Frame(0x81, Encoding.UTF8.GetBytes(text));

    /// <summary>Masked by zero, as the protocol wants it of a client.</summary>
    private static byte[] Frame(byte kind, byte[] payload) => [kind, (byte)(0x80 | payload.Length), 0, 0, 0, 0, .. payload];

    private static byte[] Repeated(byte[] once) => [.. Enumerable.Repeat(once, Times).SelectMany(bytes => bytes)];
}
