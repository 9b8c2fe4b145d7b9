using System.Net.Sockets;

namespace Participation.LoadTests.Chaos.Network;

/// <summary>One connection between a client and the server, with its fate.</summary>
internal sealed class Wire : IDisposable
{
    private readonly Socket near, far;
    private readonly Fate fate;
    private readonly Lane up, down;
    private readonly CancellationTokenSource ending = new();
    private int over;

    /// <param name="alter">What a test does to the bytes that go up, or down.</param>
    public Wire(Socket near, Socket far, Fate fate, Random chance, Func<bool, byte[], byte[]>? alter)
    {
        (this.near, this.far, this.fate) = (near, far, fate);
        up = new Lane(near, far, fate, new Random(chance.Next())) { Alter = alter is null ? null : bytes => alter(true, bytes) };
        down = new Lane(far, near, fate, new Random(chance.Next())) { Alter = alter is null ? null : bytes => alter(false, bytes) };
    }

    /// <summary>Completes when the connection is over on both sides.</summary>
    public async Task Carry()
    {
        try
        {
            var carrying = Task.WhenAll(Carry(up), Carry(down));
            if (fate.Fault != Fault.None) await Task.WhenAny(carrying, Break());
            await carrying;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Both sides learn at once, by a reset, that the connection is gone.</summary>
    public void Reset()
    {
        if (Interlocked.Exchange(ref over, 1) == 0) ending.Cancel();
        foreach (var socket in (Socket[])[near, far])
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
        }
    }

    public void Dispose()
    {
        Reset();
        ending.Dispose();
    }

    private async Task Carry(Lane lane)
    {
        try
        {
            await lane.Carry(ending.Token);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One side is gone without a word: so is the other, unless nobody is told.
            if (!lane.IsDeaf) Reset();
        }
    }

    private async Task Break()
    {
        try
        {
            await Task.Delay(fate.After, ending.Token);
            await Happen();
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // It had ended by itself.
        }
    }

    private async Task Happen()
    {
        switch (fate.Fault)
        {
            case Fault.Reset: Reset(); break;
            case Fault.ResetInside:
                up.CutNext(Reset);
                down.CutNext(Reset);
                break;
            case Fault.DeafUp: up.Deafen(); break;
            case Fault.DeafDown: down.Deafen(); break;
            case Fault.Silence:
                up.Deafen();
                down.Deafen();
                break;
            case Fault.Hold:
                up.Hold();
                down.Hold();
                await Task.Delay(fate.Lasting, ending.Token);
                up.Flow();
                down.Flow();
                // Else every device would come by and by to a connection that held once and then stands for ever, and the storm would be over.
                await Task.Delay(fate.After, ending.Token);
                Reset();
                break;
            case Fault.SlowClose:
                up.Deafen();
                down.Deafen();
                far.Shutdown(SocketShutdown.Both);
                await Task.Delay(fate.Lasting, ending.Token);
                Reset();
                break;
        }
    }
}
