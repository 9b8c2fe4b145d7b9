using Participation.LoadTests.Hub;

namespace Participation.LoadTests.Chaos;

/// <summary>What programs that flood a room were given: of each of them twenty calls at once and five a second are taken (decision 0013), and the others are told to come later.</summary>
internal sealed class Flooding(int pause)
{
    private const int AtOnce = 20, ASecond = 5;
    private readonly Lock gate = new();

    public TimeSpan Pause { get; } = TimeSpan.FromMilliseconds(pause);

    public long Taken { get; private set; }

    public long Later { get; private set; }

    /// <summary>Of all that have ended.</summary>
    public double Promised { get; private set; }

    public void Count(Answer? answer)
    {
        lock (gate)
        {
            if (answer?.Refused is { Code: "command.too-fast" }) Later++;
            else if (answer is not null) Taken++;
        }
    }

    public void End(TimeSpan lasted)
    {
        lock (gate) Promised += AtOnce + 1 + (ASecond * lasted.TotalSeconds);
    }
}
