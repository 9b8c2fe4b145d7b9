namespace Participation.LoadTests.Figures;

/// <summary>How steeply samples rise: the line of least squares through them.</summary>
internal static class Slope
{
    /// <summary>Y per X; 0 when all lie at the same X.</summary>
    public static double Of(IReadOnlyCollection<(double X, double Y)> samples)
    {
        if (samples.Count == 0) return 0;
        var (x, y) = (samples.Average(sample => sample.X), samples.Average(sample => sample.Y));
        var spread = samples.Sum(sample => (sample.X - x) * (sample.X - x));
        return spread == 0 ? 0 : samples.Sum(sample => (sample.X - x) * (sample.Y - y)) / spread;
    }
}
