namespace Participation.Journal;

/// <summary>
/// Appends that were decided one upon the other, in their order. Once one of them is refused, those behind it are refused for the same reason: they were decided
/// on what never happened, also where their numbers follow because somebody else wrote in between.
/// </summary>
public sealed class Strand
{
    private readonly Lock gate = new();
    private (long From, string Code)? broken;

    /// <summary>The append that begins with this number was refused.</summary>
    public void Break(long number, string code)
    {
        lock (gate)
        {
            if (broken is not { } before || number < before.From) broken = (number, code);
        }
    }

    /// <summary>Why an append that begins with this number is refused; null: it is not.</summary>
    public string? Refusal(long number)
    {
        lock (gate) return broken is { } at && number >= at.From ? at.Code : null;
    }
}
