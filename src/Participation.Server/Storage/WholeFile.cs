namespace Participation.Server.Storage;

/// <summary>
/// A file that is there whole or not at all, whenever the power goes: written beside its place, flushed, and put there in one move, which is flushed as well.
/// Everything that the server writes and SQLite does not goes this way.
/// </summary>
internal static class WholeFile
{
    /// <summary>The ending of what is not whole yet. Left over after a crash it is worth nothing.</summary>
    public const string Part = ".part";

    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var part = Begin(path);
        part.Write(bytes);
        End(part, path);
    }

    public static void Write(string path, Action<Stream> write)
    {
        try
        {
            using var part = Begin(path);
            write(part);
            End(part, path);
        }
        finally
        {
            File.Delete(path + Part);
        }
    }

    /// <summary>Puts a file that another program wrote beside its place, SQLite a copy, into it.</summary>
    public static void Put(string part, string path, bool overwrite = true)
    {
        using (var file = new FileStream(part, FileMode.Open, FileAccess.ReadWrite)) file.Flush(flushToDisk: true);
        File.Move(part, path, overwrite);
        Folder.Flush(path);
    }

    /// <summary>The same where something is that stays beside it: at every moment there is a file at the place.</summary>
    public static void Swap(string fresh, string path, string aside)
    {
        using (var file = new FileStream(fresh, FileMode.Open, FileAccess.ReadWrite)) file.Flush(flushToDisk: true);
        File.Replace(fresh, path, aside);
        Folder.Flush(path);
    }

    /// <summary>Gives a file another name beside it.</summary>
    public static void Rename(string path, string name)
    {
        File.Move(path, name);
        Folder.Flush(path);
    }

    /// <summary>Deletes files of one folder; none of them comes back with the power.</summary>
    public static void Delete(IEnumerable<string> paths)
    {
        var all = paths.ToList();
        foreach (var path in all) File.Delete(path);
        if (all.Count > 0) Folder.Flush(all[0]);
    }

    private static FileStream Begin(string path) => PrivateFile.Fresh(path + Part);

    private static void End(FileStream part, string path)
    {
        part.Flush(flushToDisk: true);
        part.Dispose();
        File.Move(path + Part, path, overwrite: true);
        Folder.Flush(path);
    }
}
