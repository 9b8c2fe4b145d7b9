using Participation.Server.Accounts;
using Participation.Server.Live;

namespace Participation.Server.Lines;

/// <summary>How fast may come over one live connection: who sits types, who does not is told so and no more. Who was removed, and whose session is closed, sits no longer, also over a connection that stays.</summary>
/// <param name="who">Whose seat came over it; null: none.</param>
/// <param name="sits">Whether that seat is good now.</param>
internal sealed class Wire(CallLimits limits, TimeProvider clock, Func<Sitter?> who, Func<Sitter, bool> sits)
{
    private readonly Meter seated = new(limits.Wire, clock), seatless = new(limits.SeatlessWire, clock);

    public TimeSpan Owe(double cost) => (who() is { } one && sits(one) ? seated : seatless).Owe(cost);
}
