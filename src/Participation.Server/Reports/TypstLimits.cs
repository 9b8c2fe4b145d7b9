namespace Participation.Server.Reports;

/// <summary>How much one report may take before its worker is ended.</summary>
/// <param name="Time">Processor time from handing over the report to its last byte: low in rank, the worker may wait long on a busy machine, which is no fault of the report.</param>
/// <param name="MemoryMegabytes">Resident memory of the worker; 10,000 rows take about 600.</param>
/// <param name="IdleMegabytes">A worker that holds more after its job is ended, so that one large report does not weigh on the server for ever.</param>
public sealed record TypstLimits(TimeSpan Time, int MemoryMegabytes = 3000, int IdleMegabytes = 500, string Node = "node")
{
    public static TypstLimits Usual { get; } = new(TimeSpan.FromSeconds(60));

    /// <summary>By the clock: a worker that hangs uses no processor time.</summary>
    public TimeSpan Patience => Time * 5;
}
