using System.Diagnostics;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Participation.LoadTests.Chaos.Network;

/// <summary>One direction of a connection: takes pieces in, keeps them for as long as they are under way, and hands them on in their order.</summary>
internal sealed class Lane(Socket from, Socket into, Fate fate, Random chance)
{
    private const int Buffer = 16 * 1024, UnderWay = 64;

    private readonly Channel<(byte[] Bytes, long Due)> way = Channel.CreateBounded<(byte[], long)>(UnderWay);
    private TaskCompletionSource flowing = Open();
    private volatile bool deaf;
    private volatile Action? cut;

    /// <summary>What a test does to the bytes, to see whether it is found; null: nothing.</summary>
    public Func<byte[], byte[]>? Alter { get; init; }

    public bool IsDeaf => deaf;

    public void Deafen() => deaf = true;

    public void Hold() => flowing = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Flow() => flowing.TrySetResult();

    /// <summary>Hands on half of the next piece, and does this then.</summary>
    public void CutNext(Action then) => cut = then;

    /// <summary>Completes when nothing more comes and all is handed on.</summary>
    public async Task Carry(CancellationToken ct)
    {
        var delivering = Deliver(ct);
        try
        {
            var buffer = new byte[Buffer];
            for (int got; (got = await from.ReceiveAsync(buffer, ct)) > 0;)
            {
                var due = Stopwatch.GetTimestamp() + (long)(chance.Next(fate.Latency.Least, fate.Latency.Most + 1) * (Stopwatch.Frequency / 1e3));
                await way.Writer.WriteAsync((Alter?.Invoke(buffer[..got]) ?? buffer[..got], due), ct);
            }
        }
        finally
        {
            way.Writer.TryComplete();
            await delivering;
        }
        // An orderly end is handed on; of a dead network nobody hears even that.
        if (!deaf) into.Shutdown(SocketShutdown.Send);
    }

    private async Task Deliver(CancellationToken ct)
    {
        await foreach (var (bytes, due) in way.Reader.ReadAllAsync(ct))
        {
            if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { Ticks: > 0 } left) await Task.Delay(left, ct);
            await flowing.Task.WaitAsync(ct);
            if (deaf) continue;
            if (cut is { } then)
            {
                await into.SendAsync(bytes.AsMemory(0, (bytes.Length + 1) / 2), ct);
                then();
                return;
            }
            await Slices(bytes, ct);
        }
    }

    private async Task Slices(byte[] bytes, CancellationToken ct)
    {
        var size = fate.Slice == 0 ? bytes.Length : fate.Slice;
        for (var at = 0; at < bytes.Length; at += size)
        {
            var slice = bytes.AsMemory(at, Math.Min(size, bytes.Length - at));
            for (var sent = 0; sent < slice.Length;) sent += await into.SendAsync(slice[sent..], ct);
            if (fate.BytesPerSecond > 0 && slice.Length * 1000 / fate.BytesPerSecond is > 0 and var pause) await Task.Delay(pause, ct);
        }
    }

    private static TaskCompletionSource Open()
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        open.SetResult();
        return open;
    }
}
