using Participation.LoadTests.Figures;

namespace Participation.LoadTests.Growth;

/// <summary>How one cost grows with a size: as a power of it. 0 is flat, 1 linear.</summary>
/// <param name="Exponent">Over all sizes: the slope of the line through the logarithms.</param>
/// <param name="AtTheEnd">Between the two largest, where what is spent on nothing in particular weighs least.</param>
internal sealed record Curve(double Exponent, double AtTheEnd)
{
    private const double Flat = 0.15, Linear = 1.15, Below = 0.85;

    /// <summary>Null when fewer than two sizes have a cost above zero.</summary>
    public static Curve? Of(IEnumerable<(double Size, double Cost)> points)
    {
        (double X, double Y)[] logs = [.. points.Where(point => point is { Size: > 0, Cost: > 0 }).OrderBy(point => point.Size).Select(point => (Math.Log(point.Size), Math.Log(point.Cost)))];
        return logs.Length < 2 ? null : new(Slope.Of(logs), Slope.Of(logs[^2..]));
    }

    public string Word => AtTheEnd switch { < Flat => "flat", < Below => "below linear", <= Linear => "linear", _ => "ABOVE LINEAR" };
}
