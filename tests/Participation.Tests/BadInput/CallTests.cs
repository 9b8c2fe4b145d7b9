using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Participation.Sessions;
using Participation.Tests.Live;

namespace Participation.Tests.BadInput;

/// <summary>Calls that no phone of ours makes: each gets a reason or the end of its own connection, and nobody else notices.</summary>
public sealed class CallTests
{
    [Fact]
    public async Task A_command_that_says_too_much_too_little_or_something_else_is_malformed()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var phone = await house.Joined();
        await facilitator.Done("session.open-item", item: "ideas");
        var number = (await house.State()).Number;
        foreach (var (data, code) in new[]
        {
            ("""{"text":"a","other":1}""", "command.malformed"), ("{}", "command.malformed"),
            ("null", "command.malformed"), ("[]", "command.malformed"), ("\"text\"", "command.malformed"), ("7", "command.malformed"),
            ("""{"text":null}""", "command.malformed"), ("""{"text":5}""", "command.malformed"), ("""{"text":["a"]}""", "command.malformed"),
            ("""{"text":"a","kind":"king"}""", "command.malformed"),
            ("""{"text":"a","kind":1}""", "command.malformed"), ("""{"text":"a","zone":"moon"}""", "join.unknown-zone"),
            ("""{"text":"a","category":"none"}""", "ideas.unknown-category"), ("""{"text":"\u3164"}""", "text.empty"),
            ($$"""{"text":"a","place":"{{new string('x', 81)}}"}""", "text.too-long"),
        })
            Assert.Equal((data, code), (data, await CodeOf(phone, $$"""{"command":"{{Guid.NewGuid()}}","name":"ideas.give","item":"ideas","data":{{data}}}""")));
        foreach (var (sent, code) in new[]
        {
            ("\"name\":\"no.such\",\"data\":{}", "command.unknown"), ("\"name\":\"\",\"data\":{}", "command.unknown"),
            ("\"name\":\"JoinSession\",\"data\":{}", "command.unknown"), ("\"name\":\"ideas.give\",\"data\":{\"text\":\"a\"}", "session.unknown-item"),
            ("\"name\":\"ideas.give\",\"item\":\"nowhere\",\"data\":{\"text\":\"a\"}", "session.unknown-item"),
            ("\"name\":\"ideas.give\",\"item\":\"opinions\",\"data\":{\"text\":\"a\"}", "step.closed"),
        })
            Assert.Equal((sent, code), (sent, await CodeOf(phone, $$"""{"command":"{{Guid.NewGuid()}}",{{sent}}}""")));
        Assert.Equal(number, (await house.State()).Number);
        foreach (var act in new[] { """{"name":"contribution.mark","data":{}}""", """{"name":"session.move","data":{}}""", """{"name":"timer.start","data":{}}""", """{"name":"step.moderate","data":{},"item":"ideas"}""", """{"name":"session.undo","data":{}}""" })
            Assert.Equal((act, "command.malformed"), (act, await CodeOf(facilitator, $$"""{"command":"{{Guid.NewGuid()}}",{{act[1..]}}""")));
        Assert.Equal(number, (await house.State()).Number);

        // Who sends it stands on the envelope alone.
        var other = await CodeOf(phone, $$$"""{"command":"{{{Guid.NewGuid()}}}","name":"ideas.give","item":"ideas","data":{"text":"whose?","from":{"id":"{{{facilitator.Id}}}"},"item":"x"}}""");
        Assert.Equal("command.malformed", other);
        Assert.Equal(number, (await house.State()).Number);
        Assert.Equal([], house.Log.Errors);
    }

    [Fact]
    public async Task What_is_not_even_a_command_is_an_error_of_the_call_alone()
    {
        await using var house = await House.Built();
        await using var phone = await house.Joined();
        foreach (var arguments in new[]
        {
            "[]", "[1]", "[{},{}]", "[\"Send\"]", """[{"command":"not-a-uuid","name":"ideas.give","data":{}}]""", """[{"command":7,"name":"ideas.give","data":{}}]""",
            """[{"command":"00000000-0000-0000-0000-000000000001","name":5,"data":{}}]""", """[{"command":"00000000-0000-0000-0000-000000000001","name":"ideas.give","data":{"text":"a","text":"b"}}]""",
            """[{"command":"00000000-0000-0000-0000-000000000001","name":"ideas.give","data":{},"extra":1}]""",
        })
        {
            var failed = await Assert.ThrowsAsync<HubError>(() => phone.Call("Send", arguments));
            Assert.DoesNotContain("Participation", failed.Message, StringComparison.Ordinal);
        }
        foreach (var arguments in new[] { "null", "{}", """{"command":"00000000-0000-0000-0000-000000000001","name":null,"data":{}}""" })
            Assert.Equal("command.malformed", await CodeOf(phone, arguments));
        await Assert.ThrowsAsync<HubError>(() => phone.Call("Committed", "[]"));
        Assert.NotNull(await phone.Join());
        Assert.Equal([], house.Log.Errors);
    }

    public static TheoryData<string> Frames =>
    [
        new string('x', 33 * 1024), $$"""{"type":1,"invocationId":"9","target":"Send","arguments":[{"data":"{{new string('x', 33 * 1024)}}"}]}""", "{", "[]", "null", "\0",
        $$"""{"type":1,"invocationId":"9","target":"Send","arguments":[{"command":"00000000-0000-0000-0000-000000000001","name":"ideas.give","data":{{new string('[', 1000)}}{{new string(']', 1000)}}}]}""",
        """{"type":"one"}""", """{"type":1,"arguments":{}}""", """{"type":3,"invocationId":"1"}""",
    ];

    [Theory, MemberData(nameof(Frames))]
    public async Task A_frame_that_cannot_be_read_ends_its_own_connection_at_most(string frame)
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var other = await house.Joined();
        await facilitator.Done("session.open-item", item: "ideas");
        var phone = await house.Joined();
        await phone.Done("ideas.give", new { text = "safe" }, "ideas");
        await phone.Raw(frame);
        await other.Done("ideas.give", new { text = "unharmed" }, "ideas");
        await using var back = await phone.Browser.Connect(Role.Participant);
        await back.Until(screen => screen.Mine["activity"]["cards"].Count == 1, "what was safe");
        await back.Done("ideas.give", new { text = "and on" }, "ideas");
        Assert.Equal(["safe", "unharmed", "and on"], (await house.State()).Gives("ideas").Select(given => given.Text));
        if (frame.Length > 32 * 1024) await phone.Ended.Patiently();
        await phone.DisposeAsync();
    }

    [Fact]
    public async Task While_another_program_holds_the_file_a_phone_keeps_its_text_and_sends_it_again()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var phone = await house.Joined();
        await facilitator.Done("session.open-item", item: "ideas");
        var command = Guid.NewGuid();
        JsonNode answer;
        await using (var foreign = new SqliteConnection($"Data Source={house.DataFile};Pooling=False"))
        {
            await foreign.OpenAsync();
            await using var held = foreign.BeginTransaction(deferred: false);
            answer = await phone.Send("ideas.give", new { text = "kept" }, "ideas", command: command);
        }
        Assert.Equal("journal.locked", answer["refused"]!["code"]!.GetValue<string>());
        Assert.True(answer["refused"]!["retry"]!.GetValue<bool>());
        Assert.Empty((await house.State()).Gives("ideas"));
        Assert.Null((await phone.Send("ideas.give", new { text = "kept" }, "ideas", command: command))["refused"]);
        await phone.Until(screen => screen.Mine["activity"]["cards"].Count == 1, "the text");
        Assert.Single((await house.State()).Gives("ideas"));
    }

    [Fact]
    public async Task A_page_refuses_a_body_in_another_charset_and_one_that_says_something_twice()
    {
        await using var house = await House.Built();
        foreach (var (body, charset, status) in new[]
        {
            ("{}", "utf-7", HttpStatusCode.UnsupportedMediaType), ("{}", "xyz", HttpStatusCode.UnsupportedMediaType), ("{}", "\"UTF-8\"", HttpStatusCode.UnsupportedMediaType), ("{}", "UTF-8", HttpStatusCode.BadRequest),
            ("""{"name":"Ada","name":"Ben","password":"x"}""", "utf-8", HttpStatusCode.BadRequest),
        })
        {
            var request = new HttpRequestMessage(HttpMethod.Post, new Uri(house.Address, "/api/sign-in")) { Content = new StringContent(body) };
            request.Content.Headers.ContentType = new("application/json", charset);
            var answer = await house.Browser().Ask(request);
            Assert.Equal((status, "request.malformed"), (answer.Status, answer.Body!["code"]!.GetValue<string>()));
        }
        Assert.Equal([], house.Log.Errors);
    }

    private static async Task<string?> CodeOf(Screen screen, string sent) =>
        (await screen.Call("Send", $"[{sent}]"))!["refused"]?["code"]?.GetValue<string>();
}
