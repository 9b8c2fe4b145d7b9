using System.Diagnostics;
using System.Globalization;

namespace Participation.LoadTests.Chaos.Power;

/// <summary>
/// The disk under a data folder, by the notes of <c>powerloss.c</c>. Only what was flushed is certain: a name that its folder was not flushed with may be there or not,
/// a file that was not flushed since it was written may be old, new, or page by page one or the other, and one that never was may be empty, short or noise.
/// </summary>
internal sealed class Disk
{
    private const int Page = 4096;

    private readonly Random chance;

    /// <param name="data">The data folder; the notes lie beside it.</param>
    public Disk(string data, Random chance)
    {
        (Data, this.chance) = (data, chance);
        Settle();
    }

    public string Data { get; }

    public string Notes => Data + ".disk";

    private readonly record struct Name(bool IsFolder, ulong Inode, string Called);

    /// <summary>The data folder as it is found when the power is back. Everything that is in it then is certain.</summary>
    public void Rewind()
    {
        if (!Directory.Exists(Data)) return;
        var (now, after) = (Read(Data), Data + ".after");
        Directory.CreateDirectory(after);
        Lay(now.Root, Data, after, now.Names);
        Directory.Delete(Data, recursive: true);
        Directory.Move(after, Data);
        Settle();
    }

    private void Lay(ulong folder, string from, string to, Dictionary<ulong, List<Name>> now)
    {
        var flushed = File.Exists(Note("folder", folder)) ? File.ReadAllLines(Note("folder", folder)).Select(Parse).ToList() : [];
        // What happened to names since the folder was flushed came there in its order: here all of it or nothing.
        var names = chance.Next(2) == 0 ? flushed : now.GetValueOrDefault(folder) ?? flushed;
        foreach (var name in names.Where(name => !name.Called.EndsWith("-shm", StringComparison.Ordinal)))
        {
            var (old, fresh) = (Path.Combine(from, name.Called), Path.Combine(to, name.Called));
            if (!name.IsFolder) File.WriteAllBytes(fresh, Content(name.Inode, old));
            else Lay(name.Inode, old, Directory.CreateDirectory(fresh).FullName, now);
        }
    }

    private byte[] Content(ulong inode, string path)
    {
        var flushed = Bytes(Note("inode", inode));
        var written = Bytes(Note("held", inode)) ?? Bytes(path) ?? flushed ?? [];
        if (flushed is null) return Torn(written);
        return chance.Next(3) switch { 0 => flushed, 1 => written, _ => Mixed(flushed, written) };
    }

    private byte[] Torn(byte[] written)
    {
        var noise = new byte[written.Length];
        switch (chance.Next(5))
        {
            case 0: return [];
            case 1: return written[..chance.Next(written.Length + 1)];
            case 2: return noise;
            case 3: chance.NextBytes(noise); return noise;
            default: return written;
        }
    }

    /// <summary>Pages that were not flushed come to the disk in any order.</summary>
    private byte[] Mixed(byte[] flushed, byte[] written)
    {
        var mixed = (byte[])(chance.Next(2) == 0 ? flushed : written).Clone();
        for (var at = 0; at < mixed.Length; at += Page)
        {
            var from = chance.Next(2) == 0 ? flushed : written;
            if (at < from.Length) Array.Copy(from, at, mixed, at, Math.Min(Page, Math.Min(from.Length, mixed.Length) - at));
        }
        return mixed;
    }

    /// <summary>As the folder is now, so it is on the disk.</summary>
    private void Settle()
    {
        if (Directory.Exists(Notes)) Directory.Delete(Notes, recursive: true);
        foreach (var kind in (string[])["inode", "held", "folder"]) Directory.CreateDirectory(Path.Combine(Notes, kind));
        if (!Directory.Exists(Data)) return;
        foreach (var (folder, names) in Read(Data).Names)
            File.WriteAllLines(Note("folder", folder), names.Select(name => $"{(name.IsFolder ? 'd' : 'f')} {name.Inode} {name.Called}"));
        foreach (var (file, inode) in Read(Data).Files) File.Copy(file, Note("inode", inode));
        Hold(Read(Data).Files);
    }

    /// <summary>A link to each, so that its number is given to no other while these notes are good.</summary>
    private void Hold(IEnumerable<(string Path, ulong Inode)> files)
    {
        using var links = Process.Start(new ProcessStartInfo("sh", ["-c", "while read -r inode file; do ln \"$file\" \"$0/$inode\"; done", Path.Combine(Notes, "held")]) { RedirectStandardInput = true })!;
        foreach (var (path, inode) in files) links.StandardInput.WriteLine($"{inode} {path}");
        links.StandardInput.Close();
        links.WaitForExit();
        if (links.ExitCode != 0) throw new InvalidOperationException($"The files of {Data} could not be held.");
    }

    private string Note(string kind, ulong inode) => Path.Combine(Notes, kind, inode.ToString(CultureInfo.InvariantCulture));

    private static byte[]? Bytes(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;

    private static Name Parse(string line)
    {
        var parts = line.Split(' ', 3);
        return new(parts[0] == "d", ulong.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]);
    }

    /// <summary>What is in a folder and the folders in it, with the numbers of the files: .NET does not tell them.</summary>
    private static (ulong Root, Dictionary<ulong, List<Name>> Names, List<(string Path, ulong Inode)> Files) Read(string data)
    {
        using var find = Process.Start(new ProcessStartInfo("find", [data, "-printf", "%y %i %P\n"]) { RedirectStandardOutput = true })!;
        var lines = find.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse).ToList();
        find.WaitForExit();
        var folders = lines.Where(line => line.IsFolder).ToDictionary(line => line.Called, line => line.Inode);
        var names = folders.Values.ToDictionary(folder => folder, _ => new List<Name>());
        foreach (var line in lines.Where(line => line.Called.Length > 0))
            names[folders[Path.GetDirectoryName(line.Called)!]].Add(line with { Called = Path.GetFileName(line.Called) });
        return (folders[""], names, [.. lines.Where(line => !line.IsFolder).Select(line => (Path.Combine(data, line.Called), line.Inode))]);
    }
}
