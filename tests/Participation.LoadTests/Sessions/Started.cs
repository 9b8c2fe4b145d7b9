using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Participation.LoadTests.House;
using Participation.LoadTests.Hub;
using Participation.Sessions;

namespace Participation.LoadTests.Sessions;

/// <summary>What it takes to start the server on a data folder and to look at what is in it, in milliseconds.</summary>
/// <param name="PageMs">From the start of the process to the first whole answer 200, a phone's page.</param>
/// <param name="CpuMs">Processor time of the server until it said that it is ready.</param>
/// <param name="ListMs">The facilitator's first list of sessions. <c>ListAgainMs</c>: the second.</param>
/// <param name="JoinMs">The console's first whole view of the longest session, connection included. <c>JoinAgainMs</c>: another console's.</param>
/// <param name="Megabytes">The most memory resident until then.</param>
internal sealed record Started(double PageMs, double CpuMs, double ListMs, double ListAgainMs, double JoinMs, double JoinAgainMs, double Megabytes)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static async Task<Started> Measure(string data, Guid session)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var since = Stopwatch.GetTimestamp();
        using var server = Process.Start(new ProcessStartInfo("dotnet",
            [Repository.Server, "--Urls", $"{address}", "--Data", data, "--Workshops", Repository.At("workshops")]) { RedirectStandardOutput = true })!;
        try
        {
            var page = FirstPage(address, since);
            var setup = new Uri(address, await SetupLink(server.StandardOutput).WaitAsync(Limit));
            var cpu = server.TotalProcessorTime.TotalMilliseconds;
            _ = server.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            using var doors = new Doors(address);
            var host = await doors.BecomeHost(setup);
            var list = await Time(() => doors.Fetch("/api/sessions", host));
            var again = await Time(() => doors.Fetch("/api/sessions", host));
            var (join, joinAgain) = (await Join(doors, session, host), await Join(doors, session, host));
            server.Refresh();
            return new(await page, cpu, list, again, join, joinAgain, server.PeakWorkingSet64 / 1e6);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    /// <summary>Asks for a phone's page until it is there whole, a hundred times a second.</summary>
    private static async Task<double> FirstPage(Uri address, long since)
    {
        using var http = new HttpClient { BaseAddress = address };
        while (true)
        {
            try
            {
                await http.GetByteArrayAsync("/");
                return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(since) < Limit)
            {
                await Task.Delay(10);
            }
        }
    }

    /// <summary>The path of the first link that the server prints when it listens: setup, and once that is done the console.</summary>
    private static async Task<string> SetupLink(StreamReader said)
    {
        while (await said.ReadLineAsync() is { } line)
            foreach (var path in new[] { "/setup/", "/console" })
                if (line.IndexOf(path, StringComparison.Ordinal) is >= 0 and var at) return line[at..].Trim();
        throw new InvalidOperationException("The server ended before it listened.");
    }

    private static async Task<double> Join(Doors doors, Guid session, string host)
    {
        await using var console = new RawHubClient(doors.Live(session, Role.Facilitator), host);
        return await Time(console.Start);
    }

    private static async Task<double> Time(Func<Task> act)
    {
        var since = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
