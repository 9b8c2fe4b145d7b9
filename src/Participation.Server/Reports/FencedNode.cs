using System.Diagnostics;
using System.Globalization;

namespace Participation.Server.Reports;

/// <summary>One way to start node: through programs of util-linux that shut it off as far as the kernel lets them, else bare.</summary>
/// <param name="Node">Its own path, when it is to be started through others.</param>
/// <param name="Permissions">The switch of node's permissions, which changed its name; null when this node has none.</param>
/// <param name="Spaces">With namespaces of its own.</param>
/// <param name="View">What it sees of the disk, and <paramref name="Who"/> it is: see fence.sh. Null: bare.</param>
internal sealed record FencedNode(string Node, string? Permissions = null, bool Spaces = false, string? View = null, string? Who = null)
{
    private static readonly string Script = Path.Combine(TypstEngine.UsualFolder, "fence.sh");

    private static readonly string[] Places = ["/usr/bin", "/bin", "/usr/sbin", "/sbin"];

    /// <summary>Counted by namespace since Linux 5.14; before, all that the user runs would count.</summary>
    private static readonly string Processes = System.Environment.OSVersion.Version >= new Version(5, 14) ? "64" : "-";

    public ProcessStartInfo Start(string folder, string script, TypstLimits limits)
    {
        string[] words = [.. Around(folder, limits), Node, "--max-old-space-size=1024", .. Permitted(folder), Path.Combine(folder, script)];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment.Clear();
        // One thread, and low in rank: a report may take its time, the room that is live may not wait for it.
        start.Environment["RAYON_NUM_THREADS"] = "1";
        // Without it Windows opens no random numbers.
        if (System.Environment.GetEnvironmentVariable("SystemRoot") is { } root) start.Environment["SystemRoot"] = root;
        return start;
    }

    private IEnumerable<string> Permitted(string folder) =>
        Permissions is null ? [] : [Permissions, "--allow-addons", $"--allow-fs-read={folder}{Path.DirectorySeparatorChar}", "--no-warnings"];

    private IEnumerable<string> Around(string folder, TypstLimits limits)
    {
        if (View is null) return [];
        var spaces = System.Environment.IsPrivilegedProcess ? Array.Empty<string>() : ["--user", "--map-root-user"];
        return
        [
            .. Program("nice", "-n", "10"), .. Program("setpriv", "--no-new-privs"),
            .. Spaces ? Program("unshare", [.. spaces, "--mount", "--net", "--pid", "--ipc", "--uts", "--fork", "--kill-child"]) : [],
            "/bin/sh", Script, View, Who == "nobody" ? Number(WorkerUser.Number) : Who!, Number(limits.Bytes), Number((long)limits.Lifetime.TotalSeconds), Spaces ? Processes : "-", folder,
        ];
    }

    private static IEnumerable<string> Program(string name, params string[] arguments) =>
        Places.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) is { } path ? [path, .. arguments] : [];

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
