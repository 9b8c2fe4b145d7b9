using System.Text.Json;
using System.Text.Json.Nodes;
using Participation.Journal;
using Participation.Sessions;
using Participation.Sessions.Joining;
using Participation.Tests.Activities;
using Participation.Tests.Laws;
using Participation.Tests.Live;

namespace Participation.Tests.Injection;

/// <summary>No field for text goes unwatched, and what is sent in one is neither SQL nor a pattern nor a path: the server with its file does what the model does in memory.</summary>
public sealed class FieldTests
{
    /// <summary>Stands for half of a character, which no JSON of ours can hold.</summary>
    private const string Half = "HALF";

    private static readonly string[] Texts =
    [
        "' OR '1'='1", "'; DROP TABLE entry; --", "\" OR \"\"=\"", "a' UNION SELECT hash FROM head --", "%", "_%", "[a-z]*", "a\0b", "\u001a", "\\", "\\'", "''", "`", ";", "--", "/*", "?1", "@stream", ":name", "$1", "x'414243'", "NULL", "1e309", "０", "ʼ", "＇ OR 1", Half, "a\u0301", "ﬃ",
        "../../etc/passwd", "C:\\nul", "{{7*7}}", "${7*7}", "%s%n", "&lt;b&gt;", "<b>", "\u202Ea", "true", "[]", "{}", "",
    ];

    [Fact]
    public async Task Every_field_for_text_is_in_a_corpus()
    {
        await using var house = await House.Built();
        var found = Fields.OfCommands().Select(field => $"{field.Command} {field.Member}").Concat(Fields.OfRequests(house)).ToList();
        Assert.True(found.Count > 50);
        Assert.Equal(Fields.Known.Keys.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    /// <summary>The journey in the browser takes kinds and their words from the file of the examples; what the pages take it fills by name.</summary>
    [Fact]
    public void Every_field_that_keeps_words_is_filled_in_the_browser()
    {
        var kinds = JsonNode.Parse(Repository.Read("tests/Participation.BrowserTests/house/kinds.approved.json"))!.AsArray();
        var said = kinds.SelectMany(kind => kind!["words"]!.AsArray()).Select(words => $"{words!["command"]} {words["member"]}").Distinct();
        Assert.Equal(Fields.Known.Where(field => field.Value == Kept.Words && !field.Key.StartsWith('/')).Select(field => field.Key).Order(), said.Order());
        // Of what is said there is one to say otherwise.
        Assert.Empty(kinds.SelectMany(kind => kind!["words"]!.AsArray().Select(words => $"{words!["command"]}").Except(kind["full"]!.AsArray().Select(given => $"{given!["name"]}"))));
        var journey = Repository.Read("tests/Participation.BrowserTests/journeys/injection.test.mjs");
        Assert.Contains("from \"../house/kinds.mjs\"", journey, StringComparison.Ordinal);
        foreach (var field in Fields.Known.Where(field => field.Value == Kept.Words && field.Key.StartsWith('/') && field.Key != "/api/setup name").Select(field => field.Key.Split(' ')))
        {
            var at = journey.IndexOf($"\"{field[0]}\"", StringComparison.Ordinal);
            Assert.True(at >= 0 && journey.AsSpan(at, Math.Min(400, journey.Length - at)).Contains(field[1].Split('.')[0], StringComparison.Ordinal), $"{string.Join(' ', field)} is not in the journey");
        }
        var settings = kinds.SelectMany(kind => kind!["settings"]!.AsObject().Select(member => member.Key));
        Assert.Empty(Fields.OfWorkshops().Except(["image", "alt"]).Except(settings));
    }

    [Fact]
    public async Task What_is_sent_in_any_field_does_what_it_does_in_the_model()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        var browser = house.Browser();
        await browser.Join(new { code = house.Code, command = Guid.NewGuid(), consent = true, language = "en" });
        await using var phone = await browser.Connect(Role.Participant);
        var model = await new Hall().Opened();
        await model.Send(new JoinSession("en", null, null, null, true), Role.Participant, phone.Id);
        var (sent, kept) = (0, 0);

        async Task Both(string name, string item, JsonObject data)
        {
            var type = CommandNames.Find(name)!;
            var byPhone = ((AllowedAttribute)type.GetCustomAttributes(typeof(AllowedAttribute), false)[0]).Roles.Contains(Role.Participant);
            var written = data.ToJsonString().Replace(Half, "a\\ud83cb", StringComparison.Ordinal);
            JsonNode answer;
            try
            {
                answer = (await (byPhone ? phone : facilitator).Call("Send", $$"""[{"command":"{{Guid.NewGuid()}}","name":"{{name}}","item":"{{item}}","data":{{written}}}]"""))!;
            }
            catch (HubError error) when (written.Contains("cb\":", StringComparison.Ordinal))
            {
                // Half of a character in the name of a member is no JSON that the live door reads at all.
                Assert.DoesNotContain("ception", error.Message, StringComparison.Ordinal);
                return;
            }
            var code = answer["refused"]?["code"]?.GetValue<string>();
            sent++;
            if (written != data.ToJsonString())
            {
                // Half of a character: the model never sees it.
                Assert.True(code is "text.broken" or "command.malformed", $"{name} {written}: {code}");
                return;
            }
            var command = (SessionCommand)data.Deserialize(type, Participation.Journal.Json.Options)!;
            command = command switch { ItemAct act => act with { Item = item }, ActivityCommand work => work with { Item = item }, _ => command };
            var receipt = await model.Send(command, byPhone ? Role.Participant : Role.Facilitator, byPhone ? phone.Id : facilitator.Id);
            Assert.True(receipt.Refused?.Code == code, $"{name} {data.ToJsonString()}: {code} instead of {receipt.Refused?.Code}");
            if (code is null) kept++;
        }

        foreach (var item in Examples.Takes)
        {
            await Both("session.open-item", item, []);
            foreach (var field in Fields.OfCommands().Where(field => field.Command != "session.undo"))
            foreach (var text in Texts)
            {
                var data = Fields.Usual(field.Type, Examples.Sent(item).Contains(field.Type) ? item : null);
                if (field.Type.IsSubclassOf(typeof(ActivityCommand)) ? !Examples.Sent(item).Contains(field.Type) : item != "ideas") continue;
                if (field.Member == "item") continue;
                data[field.Member] = Fields.With(data[field.Member], text);
                await Both(field.Command, item, data);
            }
        }
        Assert.True(sent > 900 && kept > 150, $"{sent} {kept}");

        static string Written(Event e) => EventNames.Write(e);
        var (ours, theirs) = ((await house.Entries()).Skip(2).Select(entry => Written(entry.Event)).ToList(), (await model.Journal.Read(Hall.Session)).Skip(2).Select(entry => Written(entry.Event)).ToList());
        Assert.Equal(theirs, ours);
        await house.Restart();
        Assert.Equal(ours, (await house.Entries()).Skip(2).Select(entry => Written(entry.Event)));
        Assert.Equal([], house.Log.Errors);
    }
}
