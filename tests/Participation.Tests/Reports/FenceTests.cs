using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Participation.Server.Reports;
using Participation.Tests.Live;

namespace Participation.Tests.Reports;

/// <summary>A burglar in the place of the worker, started as the worker is: what health says stands must stop it.</summary>
public sealed class FenceTests : IDisposable
{
    /// <summary>Tries by itself, with nothing of the house's own probe.</summary>
    private static readonly FakeWorker Burglar = new("""
        import { readFileSync, readdirSync, writeFileSync, existsSync } from 'node:fs';
        import { connect } from 'node:net';
        import { createInterface } from 'node:readline';
        const tried = attempt => { try { return String(attempt()); } catch (error) { return null; } };
        createInterface({ input: process.stdin }).on('line', line => {
          const { data, pid, port, own } = JSON.parse(line);
          const socket = connect(port, '127.0.0.1');
          const tell = reached => console.log(JSON.stringify({
            reached, environment: JSON.stringify(process.env), user: process.getuid?.() ?? -1,
            secret: tried(() => readFileSync(data + '/server.key', 'utf8')), list: tried(() => readdirSync(data)), password: tried(() => readFileSync('/etc/passwd', 'utf8')),
            wrote: tried(() => writeFileSync(own + '/left-behind', 'x') ?? 'yes'), wroteThere: tried(() => writeFileSync(data + '/left-behind', 'x') ?? 'yes'),
            other: tried(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')), itsEnvironment: tried(() => readFileSync(`/proc/${pid}/environ`, 'utf8')), signalled: tried(() => process.kill(pid, 0)),
            limits: process.report.getReport().userLimits,
          }));
          socket.on('connect', () => { tell(true); socket.destroy(); });
          socket.on('error', () => tell(false));
        });
        """);

    private readonly string data = Directory.CreateTempSubdirectory("participation-data-").FullName;

    [Fact]
    public void Node_is_never_taken_from_the_folder_in_which_the_server_was_started()
    {
        var folder = Directory.CreateTempSubdirectory("participation-").FullName;
        try
        {
            var there = Path.Combine(folder, "node");
            File.WriteAllText(there, "");
            Assert.Equal(there, TypstLimits.OnPath("node", string.Join(Path.PathSeparator, "", ".", "bin", folder)));
            Assert.True(Path.IsPathFullyQualified(TypstLimits.OnPath("node", ".")));
            Assert.True(Path.IsPathFullyQualified(TypstLimits.Usual.Node));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task What_health_says_stands_stops_whoever_runs_in_the_place_of_the_worker()
    {
        var fencing = new Fencing(TypstLimits.Usual, data);
        var standing = await fencing.Standing();
        var met = await Tried((await fencing.Node()) with { Permissions = null });
        // Everywhere, also where the kernel gives nothing.
        Assert.Contains(Fence.Environment, standing);
        Assert.DoesNotContain("PATH", met["environment"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("HOME", met["environment"]!.GetValue<string>(), StringComparison.Ordinal);
        void Stands(Fence fence, params string[] attempts)
        {
            if (standing.Contains(fence)) Assert.All(attempts, attempt => Assert.True(met[attempt] is null, $"{fence} does not stand: {attempt} gave {met[attempt]}"));
        }
        Stands(Fence.Files, "secret", "list", "password", "wrote", "wroteThere");
        Stands(Fence.Processes, "other", "itsEnvironment", "signalled");
        if (standing.Contains(Fence.Network)) Assert.False(met["reached"]!.GetValue<bool>(), "Network does not stand.");
        if (standing.Contains(Fence.User)) Assert.Contains(met["user"]!.GetValue<int>(), new[] { WorkerUser.Nobody, WorkerUser.Number });
        if (standing.Contains(Fence.Limits)) Assert.Equal((0, 0), (met["limits"]!["core_file_size_blocks"]!["hard"]!.GetValue<int>(), met["limits"]!["file_size_blocks"]!["hard"]!.GetValue<int>()));
        Assert.False(File.Exists(Path.Combine(data, "left-behind")));
    }

    [Fact]
    public async Task Where_the_kernel_gives_namespaces_every_fence_stands()
    {
        var kernel = await Ends("unshare", System.Environment.IsPrivilegedProcess ? [] : ["--user", "--map-root-user"], "--mount", "--net", "--pid", "--fork", "mount", "-t", "tmpfs", "x", "/sys");
        if (!kernel) Assert.Skip("This kernel gives none.");
        Assert.Equal(Enum.GetValues<Fence>().ToHashSet(), (await new Fencing(TypstLimits.Usual, data).Standing()).ToHashSet());
    }

    /// <summary>Other programs of the machine may run as nobody, in containers too, and as many as they like.</summary>
    [Fact]
    public async Task Processes_of_others_do_not_keep_the_worker_from_starting()
    {
        var node = await new Fencing(TypstLimits.Usual, data).Node();
        if (!System.Environment.IsPrivilegedProcess || node.View != "own") Assert.Skip("Only root starts it as somebody whom others may be.");
        string[] words = ["--reuid=65534", "--regid=65534", "--clear-groups", "sh", "-c", "for n in $(seq 80); do sleep 100 & done; echo there; wait"];
        using var others = Process.Start(new ProcessStartInfo("setpriv", words) { RedirectStandardOutput = true })!;
        try
        {
            Assert.Equal("there", await others.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
            Assert.Null((await Tried(node))["secret"]);
        }
        finally
        {
            others.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public void Where_its_number_is_none_of_the_namespace_it_is_nobody()
    {
        Assert.Equal(2_001_000_001, WorkerUser.Of(2_001_000_001, ["         0          0 4294967295"], ["0 0 4294967295"]));
        Assert.Equal(WorkerUser.Nobody, WorkerUser.Of(2_001_000_001, ["0 100000 65536", "65536 300000 5"], ["0 0 4294967295"]));
        Assert.Equal(WorkerUser.Nobody, WorkerUser.Of(2_001_000_001, ["0 0 4294967295"], []));
    }

    [Fact]
    public async Task The_scripts_of_the_worker_read_their_folder_alone_also_without_namespaces()
    {
        var fencing = new Fencing(TypstLimits.Usual, data);
        if (!(await fencing.Standing()).Contains(Fence.Scripts)) Assert.Skip("This node has no permissions.");
        var met = await Tried(new FencedNode("node", (await fencing.Node()).Permissions));
        Assert.All(["secret", "list", "password", "wrote", "wroteThere", "other"], attempt => Assert.Null(met[attempt]));
    }

    [Fact]
    public async Task Without_fences_node_starts_all_the_same_with_an_empty_environment_and_no_other_fence_is_said_to_stand()
    {
        var bare = await Tried(new FencedNode("node"));
        // The burglar works: without a fence it gets in.
        Assert.Equal(("the key", true), (bare["secret"]!.GetValue<string>(), bare["reached"]!.GetValue<bool>()));
        Assert.DoesNotContain("PATH", bare["environment"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.False(Fencing.HoldsAll([Fence.Environment, Fence.Scripts, Fence.Privileges, Fence.Limits]));
        Assert.Equal([Fence.Environment], await new Fencing(TypstLimits.Usual with { Node = "no-such-node" }).Standing());
    }

    [Fact]
    public async Task The_worker_shares_no_group_of_signals_with_the_server_and_gains_no_rights()
    {
        var node = await new Fencing(TypstLimits.Usual, data).Node();
        if (node.View is null) Assert.Skip("There are no programs of util-linux here.");
        using var process = Process.Start(node.Start(Burglar.Path, "worker.mjs", TypstLimits.Usual))!;
        await process.StandardInput.WriteLineAsync(Question(1));
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        var inner = node.Spaces ? (await File.ReadAllTextAsync($"/proc/{process.Id}/task/{process.Id}/children", TestContext.Current.CancellationToken)).Trim() : $"{process.Id}";
        var status = (await File.ReadAllLinesAsync($"/proc/{inner}/status", TestContext.Current.CancellationToken)).Select(line => line.Split('\t')).ToDictionary(line => line[0], line => line[1..]);
        Assert.Equal("1", status["NoNewPrivs:"][0]);
        Assert.Equal("0000000000000000", status["CapEff:"][0]);
        Assert.NotEqual(Group("self"), Group(inner));
        process.Kill(entireProcessTree: true);
    }

    [Fact]
    public void A_fence_counts_as_standing_only_when_the_attempt_failed()
    {
        Assert.Empty(new Reached(["PATH"], Files: true, Network: true, Processes: true, User: 0, Limited: false).Standing());
        Assert.Equal([Fence.Files], new Reached(["PATH"], Files: false, Network: true, Processes: true, User: 0, Limited: false).Standing());
        Assert.Equal(Enum.GetValues<Fence>().Except([Fence.Scripts]), new Reached([], Files: false, Network: false, Processes: false, User: 65534, Limited: true, GainsNothing: true).Standing());
    }

    [Fact]
    public async Task Administrators_read_which_fences_stand()
    {
        await using var house = await House.Built();
        var (_, health) = await (await house.Host()).Get("/api/health");
        Assert.Contains("environment", health!["fences"]!.AsArray().Select(fence => fence!.GetValue<string>()));
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private async Task<JsonNode> Tried(FencedNode node)
    {
        await File.WriteAllTextAsync(Path.Combine(data, "server.key"), "the key", TestContext.Current.CancellationToken);
        using var door = new TcpListener(IPAddress.Loopback, 0);
        door.Start();
        using var process = Process.Start(node.Start(Burglar.Path, "worker.mjs", TypstLimits.Usual))!;
        await process.StandardInput.WriteLineAsync(Question(((IPEndPoint)door.LocalEndpoint).Port));
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        process.Kill(entireProcessTree: true);
        Assert.True(line is not null, await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        return JsonNode.Parse(line!)!;
    }

    private string Question(int port) => new JsonObject { ["data"] = data, ["pid"] = System.Environment.ProcessId, ["port"] = port, ["own"] = Burglar.Path }.ToJsonString();

    /// <summary>The group of processes that a signal to "all of mine" reaches.</summary>
    private static string Group(string process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[2];
    }

    private static async Task<bool> Ends(string program, string[] first, params string[] rest)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, [.. first, .. rest]) { RedirectStandardError = true })!;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
