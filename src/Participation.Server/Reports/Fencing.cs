using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Participation.Server.Reports;

/// <summary>Finds once, when first asked, how far node can be shut off on this machine, and what of that stands: a probe is started as the worker is and tries.</summary>
/// <param name="folders">What nobody but the server may read: the data folder.</param>
public sealed class Fencing(TypstLimits limits, params string[] folders)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Lazy<Task<(FencedNode Node, IReadOnlyList<Fence> Standing)>> found = new(() => Task.Run(() => Find(limits, folders)));

    /// <summary>The fences that a probe met.</summary>
    public async Task<IReadOnlyList<Fence>> Standing() => (await found.Value).Standing;

    /// <summary>Those that hold the typesetter itself, which is native code; the others hold only what the script does.</summary>
    public static bool HoldsAll(IEnumerable<Fence> standing) => !new[] { Fence.User, Fence.Network, Fence.Processes, Fence.Files }.Except(standing).Any();

    internal async Task<FencedNode> Node() => (await found.Value).Node;

    private static async Task<(FencedNode, IReadOnlyList<Fence>)> Find(TypstLimits limits, string[] folders)
    {
        var bare = new FencedNode(limits.Node);
        if (await Told(bare, limits, "-p", "process.version + ' ' + process.execPath") is not [var version, var path]) return (bare, [Fence.Environment]);
        foreach (var node in Ways(limits.Node, path))
        {
            if (await Seen(node, limits, folders) is not { } seen) continue;
            var permitted = node with { Permissions = Switch(version) };
            var scripts = permitted.Permissions is not null && await Seen(permitted, limits, folders) is { Files: false };
            return (scripts ? permitted : node, [.. seen.Standing(), .. scripts ? [Fence.Scripts] : Array.Empty<Fence>()]);
        }
        return (bare, [Fence.Environment]);
    }

    /// <summary>From the most to the least.</summary>
    private static IEnumerable<FencedNode> Ways(string name, string path)
    {
        if (OperatingSystem.IsLinux())
        {
            string[] who = System.Environment.IsPrivilegedProcess ? ["nobody", "apart"] : ["apart"];
            foreach (var view in new[] { "own", "all" })
                foreach (var one in who) yield return new(path, null, Spaces: true, view, one);
            if (System.Environment.IsPrivilegedProcess) yield return new(path, null, Spaces: false, "all", "nobody");
            yield return new(path, null, Spaces: false, "all", "same");
        }
        yield return new(name);
    }

    /// <summary>Under its first name since node 20.12, which lets native code in; under its own since 22.13 and 23.5.</summary>
    private static string? Switch(string version) =>
        !Version.TryParse(version.TrimStart('v').Split('-')[0], out var number) ? null
        : number >= new Version(23, 5) || number.Major == 22 && number.Minor >= 13 ? "--permission"
        : number >= new Version(21, 6) || number.Major == 20 && number.Minor >= 12 ? "--experimental-permission" : null;

    private static async Task<Reached?> Seen(FencedNode node, TypstLimits limits, string[] folders)
    {
        try
        {
            using var probe = Process.Start(node.Start(TypstEngine.UsualFolder, "fence-probe.mjs", limits))!;
            try
            {
                using var patience = new CancellationTokenSource(Patience);
                var complaint = probe.StandardError.ReadToEndAsync(patience.Token);
                await probe.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { pid = System.Environment.ProcessId, folders }).AsMemory(), patience.Token);
                await probe.StandardInput.FlushAsync(patience.Token);
                if (await probe.StandardOutput.ReadLineAsync(patience.Token) is not { } line) return null;
                var reached = JsonSerializer.Deserialize<Reached>(line, JsonSerializerOptions.Web)!;
                return reached with { GainsNothing = Reached.GainsNothingFrom(probe.Id) };
            }
            finally
            {
                probe.Kill(entireProcessTree: true);
            }
        }
        catch (Exception error) when (error is Win32Exception or IOException or InvalidOperationException or OperationCanceledException or JsonException)
        {
            return null; // this way it cannot be started here
        }
    }

    private static async Task<string[]> Told(FencedNode bare, TypstLimits limits, params string[] arguments)
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo(limits.Node, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            using var patience = new CancellationTokenSource(Patience);
            return (await node.StandardOutput.ReadToEndAsync(patience.Token)).Trim().Split(' ', 2);
        }
        catch (Exception error) when (error is Win32Exception or IOException or OperationCanceledException)
        {
            return [];
        }
    }
}
