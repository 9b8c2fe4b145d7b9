namespace Participation.Server.Reports;

/// <summary>How much one report may take before its worker is ended.</summary>
/// <param name="Time">From handing over the report to its last byte.</param>
/// <param name="MemoryMegabytes">Resident memory of the worker; 10,000 rows take about 900.</param>
public sealed record TypstLimits(TimeSpan Time, int MemoryMegabytes = 3000, string Node = "node")
{
    public static TypstLimits Usual { get; } = new(TimeSpan.FromSeconds(60));
}
