using System.Diagnostics;
using Participation.Journal;
using Participation.LoadTests.House;

namespace Participation.LoadTests.Reports;

/// <summary>A large closed session on a server, and its reports as anybody who leads it gets them.</summary>
internal sealed class Archive(Doors doors, string host, Guid session)
{
    private static readonly TimeSpan Gone = TimeSpan.FromSeconds(5);

    /// <summary>Lays a session of so many ideas into a folder of workshops; a server that starts on an empty data folder takes it in.</summary>
    public static Guid Lay(string folder, int rows)
    {
        var place = Path.Combine(folder, "large");
        WorkshopFolder.WriteIdeas(place, "Large");
        var lines = LargeSession.Of(rows);
        File.WriteAllText(Path.Combine(place, "sample.json"), SessionFile.Write(lines));
        return lines[0].Stream;
    }

    public Task<byte[]> Page() => doors.Fetch($"/report/{session}.html", host);

    /// <summary>From the request to the last byte: journal, fold, blocks, worker, file.</summary>
    /// <param name="fresh">Ends the worker before, so that the server must start a new one.</param>
    public async Task<(byte[] Pdf, double Milliseconds, long PeakBytes)> Pdf(bool fresh = false)
    {
        if (fresh) await EndWorkers();
        await using var memory = new MemoryWatch(Workers);
        var began = Stopwatch.GetTimestamp();
        var pdf = await doors.Fetch($"/report/{session}.pdf", host);
        return (pdf, Stopwatch.GetElapsedTime(began).TotalMilliseconds, memory.Peak);
    }

    private static List<int> Workers() => ProcessTree.Below(Environment.ProcessId, "worker.mjs");

    private static async Task EndWorkers()
    {
        foreach (var id in Workers())
        {
            using var worker = Process.GetProcessById(id);
            worker.Kill();
            using var patience = new CancellationTokenSource(Gone);
            await worker.WaitForExitAsync(patience.Token);
        }
    }
}
