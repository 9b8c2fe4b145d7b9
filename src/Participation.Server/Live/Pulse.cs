namespace Participation.Server.Live;

/// <summary>Whether somebody is at work on a room's screens: one at a time, and none who comes meanwhile is forgotten.</summary>
internal sealed class Pulse
{
    private const int Idle = 0, Busy = 1, Again = 2;
    private int state;

    /// <summary>True: the caller begins to work. False: somebody does, and will look again.</summary>
    public bool Begin()
    {
        while (true)
        {
            if (Interlocked.CompareExchange(ref state, Busy, Idle) == Idle) return true;
            if (Interlocked.CompareExchange(ref state, Again, Busy) != Idle) return false;
        }
    }

    /// <summary>True: the work is over. False: something came meanwhile.</summary>
    public bool End()
    {
        if (Interlocked.CompareExchange(ref state, Idle, Busy) == Busy) return true;
        Volatile.Write(ref state, Busy);
        return false;
    }
}
