namespace Participation.Server.Reports;

/// <summary>What the probe could reach from within: its words stand in fence-probe.mjs.</summary>
internal sealed record Reached(IReadOnlyList<string> Environment, bool Files, bool Network, bool Processes, int User, bool Limited, bool GainsNothing = false)
{
    public IEnumerable<Fence> Standing()
    {
        if (Environment.All(name => name is "RAYON_NUM_THREADS" or "SystemRoot")) yield return Fence.Environment;
        if (GainsNothing) yield return Fence.Privileges;
        if (Limited) yield return Fence.Limits;
        if (User == WorkerUser.Nobody || User == WorkerUser.Number) yield return Fence.User;
        if (!Network) yield return Fence.Network;
        if (!Processes) yield return Fence.Processes;
        if (!Files) yield return Fence.Files;
    }

    public static bool GainsNothingFrom(int process)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/status").Any(line => line.Replace("\t", "", StringComparison.Ordinal) == "NoNewPrivs:1");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
