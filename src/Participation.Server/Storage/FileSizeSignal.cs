using System.Runtime.InteropServices;

namespace Participation.Server.Storage;

/// <summary>
/// A limit on the size of files (<c>ulimit -f</c>, some containers) ends a Unix process by the signal SIGXFSZ. Taken here, the write
/// fails instead and the journal answers <c>journal.full</c>.
/// </summary>
internal static class FileSizeSignal
{
    // 25 on Linux and macOS; .NET has no name for it.
    private const PosixSignal FileSizeExceeded = (PosixSignal)25;

    private static PosixSignalRegistration? taken;

    /// <summary>For the rest of the process: the limit does not go away with a journal.</summary>
    public static void Take()
    {
        if (!OperatingSystem.IsWindows()) taken ??= PosixSignalRegistration.Create(FileSizeExceeded, signal => signal.Cancel = true);
    }
}
