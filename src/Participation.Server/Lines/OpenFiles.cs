using System.Globalization;
using System.Runtime.InteropServices;

namespace Participation.Server.Lines;

/// <summary>How many files and connections this process may hold open at a time. .NET has raised the limit as far as the system lets it before any of this runs.</summary>
internal static class OpenFiles
{
    /// <summary>Null where the system knows no such limit (Windows), or gives as many as there are.</summary>
    public static long? Limit { get; } = OperatingSystem.IsLinux() ? Linux() : OperatingSystem.IsMacOS() ? Mac() : null;

    private static long? Linux()
    {
        const string name = "Max open files";
        var line = File.ReadLines("/proc/self/limits").FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
        var soft = line?[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return long.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : null;
    }

    private static long? Mac() => getrlimit(8, out var limit) == 0 && limit.Soft < int.MaxValue ? (long)limit.Soft : null;

    [StructLayout(LayoutKind.Sequential)]
    private struct Bounds
    {
        public ulong Soft, Hard;
    }

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int getrlimit(int resource, out Bounds limit);
}
