using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Participation.Server.Storage;

/// <summary>The names in a folder are data of the folder: a file that was flushed can still be missing, or be under its old name, until its folder was flushed too.</summary>
internal static class Folder
{
    /// <summary>Makes a folder that only the server's user may open, if it is not there, and makes it last.</summary>
    public static string Make(string path)
    {
        var whole = Path.GetFullPath(path);
        var isNew = !Directory.Exists(whole);
        Directory.CreateDirectory(whole);
        PrivateFile.CloseFolder(whole);
        if (isNew) Flush(whole);
        return whole;
    }

    /// <summary>Flushes the folder in which a file or folder lies. Windows keeps names safe by itself.</summary>
    public static void Flush(string inIt)
    {
        if (OperatingSystem.IsWindows()) return;
        // .NET opens no folder as a file.
        using var handle = new SafeFileHandle(Open(Encoding.UTF8.GetBytes(Path.GetDirectoryName(Path.GetFullPath(inIt)) + "\0"), 0), ownsHandle: true);
        if (handle.IsInvalid) throw new IOException($"The folder of {inIt} cannot be flushed: error {Marshal.GetLastPInvokeError()}.");
        RandomAccess.FlushToDisk(handle);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);
}
