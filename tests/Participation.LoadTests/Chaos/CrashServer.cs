using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Participation.LoadTests.Chaos.Power;
using Participation.LoadTests.House;
using Participation.LoadTests.Hub;

namespace Participation.LoadTests.Chaos;

/// <summary>A server that may be killed, held or left without power: its port and its data folder stay, and it is started on them again.</summary>
internal sealed class CrashServer(PowerLoss? power = null) : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("participation-chaos-");
    private readonly List<string> said = [];
    private TaskCompletionSource<Uri> setup = new();
    private Process? process;
    private Disk? disk;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public string Data => Path.Combine(folder.FullName, "data");

    public string File => Path.Combine(Data, "participation.db");

    public string Workshops => Path.Combine(folder.FullName, "workshops");

    public string Said
    {
        get
        {
            lock (said) return string.Join('\n', said);
        }
    }

    /// <summary>Starts it and waits until it answers; how long that took, and its setup link.</summary>
    public async Task<(TimeSpan Took, Task<Uri> Setup)> Start()
    {
        var since = Stopwatch.GetTimestamp();
        Launch();
        await Answering(since);
        return (Stopwatch.GetElapsedTime(since), setup.Task);
    }

    /// <summary>Starts it and waits for nothing.</summary>
    public void Launch()
    {
        Directory.CreateDirectory(Workshops);
        setup = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var start = new ProcessStartInfo("dotnet",
            [Repository.Server, "--Urls", Address.GetLeftPart(UriPartial.Authority), "--Data", Data, "--Workshops", Workshops, "--CallsPerSecond", "1000"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        CheapSockets.Spare(start);
        power?.Watch(start, disk ??= new(Data, new Random()));
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
        disk?.Rewind();
    }

    /// <summary>STOP, CONT …</summary>
    public Task Signal(string name) => Run("kill", $"-{name}", Id);

    /// <summary>No file of the server may be longer; null: any may.</summary>
    public Task LimitFiles(long? bytes) => Run("prlimit", "--pid", Id, $"--fsize={bytes?.ToString(CultureInfo.InvariantCulture) ?? "unlimited"}:unlimited");

    /// <summary>A command of the server's program, such as <c>restore</c>; its exit code.</summary>
    public static async Task<int> Command(params string[] args)
    {
        using var command = Process.Start(new ProcessStartInfo("dotnet", [Repository.Server, .. args]) { RedirectStandardOutput = true })!;
        await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        return command.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false }) await Kill();
        folder.Delete(recursive: true);
        power?.Dispose();
    }

    private string Id => process!.Id.ToString(CultureInfo.InvariantCulture);

    private static async Task Run(string program, params string[] args)
    {
        using var run = Process.Start(program, args);
        await run.WaitForExitAsync();
        if (run.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', args)} ended with {run.ExitCode}.");
    }

    private async Task Answering(long since)
    {
        using var http = new HttpClient { BaseAddress = Address };
        while (true)
        {
            try
            {
                (await http.GetAsync(new Uri("/healthz", UriKind.Relative))).EnsureSuccessStatusCode();
                return;
            }
            // Nobody listens yet, or it says that it is not well.
            catch (HttpRequestException) when (!process!.HasExited && Stopwatch.GetElapsedTime(since) < StartLimit)
            {
                await Task.Delay(10);
            }
            catch (HttpRequestException e)
            {
                throw new InvalidOperationException($"The server did not start. It said:\n{Said}", e);
            }
        }
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (said) said.Add(line);
        if (line.Split(' ').FirstOrDefault(word => word.Contains("/setup/", StringComparison.Ordinal)) is { } link)
            setup.TrySetResult(new Uri(Address, new Uri(link).PathAndQuery));
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
