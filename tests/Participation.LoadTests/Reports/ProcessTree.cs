using System.Globalization;

namespace Participation.LoadTests.Reports;

/// <summary>A process and all that it started, as Linux tells of them in /proc.</summary>
internal static class ProcessTree
{
    /// <summary>The ids of those below this one whose command line holds these words.</summary>
    public static List<int> Below(int root, string words = "")
    {
        var parents = Directory.EnumerateDirectories("/proc").Select(path => int.TryParse(Path.GetFileName(path), out var id) ? id : 0).Where(id => id > 0)
            .Select(id => (Id: id, Parent: ParentOf(id))).ToLookup(process => process.Parent, process => process.Id);
        var (found, next) = (new List<int>(), new Queue<int>([root]));
        while (next.TryDequeue(out var parent))
        {
            foreach (var id in parents[parent])
            {
                found.Add(id);
                next.Enqueue(id);
            }
        }
        return found.FindAll(id => Read(id, "cmdline").Replace('\0', ' ').Contains(words, StringComparison.Ordinal));
    }

    /// <summary>Resident bytes: what each holds for itself, and once what they share (files and shared memory, of the one that maps most).</summary>
    public static long Bytes(IEnumerable<int> processes)
    {
        var each = processes.Select(id => Read(id, "status").Split('\n')).Select(lines => (Own: Field(lines, "RssAnon:"), Shared: Field(lines, "RssFile:") + Field(lines, "RssShmem:"))).ToList();
        return each.Sum(process => process.Own) + each.Select(process => process.Shared).DefaultIfEmpty().Max();
    }

    private static int ParentOf(int id)
    {
        // The name in brackets may hold anything, blanks and brackets too.
        var stat = Read(id, "stat");
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 1 ? int.Parse(fields[1], CultureInfo.InvariantCulture) : 0;
    }

    private static long Field(string[] lines, string name) => lines.Where(line => line.StartsWith(name, StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024).FirstOrDefault();

    private static string Read(int id, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
