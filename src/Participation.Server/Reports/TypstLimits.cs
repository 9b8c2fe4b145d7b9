namespace Participation.Server.Reports;

/// <summary>How much one report may take before its worker is ended.</summary>
/// <param name="Time">Processor time from handing over the report to its last byte: low in rank, the worker may wait long on a busy machine, which is no fault of the report.</param>
/// <param name="MemoryMegabytes">Resident memory of the worker; 10,000 rows take about 600.</param>
/// <param name="IdleMegabytes">A worker that holds more after its job is ended, so that one large report does not weigh on the server for ever.</param>
public sealed record TypstLimits(TimeSpan Time, int MemoryMegabytes = 3000, int IdleMegabytes = 500, string Node = "node")
{
    public static TypstLimits Usual { get; } = new(TimeSpan.FromSeconds(60), Node: OnPath("node", Environment.GetEnvironmentVariable("PATH")));

    /// <summary>
    /// The program in the first folder of the path that has it. A bare name would be sought first in the folder from which the server was started, where
    /// anybody may have put one; what is nowhere is named beside the server, where there is none.
    /// </summary>
    internal static string OnPath(string name, string? path)
    {
        var file = OperatingSystem.IsWindows() ? $"{name}.exe" : name;
        return (path ?? "").Split(Path.PathSeparator).Where(Path.IsPathFullyQualified)
            .Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists) ?? Path.Combine(AppContext.BaseDirectory, file);
    }

    /// <summary>By the clock: a worker that hangs uses no processor time.</summary>
    public TimeSpan Patience => Time * 5;

    /// <summary>Processor time of one worker: the kernel ends it here, and it is replaced after a job when half is gone.</summary>
    public TimeSpan Lifetime => Time * 20;

    /// <summary>What the kernel lets it have at all: more than the resident memory that it is ended for, because what was asked for is not all used.</summary>
    public long Bytes => (MemoryMegabytes + 1024L) * 1024 * 1024;
}
