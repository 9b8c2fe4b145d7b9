using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Participation.LoadTests.Hub;

/// <summary>
/// One WebSocket with the framing of the SignalR JSON protocol, straight on the socket: the program shares its processors with the server
/// that it judges, and thousands of phones must cost it little. Lives until it is lost.
/// </summary>
internal sealed class HubSocket : IDisposable
{
    private const int Text = 1, Pong = 10;

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly SemaphoreSlim sending = new(1);
    private readonly Inbox inbox;
    private TaskCompletionSource? resting;

    /// <param name="from">The own address to call from; any when null.</param>
    /// <param name="window">How many bytes the system takes in before they are read; its own choice when null.</param>
    public HubSocket(IPAddress? from = null, int? window = null)
    {
        inbox = new Inbox { Pinged = () => _ = Answer() };
        if (window is { } bytes) socket.ReceiveBufferSize = bytes;
        if (from is not null) socket.Bind(new IPEndPoint(from, 0));
    }

    /// <summary>Bytes of messages received; those of WebSocket and TCP headers are not counted.</summary>
    public long Received => inbox.Bytes;

    /// <exception cref="HttpRequestException">The server did not take the connection over; with its status.</exception>
    public async Task Open(Uri address, string cookie, Inbox.Heard heard, CancellationToken ct)
    {
        if (address.Scheme != "ws") throw new FormatException("Only servers without TLS can be measured here.");
        await socket.ConnectAsync(address.Host, address.Port, ct);
        var request = $"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + $"Sec-WebSocket-Key: {Convert.ToBase64String(Guid.NewGuid().ToByteArray())}\r\nCookie: {cookie}\r\n\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(request), ct);
        await TakeOver(heard, ct);
        await Send("""{"protocol":"json","version":1}"""u8.ToArray());
    }

    /// <summary>Sends one message. The bytes are not masked by chance but by zero: no proxy stands on this road, and it spares both sides the work.</summary>
    public async Task Send(byte[] message) => await Write(Text, message, Inbox.End);

    /// <summary>Calls back with every message, in order, until the connection ends. The first is the handshake's answer.</summary>
    public async Task Read(Inbox.Heard heard)
    {
        while (true)
        {
            if (resting is { } rest) await rest.Task;
            var got = await socket.ReceiveAsync(inbox.Free);
            if (got == 0 || !inbox.Take(got, heard)) return;
        }
    }

    /// <summary>It reads no more.</summary>
    public bool Rests => resting is not null;

    /// <summary>Reads no more until <see cref="Wake"/>, as a telephone that sleeps: its system goes on taking bytes until it has no room.</summary>
    public void Rest() => resting ??= new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Wake()
    {
        var rest = resting;
        resting = null;
        rest?.TrySetResult();
    }

    /// <summary>Ends the connection without a word, as a network does.</summary>
    public void Abort()
    {
        try
        {
            socket.LingerState = new LingerOption(true, 0);
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            // It had ended by itself.
        }
        socket.Dispose();
        Wake();
    }

    public void Dispose()
    {
        socket.Dispose();
        inbox.Dispose();
    }

    private async Task TakeOver(Inbox.Heard heard, CancellationToken ct)
    {
        var (head, length) = (new byte[4096], 0);
        int end;
        while ((end = head.AsSpan(0, length).IndexOf("\r\n\r\n"u8)) < 0)
        {
            var got = length < head.Length ? await socket.ReceiveAsync(head.AsMemory(length), ct) : 0;
            if (got == 0) throw new IOException("The connection ended before it was taken over.");
            length += got;
        }
        var status = int.Parse(Encoding.ASCII.GetString(head, "HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture);
        if (status != 101) throw new HttpRequestException($"The server answered {status}.", null, (HttpStatusCode)status);
        var rest = head.AsMemory(end + 4, length - end - 4);
        rest.CopyTo(inbox.Free);
        inbox.Take(rest.Length, heard);
    }

    private async Task Answer()
    {
        try
        {
            await Write(Pong, [], null);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Lost: whoever reads finds out.
        }
    }

    private async Task Write(int opcode, byte[] payload, byte? end)
    {
        var length = payload.Length + (end is null ? 0 : 1);
        var frame = ArrayPool<byte>.Shared.Rent(length + 8);
        var header = length < 126 ? 6 : 8;
        (frame[0], frame[1]) = ((byte)(0x80 | opcode), (byte)(0x80 | (length < 126 ? length : 126)));
        if (length >= 126) BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), checked((ushort)length));
        frame.AsSpan(header - 4, 4).Clear();
        payload.CopyTo(frame, header);
        if (end is { } mark) frame[header + payload.Length] = mark;
        await sending.WaitAsync();
        try
        {
            for (var sent = 0; sent < header + length;) sent += await socket.SendAsync(frame.AsMemory(sent, header + length - sent));
        }
        finally
        {
            sending.Release();
            ArrayPool<byte>.Shared.Return(frame);
        }
    }
}
