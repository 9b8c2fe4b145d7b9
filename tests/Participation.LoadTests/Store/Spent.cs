using System.Globalization;

namespace Participation.LoadTests.Store;

/// <summary>Processor time that a thread of this process has used (Linux): it says what the code costs, however busy the machine is.</summary>
internal static class Spent
{
    /// <summary>Of all threads.</summary>
    public static double Seconds => Environment.CpuUsage.TotalTime.TotalSeconds;

    /// <summary>Of the thread of this name; 0 where the system does not tell.</summary>
    public static double SecondsOf(string thread)
    {
        if (!OperatingSystem.IsLinux()) return 0;
        foreach (var task in Directory.EnumerateDirectories("/proc/self/task"))
        {
            if (File.ReadAllText(Path.Combine(task, "comm")).Trim() != thread) continue;
            // Time on the processor in nanoseconds stands first.
            return double.Parse(File.ReadAllText(Path.Combine(task, "schedstat")).Split(' ')[0], CultureInfo.InvariantCulture) / 1e9;
        }
        return 0;
    }
}
