using System.Diagnostics;
using System.Net;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Participation.LoadTests.House;
using Participation.Server.Storage;

namespace Participation.Tests.Live;

/// <summary>What a server does and refuses at its start, and what it tells whoever runs it about itself.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task Started_twice_on_one_folder_the_second_ends_with_a_reason()
    {
        await using var house = await House.Built();
        var start = new ProcessStartInfo("dotnet", [Participation.LoadTests.House.Repository.Server, "--Urls", "http://127.0.0.1:0", "--Data", Path.GetDirectoryName(house.DataFile)!])
        {
            RedirectStandardError = true, RedirectStandardOutput = true,
        };
        using var second = Process.Start(start)!;
        var said = await second.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await second.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(0, second.ExitCode);
        Assert.Contains("already running", said, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await house.Browser().Get("/healthz")).Status);
    }

    [Fact]
    public async Task Whoever_runs_it_sees_what_it_is_made_of_and_nobody_else()
    {
        await using var house = await House.Built();
        Assert.Equal(HttpStatusCode.NotFound, (await house.Browser().Get("/api/health")).Status);
        var host = await house.Host();
        var (status, health) = await host.Get("/api/health");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("none", health!["check"]!.GetValue<string>());
        Assert.StartsWith(".NET 10", health["runtime"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(Participation.Server.Patches.Missing($"{Environment.Version}", JournalFile.SqliteVersion), health["outdated"]!.AsArray().Select(old => old!.GetValue<string>()));
        Assert.StartsWith("3.", health["sqlite"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.0.10", "3.50.2", 0), InlineData("10.0.12", "3.50.4", 0), InlineData("10.1.0", "3.53.0", 0), InlineData("11.0.0", "4.0.0", 0), InlineData("10.0.10-servicing.1", "3.50.2", 0)]
    [InlineData("10.0.9", "3.50.2", 1), InlineData("9.0.20", "3.50.2", 1), InlineData("10.0.10", "3.50.1", 1), InlineData("10.0.10", "3.9.99", 1), InlineData("10.0.6", "3.49.9", 2)]
    [InlineData("10", "3.50.2", 1), InlineData("", "unknown", 2)]
    public void What_has_known_holes_is_named(string dotnet, string sqlite, int holes) => Assert.Equal(holes, Participation.Server.Patches.Missing(dotnet, sqlite).Count);

    [Theory]
    [InlineData("holds")]
    [InlineData("broken")]
    public async Task After_a_stop_that_was_none_whoever_runs_it_reads_what_the_check_found(string found)
    {
        await using var house = await House.Built();
        var host = await house.Host();
        await house.Stop();
        if (found == "broken")
        {
            // One blank: every reader understands the entry as before, its digest does not.
            using var db = new SqliteConnection($"Data Source={house.DataFile};Pooling=False");
            db.Execute("UPDATE entry SET data = data || ' ' WHERE number = 1");
        }
        // A log that nobody emptied tells of the stop.
        await File.WriteAllBytesAsync(house.DataFile + "-wal", [0], TestContext.Current.CancellationToken);
        await house.Start();
        using var patience = new CancellationTokenSource(Patience.Usual);
        string check;
        while ((check = (await host.Get("/api/health")).Body!["check"]!.GetValue<string>()) == "running") await Task.Delay(20, patience.Token);
        Assert.Equal(found, check);
        Assert.Equal(found == "broken", house.Log.Errors.Any(line => line.Contains("does not hold", StringComparison.Ordinal)));
        await house.Restart();
        Assert.Equal("none", (await host.Get("/api/health")).Body!["check"]!.GetValue<string>());
    }

    [Fact]
    public async Task On_a_disk_that_is_nearly_full_no_session_is_opened_and_the_others_go_on()
    {
        var megabytes = 99L;
        await using var house = new House { Free = () => megabytes * 1024 * 1024, Settings = ["--workshops", Path.Combine(Participation.LoadTests.House.Repository.Root, "workshops")] };
        await house.Start();
        var host = await house.Host();
        var (status, refused) = await host.Post("/api/sessions", new { workshop = "mappa-delle-idee" });
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "session.no-room"), (status, refused!["code"]!.GetValue<string>()));
        megabytes = 100;
        Assert.Equal(HttpStatusCode.OK, (await host.Post("/api/sessions", new { workshop = "mappa-delle-idee" })).Status);
    }

    [Fact]
    public async Task A_session_that_closes_is_copied_at_once()
    {
        await using var house = await House.Built();
        var console = await house.Entered(Role.Facilitator);
        await console.Send("session.start", new { });
        await console.Send("session.close", new { });
        var folder = Path.Combine(Path.GetDirectoryName(house.DataFile)!, "backups");
        await Patience.Until(() => house.Services.GetRequiredService<Backups>().Last is not null, () => "no copy came");
        Assert.True(JournalFile.Verify(Directory.GetFiles(folder, "*.db")[0]).Holds);
        await console.DisposeAsync();
    }
}
