using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Participation.LoadTests.House;

/// <summary>The real server in a process of its own, on a free loopback port, with a data folder of its own that goes when it ends.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly string data;
    private readonly TaskCompletionSource<Uri> setup = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> said = [];

    private ServerProcess(string workshops)
    {
        data = Directory.CreateTempSubdirectory("participation-").FullName;
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Repository.Server, "--Urls", Address.GetLeftPart(UriPartial.Authority), "--Data", data, "--Workshops", workshops])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
    }

    public Uri Address { get; }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory resident at a time, in bytes (Linux: VmHWM).</summary>
    public long PeakBytes => File.ReadLines($"/proc/{process.Id}/status")
        .Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024)
        .FirstOrDefault();

    /// <summary>Starts the server and waits for its setup link, which it prints when it listens.</summary>
    public static async Task<(ServerProcess Server, Uri Setup)> Start(string workshops)
    {
        var server = new ServerProcess(workshops);
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
        Directory.Delete(data, recursive: true);
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
