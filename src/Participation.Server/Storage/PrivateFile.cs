namespace Participation.Server.Storage;

/// <summary>Files and folders that only the user may read who runs the server: they hold what people said, and who may lead. Windows folders inherit theirs.</summary>
internal static class PrivateFile
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes the file when it is missing, empty; SQLite gives its log the same rights.</summary>
    public static void Make(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Mine;
        if (!File.Exists(path)) new FileStream(path, options).Dispose();
        Close(path);
    }

    /// <summary>A file that is made now. What lies there under its name goes first: a link that somebody put there leads nowhere, and what it points at stays as it is.</summary>
    public static FileStream Fresh(string path)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Mine;
        return new FileStream(path, options);
    }

    /// <summary>Takes the rights of others on a file away, if there is one.</summary>
    public static void Close(string path)
    {
        if (File.Exists(path)) Limit(path, Mine);
    }

    /// <summary>The same for a folder. One that is shared by design, as /tmp is, stays as it is.</summary>
    public static void CloseFolder(string path)
    {
        if (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & UnixFileMode.StickyBit) != 0) return;
        Limit(path, Mine | UnixFileMode.UserExecute);
    }

    private static void Limit(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == mode) return;
        try
        {
            File.SetUnixFileMode(path, mode);
        }
        catch (UnauthorizedAccessException)
        {
            // A mounted folder of another owner: its rights are that owner's business, and the server still works.
        }
    }
}
