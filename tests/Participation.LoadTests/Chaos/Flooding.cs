using System.Diagnostics;
using Participation.LoadTests.Hub;

namespace Participation.LoadTests.Chaos;

/// <summary>What programs that flood a room were given: of each of them twenty calls at once and five a second are taken (decision 0013), and the others are told to come later.</summary>
internal sealed class Flooding(int pause)
{
    private const int AtOnce = 20, ASecond = 5;
    private readonly Lock gate = new();
    private readonly List<long> sending = [];
    private double ended;

    public TimeSpan Pause { get; } = TimeSpan.FromMilliseconds(pause);

    public long Taken { get; private set; }

    public long Later { get; private set; }

    /// <summary>The most that all of them may have been taken by now.</summary>
    public double Promised
    {
        get { lock (gate) return ended + sending.Sum(Of); }
    }

    /// <summary>More was taken than is promised: the longer they go on, the longer it takes to see what is left of the room.</summary>
    public bool IsBroken
    {
        get { lock (gate) return Taken > ended + sending.Sum(Of); }
    }

    /// <summary>One begins to send; when, which it says again at its end.</summary>
    public long Begin()
    {
        var began = Stopwatch.GetTimestamp();
        lock (gate) sending.Add(began);
        return began;
    }

    public void Count(Answer? answer)
    {
        lock (gate)
        {
            if (answer?.Refused is { Code: "command.too-fast" }) Later++;
            else if (answer is not null) Taken++;
        }
    }

    public void End(long began)
    {
        lock (gate)
        {
            sending.Remove(began);
            ended += Of(began);
        }
    }

    private static double Of(long began) => AtOnce + 1 + (ASecond * Stopwatch.GetElapsedTime(began).TotalSeconds);
}
