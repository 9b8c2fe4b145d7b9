namespace Participation.Server.Reports;

/// <summary>How much one report may take before its worker is ended.</summary>
/// <param name="Time">From handing over the report to its last byte.</param>
/// <param name="MemoryMegabytes">Resident memory of the worker; 10,000 rows take about 900.</param>
/// <param name="IdleMegabytes">A worker that holds more after its job is ended, so that one large report does not weigh on the server for ever.</param>
public sealed record TypstLimits(TimeSpan Time, int MemoryMegabytes = 3000, int IdleMegabytes = 500, string Node = "node")
{
    public static TypstLimits Usual { get; } = new(TimeSpan.FromSeconds(60));
}
