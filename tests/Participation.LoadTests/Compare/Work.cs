namespace Participation.LoadTests.Compare;

/// <summary>The work that every peer is given.</summary>
/// <param name="Rate">Ideas a second in all, by the clock, whatever the answers do.</param>
/// <param name="WarmUp">Seconds of the same before anything is measured.</param>
internal sealed record Work(int Participants, double Rate, int Seconds, int WarmUp)
{
    /// <summary>Facilitators who are shown every card.</summary>
    public const int Consoles = 2;

    public int Ideas => (int)(Rate * (Seconds + WarmUp));

    public bool IsMeasured(int idea) => idea >= (int)(Rate * WarmUp);
}
