using System.Net;
using System.Text.Json.Nodes;
using Participation.Server.Accounts;
using Participation.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace Participation.Tests.Live;

/// <summary>The entrance as phones and console know it: waiting, admitted, refused, locked out, let in by a ticket, and gone with a flood.</summary>
public sealed class EntranceTests
{
    private static object Coming(House house) => new { code = house.Code, command = Guid.NewGuid(), consent = true, language = "en" };

    private static object With(string ticket) => new { key = ticket, command = Guid.NewGuid(), consent = true, language = "en" };

    private static string Ticket(House house, int number) => house.Services.GetRequiredService<ServerKey>().TicketKey(house.Session, number);

    private static string? Code((HttpStatusCode Status, JsonNode? Body) answer) => answer.Body?["code"]?.GetValue<string>();

    [Fact]
    public async Task Who_waits_is_let_in_without_asking_again_or_is_turned_away()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await facilitator.Done("session.start");
        await facilitator.Done("session.approve", new { on = true });
        await using var phone = await house.Joined();
        await using var other = await house.Joined();
        Assert.True(phone.View!["waits"]!.GetValue<bool>());
        Assert.Null(phone.View["item"]);
        Assert.Equal("seat.waiting", await phone.Refused("ideas.give", new { text = "Trees" }, "ideas"));
        await facilitator.Until(screen => screen.View["board"]["lobby"]["waiting"].Number == 2, "two wait");

        await facilitator.Done("session.admit", new { participant = phone.Id });
        await phone.Until(screen => screen.Bye == "seat.moved", "let in");
        await phone.Join();
        Assert.Null(phone.View!["waits"]);
        await facilitator.Done("session.refuse", new { participant = other.Id });
        await other.Closed;
        Assert.Contains("seat.refused", (await Assert.ThrowsAsync<HubError>(() => other.Browser.Connect(Role.Participant))).Message);
    }

    [Fact]
    public async Task A_locked_entrance_says_so_and_who_is_inside_comes_back()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var phone = await house.Joined();
        await facilitator.Done("session.lock");
        var stranger = house.Browser();
        var door = (await stranger.Get($"/api/door?code={house.Code}")).Body!;
        Assert.Equal("join.locked", door["shut"]!["code"]!.GetValue<string>());
        foreach (var language in (string[])["en", "it", "de"]) Assert.NotEmpty(door["shut"]!["text"]![language]!.GetValue<string>());
        Assert.Equal("join.locked", Code(await stranger.Join(Coming(house))));
        Assert.Equal(HttpStatusCode.OK, (await phone.Browser.Join(Coming(house))).Status);
        Assert.Null((await phone.Browser.Get($"/api/door?code={house.Code}")).Body!["shut"]);
        await using var again = await phone.Browser.Connect(Role.Participant);
    }

    [Fact]
    public async Task Who_was_removed_gets_in_with_a_hundred_new_browsers_never_where_there_are_tickets()
    {
        await using var house = await House.Built(Admission.Tickets);
        await using var facilitator = await house.Entered(Role.Facilitator);
        await facilitator.Done("session.issue-tickets", new { count = 2 });
        var (guest, neighbour) = (house.Browser(), house.Browser());
        Assert.Equal(HttpStatusCode.OK, (await guest.Join(With(Ticket(house, 1)))).Status);
        await using var phone = await guest.Connect(Role.Participant);
        await facilitator.Done("session.remove", new { participant = phone.Id });
        await phone.Closed;

        var (forged, link) = (Ticket(house, 1)[..^4] + "AAAA", house.Key(Role.Participant));
        for (var n = 0; n < 100; n++)
        {
            var fresh = house.Browser();
            var answer = await fresh.Join((n % 4) switch { 0 => With(Ticket(house, 1)), 1 => Coming(house), 2 => With(link), _ => With(forged) });
            Assert.NotEqual(HttpStatusCode.OK, answer.Status);
        }
        Assert.Equal(HttpStatusCode.OK, (await neighbour.Join(With(Ticket(house, 2)))).Status);
        Assert.Equal(HttpStatusCode.OK, (await neighbour.Join(With(Ticket(house, 2)))).Status);
        Assert.Equal("join.ticket-used", Code(await house.Browser().Join(With(Ticket(house, 2)))));
        Assert.Equal(2, (await house.State()).Participants.Count);
    }

    [Fact]
    public async Task The_sheet_of_tickets_is_for_the_facilitator_and_no_key_stands_in_the_journal()
    {
        await using var house = await House.Built(Admission.Tickets);
        await using var facilitator = await house.Entered(Role.Facilitator);
        await facilitator.Done("session.issue-tickets", new { count = 3 });
        var path = $"/tickets/{house.Session}?language=it";
        Assert.Equal(HttpStatusCode.NotFound, (await house.Browser().Get(path)).Status);
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = facilitator.Cookies });
        var page = await client.GetStringAsync(new Uri(house.Address, path));
        Assert.Equal(3, page.Split("<svg").Length - 1);
        Assert.Contains("Biglietti", page, StringComparison.Ordinal);
        await house.Browser().Join(With(Ticket(house, 3)));
        await house.Stop();
        var bytes = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(house.DataFile));
        await house.Start();
        Assert.DoesNotContain(Ticket(house, 3), bytes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_wrong_codes_from_one_address_keep_nobody_out_who_has_the_link()
    {
        const int Wrong = 1_000, Right = 40;
        await using var house = await House.Built();
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false });
        var evaluated = 0;
        var guessing = Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            for (var n = worker; n < Wrong; n += 8)
            {
                using var answer = await client.GetAsync(new Uri(house.Address, $"/api/door?code=Q{n:00000}"));
                if (answer.StatusCode == HttpStatusCode.NotFound) Interlocked.Increment(ref evaluated);
            }
        })));
        var joining = Task.WhenAll(Enumerable.Range(0, Right).Select(_ => house.Browser().Join(With(house.Key(Role.Participant)))));
        Assert.All(await joining, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        await guessing;
        Assert.Equal(20, evaluated);
        Assert.Equal(Right, (await house.State()).Participants.Count);
    }

    [Fact]
    public async Task A_ticket_is_good_for_one_seat_and_one_that_was_not_issued_for_none()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await facilitator.Done("session.issue-tickets", new { count = 1 });
        Assert.Null(Code(await house.Browser().Join(With(Ticket(house, 1)))));
        Assert.Equal("join.ticket-used", Code(await house.Browser().Join(With(Ticket(house, 1)))));
        Assert.Equal("join.ticket-void", Code(await house.Browser().Join(With(Ticket(house, 2)))));
        Assert.Single((await house.State()).Participants);
    }

    [Fact]
    public async Task Through_a_locked_entrance_nobody_new_comes()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await facilitator.Done("session.lock");
        Assert.Equal("join.locked", Code(await house.Browser().Join(Coming(house))));
        await facilitator.Done("session.unlock");
        Assert.Null(Code(await house.Browser().Join(Coming(house))));
    }

    [Fact]
    public async Task A_flood_goes_by_one_act_and_comes_back_when_that_is_taken_back()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        Assert.Null(Code(await house.Browser().Join(Coming(house))));
        house.Clock.Pass(TimeSpan.FromMinutes(20));
        for (var bot = 0; bot < 5; bot++) Assert.Null(Code(await house.Browser().Join(Coming(house))));
        await facilitator.Done("session.remove-flood", new { minutes = 5 });
        Assert.Equal(5, (await house.State()).Stage.Removed.Count);
        await facilitator.Done("session.undo", new { act = (await house.State()).Acts.Peek().Act });
        Assert.Empty((await house.State()).Stage.Removed);
    }
}
