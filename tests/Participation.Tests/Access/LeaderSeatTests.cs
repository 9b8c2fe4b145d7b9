using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Participation.Server.Accounts;
using Participation.Sessions;
using Participation.Tests.Live;

namespace Participation.Tests.Access;

/// <summary>Who leads by a link without an account does so until somebody takes it back.</summary>
public sealed class LeaderSeatTests
{
    [Fact]
    public async Task A_lead_that_is_taken_back_ends_at_once_and_its_cookie_and_every_copy_is_worth_nothing()
    {
        await using var house = await House.Built();
        var ada = await house.Host();
        await using var taken = await house.Entered(Role.Facilitator);
        await using var beside = await house.Entered(Role.Facilitator);
        await using var phone = await house.Joined();
        var copy = Copy(taken.Browser);
        Assert.Equal(HttpStatusCode.OK, (await copy.Get($"/report/{house.Session}.csv")).Status);

        var rows = (await ada.Get(Leaders(house))).Body!.AsArray();
        Assert.Equal(new[] { taken.Id, beside.Id }.Order(), rows.Select(row => row!["id"]!.GetValue<Guid>()).Order());
        Assert.All(rows, row => Assert.True(row!["here"]!.GetValue<bool>()));
        var wayBack = (await taken.Browser.Post(Leaders(house), new { })).Body!["url"]!.GetValue<string>().Split('#')[1];
        Assert.Equal(HttpStatusCode.OK, (await ada.Post($"{Leaders(house)}/{taken.Id}/end", new { })).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await house.Browser().Post("/api/enter", new { key = wayBack })).Status);
        await taken.Closed;
        Assert.False(beside.Ended.IsCompleted || phone.Ended.IsCompleted);
        Assert.Equal("seat.ended", AccountTests.Code(await ada.Post($"{Leaders(house)}/{taken.Id}/end", new { })));

        await AreNothing(house, taken.Browser, copy);
        await house.Restart();
        await AreNothing(house, taken.Browser, copy);
        await using var still = await beside.Browser.Connect(Role.Facilitator);
        Assert.Equal(still.Id, (await ada.Get(Leaders(house))).Body!.AsArray().Single()!["id"]!.GetValue<Guid>());
    }

    [Fact]
    public async Task Only_who_leads_by_an_account_is_told_and_takes_back_and_only_in_that_session()
    {
        await using var house = await House.Built();
        var ada = await house.Host();
        var (cem, hers) = await AccountTests.Invited(house, ada, "Cem", "facilitator");
        await using var leader = await house.Entered(Role.Facilitator);
        await using var beside = await house.Entered(Role.Facilitator);
        var (other, _) = await house.Open(Guid.NewGuid(), hers);
        foreach (var browser in new[] { beside.Browser, cem, house.Browser() })
        {
            Assert.Equal("session.unknown", AccountTests.Code(await browser.Get(Leaders(house))));
            Assert.Equal("session.unknown", AccountTests.Code(await browser.Post($"{Leaders(house)}/{leader.Id}/end", new { })));
        }
        // Under a session of their own a stranger names a seat of another.
        Assert.Equal("seat.ended", AccountTests.Code(await cem.Post($"/api/sessions/{other}/leaders/{leader.Id}/end", new { })));
        await leader.Join();
    }

    [Fact]
    public async Task A_signed_cookie_without_a_row_as_older_servers_gave_is_worth_nothing()
    {
        await using var house = await House.Built();
        var old = house.Browser();
        var seat = JsonSerializer.Serialize(new Seat(house.Session, Guid.NewGuid(), Role.Facilitator), Participation.Journal.Json.Options);
        old.Cookies.Add(house.Address, new Cookie($"seat-facilitator-{house.Session}", house.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("seat/1").Protect(seat)));
        await AreNothing(house, old);
    }

    [Fact]
    public async Task A_lead_ends_with_its_time_and_when_its_browser_signs_out_in_copies_too()
    {
        await using var house = await House.Built();
        await using var leaves = await house.Entered(Role.Facilitator);
        await using var stays = await house.Entered(Role.Facilitator);
        var (left, kept) = (Copy(leaves.Browser), Copy(stays.Browser));
        await leaves.Browser.Post("/api/sign-out", new { });
        await leaves.Closed;
        await AreNothing(house, leaves.Browser, left);

        house.Clock.Pass(Seats.Kept);
        await AreNothing(house, kept);
        house.Services.GetRequiredService<LeaderSeats>().EndExpired();
        await stays.Closed;
    }

    [Fact]
    public void A_file_of_accounts_of_the_version_before_gets_the_table_and_keeps_what_it_has()
    {
        using var folder = new Storage.TemporaryFile();
        var clock = new Clock();
        using (var file = new AccountFile(folder.Folder)) new AccountBook(file, clock).Add("Ada", AccountRole.Facilitator, "x");
        using (var db = new SqliteConnection($"Data Source={Path.Combine(folder.Folder, AccountFile.Name)};Pooling=False"))
        {
            db.Open();
            using var back = db.CreateCommand();
            back.CommandText = "DROP TABLE leader_seat; PRAGMA user_version = 2";
            back.ExecuteNonQuery();
        }
        using var again = new AccountFile(folder.Folder);
        Assert.NotNull(new AccountBook(again, clock).Named("ada"));
        var session = Guid.NewGuid();
        var seat = new LeaderSeats(again, new LiveConnections(), clock).Begin(session);
        Assert.True(new LeaderSeats(again, new LiveConnections(), clock).Holds(seat.Id, session));
    }

    private static async Task AreNothing(House house, params Browser[] browsers)
    {
        foreach (var browser in browsers)
        {
            await using var screen = await browser.Connect(Role.Facilitator, join: false);
            Assert.Contains("seat.none", (await Assert.ThrowsAsync<HubError>(screen.Join)).Message, StringComparison.Ordinal);
            foreach (var path in new[] { "/report/{0}.csv", "/api/sessions/{0}/links", "/tickets/{0}" })
            {
                var (here, nowhere) = (await browser.Get(Of(path, house.Session)), await browser.Get(Of(path, Guid.NewGuid())));
                Assert.Equal((HttpStatusCode.NotFound, nowhere.Status, nowhere.Body!.ToJsonString()), (here.Status, HttpStatusCode.NotFound, here.Body!.ToJsonString()));
            }
        }
    }

    private static Browser Copy(Browser browser)
    {
        var copy = browser.House.Browser();
        foreach (var cookie in browser.Cookies.GetCookies(browser.House.Address).Select(cookie => new Cookie(cookie.Name, cookie.Value))) copy.Cookies.Add(browser.House.Address, cookie);
        return copy;
    }

    private static string Leaders(House house) => $"/api/sessions/{house.Session}/leaders";

    private static string Of(string path, Guid session) => path.Replace("{0}", $"{session}", StringComparison.Ordinal);
}
