namespace Participation.LoadTests.Figures;

/// <summary>One measured thing of one run, with its unit.</summary>
internal sealed record Figure(string Name, string Unit, double Value);

/// <summary>What one run measured, and what its judge found.</summary>
/// <param name="Remarks">What was lost, doubled or shown otherwise than it was: with one of them no figure counts.</param>
internal sealed record Run(IReadOnlyList<Figure> Figures, IReadOnlyList<string> Remarks);

/// <summary>One figure over all repeats.</summary>
internal sealed record Spread(string Name, string Unit, double Median, double Least, double Most, IReadOnlyList<double> Values)
{
    public static Spread Of(IReadOnlyList<Figure> repeats)
    {
        var (median, least, most) = LoadTests.Median.Of(repeats.Select(figure => figure.Value));
        return new(repeats[0].Name, repeats[0].Unit, median, least, most, [.. repeats.Select(figure => figure.Value)]);
    }
}
