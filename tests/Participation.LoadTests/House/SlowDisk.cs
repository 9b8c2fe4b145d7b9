using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Participation.LoadTests.House;

/// <summary>A disk that really flushes: each fsync of a process takes so many milliseconds longer. Linux, with a C compiler.</summary>
internal sealed class SlowDisk : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("participation-disk-");

    private string Shim => Path.Combine(folder.FullName, "slowsync.so");

    /// <summary>Makes a process slow in this way. It must be a process of its own: the loader reads this once.</summary>
    public async Task Slow(ProcessStartInfo start, double milliseconds)
    {
        if (milliseconds == 0) return;
        if (!OperatingSystem.IsLinux()) throw new FormatException("--sync above 0 needs Linux.");
        if (!File.Exists(Shim)) await Compile();
        start.Environment["LD_PRELOAD"] = Shim;
        start.Environment["SLOWSYNC_US"] = ((long)(milliseconds * 1000)).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>What one fsync costs here and now, in milliseconds: the median of fifty.</summary>
    public static double Measure(string folder)
    {
        var path = Path.Combine(folder, "fsync");
        var times = new List<double>();
        using (var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write))
        {
            for (var i = 0; i < 50; i++)
            {
                RandomAccess.Write(file, new byte[4096], i * 4096L);
                var since = Stopwatch.GetTimestamp();
                RandomAccess.FlushToDisk(file);
                times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            }
        }
        File.Delete(path);
        return Median.Of(times).Value;
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task Compile()
    {
        using var cc = Process.Start("cc", ["-O2", "-shared", "-fPIC", "-o", Shim, Repository.At("..", "shared", "tools", "slowsync.c"), "-ldl"]);
        await cc.WaitForExitAsync();
        if (cc.ExitCode != 0) throw new InvalidOperationException($"The slow disk was not built on {RuntimeInformation.OSDescription}.");
    }
}
