using System.Globalization;

namespace Participation.LoadTests;

/// <summary>What repeats of one measure say: the middle, and how far they lie apart.</summary>
internal sealed record Median(double Value, double Least, double Most)
{
    public static Median Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0) return new(double.NaN, double.NaN, double.NaN);
        return new((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, sorted[0], sorted[^1]);
    }

    /// <summary>A dash where nothing was measured; no range where there was no repeat.</summary>
    public override string ToString() => double.IsNaN(Value) ? "–" : Least == Most ? Round(Value) : $"{Round(Value)} ({Round(Least)}–{Round(Most)})";

    private static string Round(double value) => value.ToString(Math.Abs(value) switch { >= 100 => "#,0", >= 10 => "0.0", _ => "0.00" }, CultureInfo.InvariantCulture);
}
