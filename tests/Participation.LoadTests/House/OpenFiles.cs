using System.Globalization;

namespace Participation.LoadTests.House;

/// <summary>Each connection is an open file, here and in the server. .NET raises the limit as far as it may; beyond that the shell must.</summary>
internal static class OpenFiles
{
    private const int Besides = 500;

    /// <exception cref="FormatException">This machine gives the program fewer.</exception>
    public static void Need(int connections)
    {
        if (!File.Exists("/proc/self/limits")) return;
        var limit = File.ReadLines("/proc/self/limits").First(line => line.StartsWith("Max open files", StringComparison.Ordinal))["Max open files".Length..]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        if (long.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var allowed) && allowed < connections + Besides)
            throw new FormatException($"{connections} connections need {connections + Besides} open files, and {allowed} are allowed: raise `ulimit -n` (its hard limit too) first.");
    }
}
