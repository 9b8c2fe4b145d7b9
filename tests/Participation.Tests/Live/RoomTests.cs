using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Participation.Server.Live;
using Participation.Sessions;

namespace Participation.Tests.Live;

/// <summary>What a room does to a server: phones that stall or die, many at once, and a server that is started again.</summary>
public sealed class RoomTests
{
    /// <summary>The server gives up on a connection that reads nothing after 5 s: an answer that waited for it would take as long.</summary>
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task A_screen_that_reads_nothing_holds_up_nobody()
    {
        await using var house = await House.Built(Wide());
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var phone = await house.Joined();
        await using var stalled = await house.Entered(Role.Projector);
        await facilitator.Done("session.start");
        // How long an answer takes on this machine now, while everybody reads.
        var usual = TimeSpan.Zero;
        for (var i = 0; i < 100; i++) usual = Longer(usual, await Took($"{i} {new string('x', 1500)}"));
        stalled.Stall();
        // Whole views of 150 kB each that nobody takes: the connection's buffers fill, and the server cannot write to it any more.
        for (var i = 0; i < 200; i++) await stalled.Raw($$"""{"type":1,"invocationId":"j{{i}}","target":"Join","arguments":[]}""");
        var worst = TimeSpan.Zero;
        for (var i = 0; i < 30; i++) worst = Longer(worst, await Took($"on time {i}"));
        Assert.True(worst < Held + usual, $"an answer took {worst}, and {usual} before");
        await facilitator.Until(screen => screen.Activity["total"].Number == 130, "all ideas on a healthy screen");

        async Task<TimeSpan> Took(string text)
        {
            var since = Stopwatch.GetTimestamp();
            await phone.Done("ideas.give", new { text }, "wide");
            return Stopwatch.GetElapsedTime(since);
        }

        static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
    }

    [Fact]
    public async Task Fifty_phones_at_once_see_the_same_and_nothing_is_lost_or_twice()
    {
        await using var house = await House.Built(Wide());
        await using var facilitator = await house.Entered(Role.Facilitator);
        await facilitator.Done("session.start");
        var phones = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => house.Joined()));
        await Task.WhenAll(phones.Select(async (phone, who) =>
        {
            for (var i = 0; i < 4; i++)
            {
                var (command, text) = (Guid.NewGuid(), $"idea {i} of {who}");
                // A double tap, and a phone that asks again because it heard nothing.
                var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => phone.Send("ideas.give", new { text }, "wide", command: command)));
                Assert.Single(answers.Select(answer => answer.ToJsonString()).Distinct());
                Assert.Null(answers[0]["refused"]);
            }
        }));
        var state = await house.State();
        Assert.Equal(200, state.Gives("wide").Select(given => given.Text).Distinct().Count());
        Assert.Equal(200, state.Gives("wide").Count());
        foreach (var phone in phones) await phone.Until(screen => screen.Activity["total"].Number == 200, "all ideas");
        Assert.Single(phones.Select(phone => phone.View!.ToJsonString()).Distinct());
        // One's own comes with the tick after one's own commit was told, which may be the one behind the last frame.
        foreach (var phone in phones) await phone.Until(screen => screen.Mine["activity"]["cards"].Count == 4, "one's own four");
        foreach (var phone in phones) await phone.DisposeAsync();
    }

    [Fact]
    public async Task After_a_restart_everybody_is_who_they_were_and_sees_what_they_saw()
    {
        await using var house = await House.Built();
        var facilitator = await house.Entered(Role.Facilitator);
        var phone = await house.Joined("north");
        await facilitator.Done("session.start");
        await facilitator.Done("session.open-item", item: "ideas");
        var command = Guid.NewGuid();
        var receipt = await phone.Send("ideas.give", new { text = "before the restart", kind = "idea" }, "ideas", command: command);
        await facilitator.Done("timer.start", new { seconds = 600 });
        var number = (await house.State()).Number;
        await phone.Until(screen => screen.View["timer"].IsThere && screen.Mine["activity"]["cards"].Count == 1, "the last act");
        await facilitator.Until(screen => screen.View["board"]["undo"]["name"].Text == "timer.started", "the last act");

        await house.Restart();
        await Task.WhenAll(phone.Ended, facilitator.Ended).Patiently();
        await using var again = await phone.Browser.Connect(Role.Participant);
        await using var leading = await facilitator.Browser.Connect(Role.Facilitator);
        Assert.Equal(phone.You!.ToJsonString(), again.You!.ToJsonString());
        Assert.Equal(facilitator.Id, leading.Id);
        Same(phone.View!, again.View!);
        Same(phone.Mine!, again.Mine!);
        Same(facilitator.View!, leading.View!);
        var repeated = await again.Send("ideas.give", new { text = "before the restart", kind = "idea" }, "ideas", command: command);
        Assert.Equal(receipt.ToJsonString(), repeated.ToJsonString());
        Assert.Equal("command.reused", (await again.Send("ideas.give", new { text = "another" }, "ideas", command: command))["refused"]!["code"]!.GetValue<string>());
        Assert.Equal(number, (await house.State()).Number);
        Assert.True((await phone.Browser.Get($"/api/door?code={house.Code}")).Body!["seated"]!.GetValue<bool>());
        await phone.DisposeAsync();
        await facilitator.DisposeAsync();
    }

    [Fact]
    public async Task A_phone_that_vanishes_is_not_here_any_more_and_comes_back_to_what_it_missed()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        var phone = await house.Joined();
        await facilitator.Until(screen => screen.Here == 1, "one phone");
        phone.Vanish();
        await facilitator.Until(screen => screen.Here == 0, "no phone");
        await facilitator.Done("session.start");
        await using var back = await phone.Browser.Connect(Role.Participant);
        Assert.Equal(1, back.View!["position"]!.GetValue<int>());
        await facilitator.Until(screen => screen.Here == 1, "the phone again");
        await phone.DisposeAsync();
    }

    [Fact]
    public async Task A_room_that_opens_anew_counts_on_so_that_a_frame_of_the_old_one_fits_nobody()
    {
        await using var house = await House.Built(Wide());
        var last = 0L;
        await using (var before = await house.Entered(Role.Facilitator))
        {
            await before.Done("session.start");
            await before.Until(screen => screen.Activity.IsThere, "the first step on the console");
            last = before.Number;
        }
        var broadcast = house.Services.GetRequiredService<Broadcast<SessionState>>();
        await Patience.Until(() => !broadcast.HasRoom(house.Session), () => "the room is still there");
        await using var after = await house.Entered(Role.Facilitator);
        Assert.True(after.Number > last, $"{after.Number} after {last}");
    }

    [Fact]
    public async Task The_log_holds_no_code_no_key_no_cookie_and_nothing_that_anybody_wrote()
    {
        const string Secret = "Kirschblütenfest";
        await using var house = await House.Built(Wide());
        await using var facilitator = await house.Entered(Role.Facilitator);
        var phone = await house.Joined();
        await facilitator.Done("session.start");
        await phone.Done("ideas.give", new { text = Secret }, "wide");
        await phone.Refused("ideas.give", new { text = Secret + new string('x', 9000) }, "wide");
        await phone.Refused(Secret, new { text = Secret }, "wide");
        await phone.Refused("ideas.give", new { text = Secret, other = Secret }, "wide");
        foreach (var wrong in new[] { $"[{{\"command\":\"{Secret}\"}}]", $"[\"{Secret}\"]", $"[{{\"{Secret}\":1}}]" })
            await Assert.ThrowsAsync<HubError>(() => phone.Call("Send", wrong));
        await phone.Browser.Get($"/api/door?code={house.Code}");
        await phone.Browser.Get($"/api/door?key={house.Key(Role.Participant)}");
        await phone.Browser.Post("/api/join", new { code = Secret, wrong = Secret });
        await facilitator.Browser.Get($"/report/{house.Session}.csv");
        await phone.DisposeAsync();
        await house.Restart();

        var cookies = phone.Browser.Cookies.GetAllCookies().Concat(facilitator.Browser.Cookies.GetAllCookies()).Select(cookie => cookie.Value).ToList();
        Assert.NotEmpty(cookies);
        var words = cookies.Concat(Enum.GetValues<Role>().Select(role => house.Key(role))).Append(house.Code).Append(Secret);
        Assert.DoesNotContain(words, word => house.Log.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
        Assert.Equal([], house.Log.Errors);
    }

    [Fact]
    public async Task A_cookie_that_somebody_made_up_is_none()
    {
        await using var house = await House.Built();
        var browser = house.Browser();
        browser.Cookies.Add(house.Address, new Cookie($"seat-facilitator-{house.Session}", "CfDJ8AAAA"));
        browser.Cookies.Add(house.Address, new Cookie("sign-in", Convert.ToBase64String(new byte[64]).TrimEnd('=')));
        await using var screen = await browser.Connect(Role.Facilitator, join: false);
        await Assert.ThrowsAsync<HubError>(screen.Join);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.Get("/api/sessions")).Status);
    }

    private static AgendaItem Wide() => Given.Item("wide", "ideas", new { question = Given.Text("What?"), kinds = new[] { "idea" }, limit = 2000, mostEach = 1_000 });

    private static void Same(JsonNode one, JsonNode other) => Assert.True(JsonNode.DeepEquals(one, other), $"{one.ToJsonString()}\n{other.ToJsonString()}");
}
