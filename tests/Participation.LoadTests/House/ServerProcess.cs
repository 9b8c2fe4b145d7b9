using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Participation.LoadTests.Hub;

namespace Participation.LoadTests.House;

/// <summary>The real server in a process of its own, on a free loopback port, with a data folder of its own that goes when it ends.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly DirectoryInfo folder;
    private readonly TaskCompletionSource<Uri> setup = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> said = [];
    private readonly SlowDisk disk = new();

    private ServerProcess(string workshops, double calls, int? files)
    {
        folder = Directory.CreateTempSubdirectory("participation-");
        Data = folder.CreateSubdirectory("data").FullName;
        Gauge = new Gauge(Path.Combine(folder.FullName, "gauge"));
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Repository.Server, "--Urls", Address.GetLeftPart(UriPartial.Authority), "--Data", Data, "--Workshops", workshops,
                "--CallsPerSecond", calls.ToString(CultureInfo.InvariantCulture),
                // Who leads may sit behind a proxy of the test, which is not this machine.
                "--SignInWithoutTls", "true"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        if (files is { } limit)
        {
            // It becomes the server: the process that is watched is the same.
            foreach (var word in (string[])["dotnet", $"--nofile={limit}:{limit}"]) process.StartInfo.ArgumentList.Insert(0, word);
            process.StartInfo.FileName = "prlimit";
        }
        CheapSockets.Spare(process.StartInfo);
        foreach (var (name, value) in Gauge.Environment) process.StartInfo.Environment[name] = value;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
    }

    public Uri Address { get; }

    /// <summary>The folder of its data file.</summary>
    public string Data { get; }

    /// <summary>What its memory does.</summary>
    public Gauge Gauge { get; }

    public bool HasExited => process.HasExited;

    /// <summary>What it said of faults of its own.</summary>
    public IReadOnlyList<string> Faults
    {
        get
        {
            lock (said)
                return [.. said.Where(line => line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal)
                    || line.Contains("Unhandled exception", StringComparison.Ordinal))];
        }
    }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Files and connections that it holds open.</summary>
    public int OpenFiles => Directory.GetFiles($"/proc/{process.Id}/fd").Length;

    /// <summary>Memory resident now, in bytes.</summary>
    public long ResidentBytes => Status("VmRSS:");

    /// <summary>The most memory resident at a time, in bytes.</summary>
    public long PeakBytes => Status("VmHWM:");

    /// <summary>Starts the server and waits for its setup link, which it prints when it listens; once there is an account, for the console's address.</summary>
    /// <param name="sync">So many milliseconds every fsync costs more than on this machine's disk.</param>
    /// <param name="files">So many files it may open; null: as many as this machine gives it.</param>
    /// <param name="calls">What each phone may send a second: programs type faster than people do, and few of them stand for many.</param>
    public static async Task<(ServerProcess Server, Uri Setup)> Start(string workshops, double sync = 0, double calls = 1000, int? files = null)
    {
        var server = new ServerProcess(workshops, calls, files);
        await server.disk.Slow(server.process.StartInfo, sync);
        server.process.Start();
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        try
        {
            return (server, await server.setup.Task.WaitAsync(StartLimit));
        }
        catch (TimeoutException)
        {
            var words = string.Join('\n', server.said);
            await server.DisposeAsync();
            throw new InvalidOperationException($"The server did not print its setup link. It said:\n{words}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        disk.Dispose();
        folder.Delete(recursive: true);
    }

    private long Status(string name) => File.ReadLines($"/proc/{process.Id}/status")
        .Where(line => line.StartsWith(name, StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024)
        .FirstOrDefault();

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (said) said.Add(line);
        if (line.Split(' ').FirstOrDefault(word => word.Contains("/setup/", StringComparison.Ordinal) || word.EndsWith("/console", StringComparison.Ordinal)) is { } link)
            setup.TrySetResult(new Uri(Address, new Uri(link).PathAndQuery));
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
