using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Participation.Server;
using Participation.Server.Storage;
using Participation.Sessions;

namespace Participation.Tests.Live;

/// <summary>Erasure as people do it, on the real files: what is erased is in no byte of the data folder, the chain holds, and a copy of one's data can be had before.</summary>
public sealed class ErasingTests
{
    private const string Marker = "quiet-courtyard-behind-the-school";

    [Fact]
    public async Task What_a_person_erases_is_in_no_byte_of_the_data_folder_and_the_chain_holds()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var phone = await house.Joined();
        await using var other = await house.Joined();
        await facilitator.Done("session.start");
        await facilitator.Done("session.open-item", item: "ideas");
        await phone.Done("ideas.give", new { text = Marker }, "ideas");
        await other.Done("ideas.give", new { text = "kept" }, "ideas");
        var backups = house.Services.GetRequiredService<Backups>();
        await backups.Anew(TestContext.Current.CancellationToken);
        Assert.NotEmpty(Holding(house));
        house.Clock.Pass(TimeSpan.FromSeconds(1));

        var screens = new[] { phone, other, facilitator };
        foreach (var screen in screens) await screen.Until(shown => shown.View.Says(Marker), "the words are on the screens");
        await phone.Done("session.erase-mine");
        foreach (var screen in screens) await screen.Until(shown => shown.View.Lacks(Marker), "the words leave the screens");
        // The copies follow by themselves; the promise is one minute.
        await Gone(house);

        Assert.Contains((await house.State()).Gives("ideas"), given => given.Text == "kept");
        Assert.Contains((await house.State()).Gives("ideas"), given => given.Erased);
        await house.Stop();
        Assert.Empty(Holding(house));
        Assert.True(JournalFile.Verify(house.DataFile).Holds);
        await house.Start();
        Assert.Contains((await house.State()).Gives("ideas"), given => given.Erased);
    }

    [Fact]
    public async Task Copies_from_before_an_erasure_go_at_the_next_start_when_the_server_ended_in_between()
    {
        await using var house = await House.Built();
        await using (var facilitator = await house.Entered(Role.Facilitator))
        await using (var phone = await house.Joined())
        {
            await Write(facilitator, phone);
            await house.Services.GetRequiredService<Backups>().Anew(TestContext.Current.CancellationToken);
            var copy = Assert.Single(Holding(house), file => file.Contains("backups", StringComparison.Ordinal));
            var kept = await File.ReadAllBytesAsync(copy, TestContext.Current.CancellationToken);
            house.Clock.Pass(TimeSpan.FromSeconds(1));
            await phone.Done("session.erase-mine");
            await house.Stop();
            await File.WriteAllBytesAsync(copy, kept, TestContext.Current.CancellationToken);
        }
        await house.Start();
        await Gone(house);
    }

    [Fact]
    public async Task When_its_time_is_over_a_sessions_words_go_by_themselves_and_not_before()
    {
        await using var house = await House.Built();
        await using (var facilitator = await house.Entered(Role.Facilitator))
        await using (var phone = await house.Joined())
        {
            await Write(facilitator, phone);
            await facilitator.Done("session.keep-until", new { until = house.Clock.GetUtcNow().AddDays(30) });
            await facilitator.Done("session.close");
        }
        await house.Services.GetRequiredService<Backups>().Anew(TestContext.Current.CancellationToken);
        house.Clock.Pass(TimeSpan.FromDays(29));
        await Round(house);
        Assert.Contains((await house.State()).Gives("ideas"), given => given.Text == Marker);
        Assert.True(Holding(house).Count > 1, "the file and its copy hold it");

        house.Clock.Pass(TimeSpan.FromDays(2));
        await Round(house);
        Assert.All((await house.State()).Gives("ideas"), given => Assert.True(given.Erased));
        await Gone(house);
        var entries = (await house.Entries()).Count;
        await Round(house);
        Assert.Equal(entries, (await house.Entries()).Count);
        await house.Stop();
        Assert.Empty(Holding(house));
        Assert.True(JournalFile.Verify(house.DataFile).Holds);
        await house.Start();
    }

    [Fact]
    public async Task Who_holds_the_seat_gets_a_copy_of_their_own_data_and_nobody_elses()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var phone = await house.Joined();
        await using var other = await house.Joined();
        await facilitator.Done("session.start");
        await facilitator.Done("session.open-item", item: "ideas");
        await phone.Done("ideas.give", new { text = Marker }, "ideas");
        await other.Done("ideas.give", new { text = "not yours" }, "ideas");

        var (status, body) = await phone.Browser.Get($"/api/mine/{house.Session}");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(Marker, body!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("not yours", body.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(other.Id.ToString(), body.ToJsonString(), StringComparison.Ordinal);
        var (stranger, said) = await house.Browser().Get($"/api/mine/{house.Session}");
        var (unknown, alike) = await phone.Browser.Get($"/api/mine/{Guid.NewGuid()}");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (stranger, unknown));
        Assert.Equal(said!.ToJsonString(), alike!.ToJsonString());
    }

    /// <summary>What the server does by itself every six hours.</summary>
    private static Task Round(House house) =>
        house.Services.GetServices<IHostedService>().OfType<Retention>().Single().Round(TestContext.Current.CancellationToken);

    private static async Task Write(Screen facilitator, Screen phone)
    {
        await facilitator.Done("session.start");
        await facilitator.Done("session.open-item", item: "ideas");
        await phone.Done("ideas.give", new { text = Marker }, "ideas");
    }

    /// <summary>The files of the data folder in which the marker stands. A process of its own looks: who opens SQLite's files beside it lets go of its locks.</summary>
    private static Task Gone(House house) => Patience.Until(() => Holding(house).Count == 0, () => string.Join(", ", Holding(house)), Patience.Long);

    private static List<string> Holding(House house)
    {
        using var grep = Process.Start(new ProcessStartInfo("grep", ["-rlaF", Marker, house.Folder]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var found = grep.StandardOutput.ReadToEnd();
        grep.WaitForExit();
        return [.. found.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
