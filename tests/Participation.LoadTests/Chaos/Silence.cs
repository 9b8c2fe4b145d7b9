using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Participation.LoadTests.Chaos;

/// <summary>Connections that say nothing, from as many addresses as are wanted; one that is cut off is opened again.</summary>
internal sealed class Silence(Uri server, int addresses)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private int opened;

    /// <summary>How often one was opened.</summary>
    public int Opened => opened;

    public Task Hold(int count, CancellationToken over) => Task.WhenAll(Enumerable.Range(0, count).Select(n => Task.Run(() => One(n, over), CancellationToken.None)));

    /// <summary>Until so many were opened; false when the server has ended, or none more comes about for so long.</summary>
    public async Task<bool> Reach(int count, TimeSpan patience, Func<bool> ended)
    {
        for (var (last, since) = (0, Stopwatch.GetTimestamp()); Opened < count; await Task.Delay(50))
        {
            if (Opened > last) (last, since) = (Opened, Stopwatch.GetTimestamp());
            if (ended() || Stopwatch.GetElapsedTime(since) > patience) return false;
        }
        return !ended();
    }

    private async Task One(int n, CancellationToken over)
    {
        var nothing = new byte[1];
        while (!over.IsCancellationRequested)
        {
            try
            {
                using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(new IPAddress([127, 0, 1, (byte)(1 + (n % addresses))]), 0));
                await socket.ConnectAsync(server.Host, server.Port, over);
                Interlocked.Increment(ref opened);
                while (await socket.ReceiveAsync(nothing, over) > 0) ;
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                // Cut off, or it is over.
            }
            if (!over.IsCancellationRequested) await Task.Delay(Pause, CancellationToken.None);
        }
    }
}
