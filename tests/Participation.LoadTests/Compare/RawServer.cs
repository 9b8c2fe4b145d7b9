using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Participation.LoadTests.Compare;

/// <summary><c>raw-server MS BYTES</c>: frames of so many bytes, each with the moment of its tick, written as they are into every connection.</summary>
internal static class RawServer
{
    private const string WebSocketKey = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private static readonly ConcurrentDictionary<string, Stream> Screens = [];

    public static async Task<int> Run(string[] args)
    {
        var (interval, bytes) = (double.Parse(args[0], CultureInfo.InvariantCulture), int.Parse(args[1], CultureInfo.InvariantCulture));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(Hold);
        await app.StartAsync();
        Console.WriteLine($"listening {new Uri(app.Urls.First()).Port}");

        using var ticking = new PeriodicTimer(TimeSpan.FromMilliseconds(interval));
        _ = Task.Run(async () =>
        {
            while (await ticking.WaitForNextTickAsync()) Tick(bytes);
        });
        while (await Console.In.ReadLineAsync() is not null) ;
        Environment.Exit(0);
        return 0;
    }

    /// <summary>A WebSocket text frame, as a server sends it.</summary>
    public static byte[] Framed(ReadOnlySpan<byte> payload)
    {
        var header = payload.Length switch { < 126 => 2, <= ushort.MaxValue => 4, _ => 10 };
        var frame = new byte[header + payload.Length];
        frame[0] = 0x81;
        frame[1] = header switch { 2 => (byte)payload.Length, 4 => 126, _ => 127 };
        if (header == 4) BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), (ushort)payload.Length);
        if (header == 10) BinaryPrimitives.WriteUInt64BigEndian(frame.AsSpan(2), (ulong)payload.Length);
        payload.CopyTo(frame.AsSpan(header));
        return frame;
    }

    private static void Tick(int bytes)
    {
        var frame = Framed(Encoding.ASCII.GetBytes($"{{\"ticked\":{Stopwatch.GetTimestamp()}}}".PadRight(bytes)));
        foreach (var (id, screen) in Screens)
        {
            var writing = screen.WriteAsync(frame);
            if (writing.IsCompletedSuccessfully) continue;
            _ = writing.AsTask().ContinueWith(done =>
            {
                if (done.Exception is not null) Screens.TryRemove(id, out Stream? _);
            }, TaskScheduler.Default);
        }
    }

    private static async Task Hold(HttpContext http)
    {
        // WebSocket prescribes SHA-1 here; it protects nothing.
#pragma warning disable CA5350
        var accept = SHA1.HashData(Encoding.ASCII.GetBytes(http.Request.Headers.SecWebSocketKey + WebSocketKey));
#pragma warning restore CA5350
        (http.Response.Headers.Upgrade, http.Response.Headers.SecWebSocketAccept) = ("websocket", Convert.ToBase64String(accept));
        await using var screen = await http.Features.Get<IHttpUpgradeFeature>()!.UpgradeAsync();
        await screen.WriteAsync(Framed("joined"u8));
        Screens[http.Connection.Id] = screen;
        var ignored = new byte[256];
        try
        {
            while (await screen.ReadAsync(ignored) > 0) ;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // Gone.
        }
        Screens.TryRemove(http.Connection.Id, out Stream? _);
    }
}
