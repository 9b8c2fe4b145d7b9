using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Participation.Server;
using Participation.Server.Accounts;
using Participation.Sessions;

namespace Participation.Tests.Live;

/// <summary>How people get a seat, and keep it.</summary>
public sealed class DoorTests
{
    [Fact]
    public async Task By_code_and_by_key_one_gets_a_seat_and_the_same_browser_gets_the_same_one_again()
    {
        await using var house = await House.Built();
        var phone = house.Browser();
        var (_, door) = await phone.Get($"/api/door?code={house.Code.ToLowerInvariant()[..3]}%20{house.Code.ToLowerInvariant()[3..]}");
        Assert.False(door!["seated"]!.GetValue<bool>());
        var (status, first) = await phone.Join(Ask(house));
        Assert.Equal(HttpStatusCode.OK, status);
        var (_, again) = await phone.Join(Ask(house));
        Assert.Equal(first!.ToJsonString(), again!.ToJsonString());
        Assert.True((await phone.Get($"/api/door?code={house.Code}")).Body!["seated"]!.GetValue<bool>());

        var (byKey, other) = await house.Browser().Join(new { key = house.Key(Role.Participant), command = Guid.NewGuid(), consent = true, type = "resident", zone = "z1", table = "north" });
        Assert.Equal(HttpStatusCode.OK, byKey);
        Assert.NotEqual(first["participant"]!.GetValue<string>(), other!["participant"]!.GetValue<string>());
        Assert.Equal(2, (await house.State()).Participants.Count);
    }

    [Fact]
    public async Task The_same_request_seats_one_person_even_without_the_cookie_that_was_lost_on_the_way()
    {
        await using var house = await House.Built();
        var ask = Ask(house);
        var seats = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => house.Browser().Join(ask)));
        Assert.Single(seats.Select(seat => seat.Body!["participant"]!.GetValue<string>()).Distinct());
        Assert.Single((await house.State()).Participants);
    }

    [Fact]
    public async Task The_right_code_of_a_session_that_is_over_says_so_and_is_a_try_and_a_wrong_one_says_nothing()
    {
        await using var house = await House.Built();
        Assert.Equal("join.unknown", await Answer("QQQQQQ"));
        await using var facilitator = await house.Entered(Role.Facilitator);
        await facilitator.Done("session.start");
        await facilitator.Done("session.close");
        Assert.Equal("join.over", await Answer(house.Code));
        await facilitator.Done("session.undo", new { act = (await house.State()).Acts.Peek().Act });
        Assert.Equal(HttpStatusCode.OK, (await house.Browser().Get($"/api/door?code={house.Code}")).Status);
        await facilitator.Done("session.keep-until", new { until = house.Clock.GetUtcNow().AddDays(1) });
        house.Clock.Pass(TimeSpan.FromDays(2));
        Assert.Equal("join.over", await Answer(house.Code));
        // Four were looked at in this minute: who tries on is told of no session any more, open or over.
        await facilitator.DisposeAsync();
        for (var i = 0; i < 18; i++) await house.Browser().Get($"/api/door?code={house.Code}");
        Assert.Equal("join.too-many-tries", (await house.Browser().Get($"/api/door?code={house.Code}")).Body!["code"]!.GetValue<string>());

        async Task<string> Answer(string code)
        {
            var (asked, door) = await house.Browser().Get($"/api/door?code={code}");
            var (_, seat) = await house.Browser().Join(new { code, command = Guid.NewGuid(), consent = true });
            Assert.Equal(HttpStatusCode.NotFound, asked);
            Assert.Equal(door!.ToJsonString(), seat!.ToJsonString());
            return door["code"]!.GetValue<string>();
        }
    }

    [Fact]
    public async Task The_door_names_who_answers_for_the_data_and_tells_who_sits_what_they_said()
    {
        await using var house = await House.Built("http://127.0.0.1:0", "--Institution:Controller", "Comune di Rho", "--Institution:Contact", "privacy@rho.example");
        var phone = house.Browser();
        var (_, door) = await phone.Get($"/api/door?code={house.Code}");
        Assert.Equal(("Comune di Rho", "privacy@rho.example", null), (door!["controller"]?.GetValue<string>(), door["contact"]?.GetValue<string>(), door["said"]));
        await phone.Join(new { code = house.Code, command = Guid.NewGuid(), consent = true, language = "en", type = "resident", table = "north" });
        await using var screen = await phone.Connect(Role.Participant);
        Assert.Equal("{\"type\":\"resident\",\"table\":\"north\"}", await Said());
        await screen.Done("session.correct-mine", new { zone = "z1" });
        Assert.Equal("{\"zone\":\"z1\"}", await Said());

        async Task<string> Said() => (await phone.Get($"/api/door?session={house.Session}")).Body!["said"]!.ToJsonString();
    }

    [Fact]
    public async Task A_code_a_link_and_a_ticket_are_good_until_the_close_however_long_before_they_were_made()
    {
        await using var house = await House.Built(Admission.Tickets);
        await using var facilitator = await house.Entered(Role.Facilitator);
        await facilitator.Done("session.issue-tickets", new { count = 1 });
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        var (_, other) = await house.Open(Guid.NewGuid(), Given.Facilitator);
        house.Clock.Pass(TimeSpan.FromDays(40));
        Assert.Equal(HttpStatusCode.OK, (await house.Browser().Join(new { code = other, command = Guid.NewGuid(), consent = true })).Status);
        Assert.Equal(HttpStatusCode.OK, (await house.Browser().Get($"/api/door?key={house.Key(Role.Participant)}")).Status);
        var ticket = house.Services.GetRequiredService<ServerKey>().TicketKey(house.Session, 1);
        Assert.Equal(HttpStatusCode.OK, (await house.Browser().Join(new { key = ticket, command = Guid.NewGuid(), consent = true })).Status);
        using var terminal = new StringWriter();
        await Welcome.Print(house.Services, terminal);
        Assert.Contains($"code {other}", terminal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_start_prints_no_code_that_opens_nothing()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await facilitator.Done("session.keep-until", new { until = house.Clock.GetUtcNow().AddDays(1) });
        house.Clock.Pass(TimeSpan.FromDays(2));
        using var terminal = new StringWriter();
        await Welcome.Print(house.Services, terminal);
        Assert.DoesNotContain(house.Code, terminal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_sits_is_led_to_their_own_words_after_the_close_by_key_code_or_address_and_a_stranger_is_not()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await facilitator.Done("session.start");
        await using var phone = await house.Joined();
        await facilitator.Done("session.close");
        var key = house.Key(Role.Participant);
        foreach (var way in new[] { $"code={house.Code}", $"key={key}", $"session={house.Session}" })
        {
            var (status, door) = await phone.Browser.Get($"/api/door?{way}");
            Assert.Equal((way, HttpStatusCode.OK), (way, status));
            Assert.Equal((true, phone.Id, house.Session), (door!["seated"]!.GetValue<bool>(), door["participant"]!.GetValue<Guid>(), door["session"]!.GetValue<Guid>()));
        }
        var (again, seat) = await phone.Browser.Join(new { code = house.Code, command = Guid.NewGuid(), consent = true });
        Assert.Equal((HttpStatusCode.OK, phone.Id), (again, seat!["participant"]!.GetValue<Guid>()));

        foreach (var (way, code) in new[] { ($"code={house.Code}", "join.over"), ($"key={key}", "join.over"), ($"session={house.Session}", "join.unknown"), ($"session={Guid.NewGuid()}", "join.unknown") })
            Assert.Equal((way, code), (way, (await house.Browser().Get($"/api/door?{way}")).Body!["code"]!.GetValue<string>()));
        // A seat of one session opens no other, and their own code is no try, however many were made from there.
        var (other, _) = await house.Open(Guid.NewGuid(), Given.Facilitator);
        Assert.Equal(HttpStatusCode.NotFound, (await phone.Browser.Get($"/api/door?session={other}")).Status);
        for (var i = 0; i < 25; i++) await house.Browser().Get("/api/door?code=QQQQQQ");
        Assert.Equal(HttpStatusCode.OK, (await phone.Browser.Get($"/api/door?code={house.Code}")).Status);
    }

    [Fact]
    public async Task Wrong_codes_are_counted_and_a_room_in_which_somebody_sits_stays_open()
    {
        await using var house = await House.Built("http://127.0.0.1:0", "--Proxies:0", "127.0.0.1");
        for (var i = 0; i < 19; i++) Assert.Equal(HttpStatusCode.NotFound, await Door("QQQQQQ"));
        Assert.Equal(HttpStatusCode.OK, await Door(house.Code));
        Assert.Equal(HttpStatusCode.NotFound, await Door("QQQQQQ"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Door("QQQQQQ"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Door(house.Code));
        // A key opens always, an old one takes no tries, and another address has its own.
        Assert.Equal(HttpStatusCode.OK, (await house.Browser().Get($"/api/door?key={house.Key(Role.Participant)}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await house.Browser().Get("/api/door?key=AAAAAAAAAAAAAAAAAAAAAA")).Status);
        Assert.Equal(HttpStatusCode.OK, await Door(house.Code, "192.0.2.8"));

        // Who sits and is connected from there opens that room to those beside them, and no other.
        var (_, other) = await house.Open(Guid.NewGuid(), Given.Facilitator);
        var first = house.Browser();
        await first.Join(new { key = house.Key(Role.Participant), command = Guid.NewGuid(), consent = true, language = "en" });
        await using (await first.Connect(Role.Participant))
        {
            Assert.Equal(HttpStatusCode.OK, await Door(house.Code, "127.0.0.1"));
            for (var i = 0; i < 20; i++) await Door("QQQQQQ", "127.0.0.1");
            Assert.Equal(HttpStatusCode.OK, await Door(house.Code, "127.0.0.1"));
            Assert.Equal(HttpStatusCode.TooManyRequests, await Door(other, "127.0.0.1"));
        }
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, await Door(house.Code));

        async Task<HttpStatusCode> Door(string code, string from = "192.0.2.9")
        {
            var request = new HttpRequestMessage(HttpMethod.Get, new Uri(house.Address, $"/api/door?code={code}"));
            request.Headers.Add("X-Forwarded-For", from);
            return (await house.Browser().Ask(request)).Status;
        }
    }

    [Theory, InlineData("", 6), InlineData("https://workshops.example", 8)]
    public async Task A_code_is_longer_where_the_whole_world_may_try(string address, int letters)
    {
        await using var house = await House.Built("http://127.0.0.1:0", "--PublicAddress", address);
        Assert.Equal(letters, house.Code.Length);
        Assert.Equal(HttpStatusCode.OK, (await house.Browser().Get($"/api/door?code={house.Code[..4]}-{house.Code[4..].ToLowerInvariant()}")).Status);
        Assert.NotEqual(HttpStatusCode.NotFound, (await house.Browser().Get($"/{house.Code}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await house.Browser().Join(new { code = house.Code, command = Guid.NewGuid(), consent = true, language = "en" })).Status);
    }

    [Fact]
    public void Addresses_of_one_network_count_as_one_and_a_new_minute_forgets()
    {
        var clock = new Clock();
        var tries = new DoorTries(new SeatedFrom(), clock);
        for (var i = 0; i < 20; i++) Assert.False(tries.Wrong(IPAddress.Parse($"2001:db8::{i + 1:x}")));
        Assert.True(tries.Wrong(IPAddress.Parse("2001:db8:0:0:ffff::1")));
        Assert.False(tries.Wrong(IPAddress.Parse("2001:db8:0:1::1")));
        for (var i = 0; i < 20; i++) tries.Wrong(IPAddress.Parse("::ffff:10.0.0.1"));
        Assert.True(tries.Wrong(IPAddress.Parse("10.0.0.1")));
        clock.Pass(TimeSpan.FromMinutes(1));
        Assert.False(tries.Wrong(IPAddress.Parse("10.0.0.1")));
    }

    [Fact]
    public async Task Without_consent_and_with_answers_that_are_not_offered_nobody_gets_a_seat()
    {
        await using var house = await House.Built();
        foreach (var (ask, code) in new (object, string)[]
        {
            (new { code = house.Code, command = Guid.NewGuid(), language = "en" }, "join.no-consent"),
            (new { code = house.Code, command = Guid.NewGuid(), consent = true, type = "king" }, "join.unknown-type"),
            (new { code = house.Code, command = Guid.NewGuid(), consent = true, zone = "moon" }, "join.unknown-zone"),
            (new { code = house.Code, command = Guid.NewGuid(), consent = true, table = "south" }, "join.unknown-table"),
        })
        {
            var (status, body) = await house.Browser().Join(ask);
            Assert.Equal((HttpStatusCode.BadRequest, code), (status, body!["code"]!.GetValue<string>()));
        }
        Assert.Empty((await house.State()).Participants);
    }

    [Fact]
    public async Task A_link_of_another_role_seats_no_participant_and_a_wrong_one_seats_nobody()
    {
        await using var house = await House.Built();
        Assert.Equal(HttpStatusCode.NotFound, (await house.Browser().Join(new { key = house.Key(Role.Facilitator), command = Guid.NewGuid(), consent = true })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await house.Browser().Post("/api/enter", new { key = house.Key(Role.Participant) })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await house.Browser().Post("/api/enter", new { key = "AAAAAAAAAAAAAAAAAAAAAA" })).Status);
        var nobody = house.Browser();
        foreach (var role in Enum.GetValues<Role>())
        {
            await using var screen = await nobody.Connect(role, join: false);
            Assert.Contains("seat.none", (await Assert.ThrowsAsync<HubError>(screen.Join)).Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<HubError>(() => screen.Send("session.start"));
        }
        Assert.DoesNotContain("HubException", house.Log.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData("1"), InlineData("Facilitator"), InlineData("participant,facilitator"), InlineData("facilitator&role=facilitator"), InlineData("")]
    public async Task A_role_is_asked_for_by_its_word_alone(string said)
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var screen = await Screen.Connect(facilitator.Browser, Role.Facilitator, join: false, said: said);
        Assert.Contains("seat.none", (await Assert.ThrowsAsync<HubError>(screen.Join)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_participants_cookie_opens_no_other_role_and_no_other_session()
    {
        await using var house = await House.Built();
        await using var phone = await house.Joined();
        foreach (var role in new[] { Role.Facilitator, Role.Scribe, Role.Projector })
        {
            await using var screen = await phone.Browser.Connect(role, join: false);
            await Assert.ThrowsAsync<HubError>(screen.Join);
        }
        foreach (var path in new[] { $"/report/{house.Session}.csv", $"/report/{house.Session}.json", $"/api/sessions/{house.Session}/links", $"/api/sessions/{house.Session}/qr.svg" })
            Assert.Equal(HttpStatusCode.NotFound, (await phone.Browser.Get(path)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await phone.Browser.Get("/api/sessions")).Status);
    }

    [Fact]
    public async Task Each_file_that_goes_out_has_a_name_of_its_own_and_none_lets_anybody_in()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = facilitator.Browser.Cookies });
        await using var phone = await house.Joined();
        using var mine = new HttpClient(new HttpClientHandler { CookieContainer = phone.Cookies });
        async Task<string> NameOf(string path, HttpClient? by = null)
        {
            using var answer = await (by ?? client).GetAsync(new Uri(house.Address, path), TestContext.Current.CancellationToken);
            return answer.Content.Headers.ContentDisposition!.FileName!;
        }
        var names = new List<string>();
        foreach (var language in new[] { "en", "it", "de" })
        {
            foreach (var (form, end) in new[] { ($"pdf?language={language}", $"-report-{language}.pdf"), ($"pdf?language={language}&standard=a3", $"-report-with-data-{language}.pdf"),
                ($"csv?language={language}", $"-data-{language}.csv"), ($"xlsx?language={language}", $"-data-{language}.xlsx"), ($"data.json?language={language}", $"-data-{language}.json") })
            {
                names.Add(await NameOf($"/report/{house.Session}.{form}"));
                Assert.Matches($"^session-{language}-2[0-9-]{{9}}-[0-9a-f]{{8}}{end.Replace(".", "\\.", StringComparison.Ordinal)}$", names[^1]);
            }
        }
        names.Add(await NameOf($"/report/{house.Session}.json?language=it"));
        Assert.EndsWith("-CONFIDENTIAL-record.json", names[^1], StringComparison.Ordinal);
        names.Add(await NameOf($"/api/mine/{house.Session}", mine));
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(names, name => Assert.DoesNotContain(house.Code, name, StringComparison.OrdinalIgnoreCase));
        Assert.All(names, name => Assert.DoesNotContain($"{house.Session}", name, StringComparison.OrdinalIgnoreCase));
    }

    private static object Ask(House house) => new { code = house.Code, command = Guid.NewGuid(), consent = true, language = "de" };
}
