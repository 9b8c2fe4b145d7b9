using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Participation.Journal;
using Participation.LoadTests.House;
using Participation.Sessions;

namespace Participation.LoadTests.Chaos.Fuzz;

/// <summary>
/// What nobody's page would send: messages of the hub with members wrong, missing, twice or too deep, strange texts, strange frames, and real
/// messages with their bytes stirred. What is sound among it carries one of few command ids, so that it fills no journal.
/// </summary>
internal sealed class Grammar(Random chance)
{
    private static readonly string[] Values =
    [
        "null", "true", "-1", "0", "1.5", "1e400", "99999999999999999999", "\"\"", "\"a\"", "[]", "{}", "[[]]", "{\"a\":{}}", "\"\\ud800\"", "\"\\u0000\"", "\"\\u202e\\u0301\"",
        "\"00000000-0000-0000-0000-000000000000\"", "\"../../etc\"", "\"' or 1=1 --\"", "[null]", "{\"\":null}", "\"Join\"", "\"Send\"",
    ];

    /// <summary>Each command that there is, with what the examples of the kinds say in it; one that is none, and one without a name. Each has one id.</summary>
    private static readonly (Guid Id, string Name, JsonNode Data)[] Sound =
    [
        .. CommandNames.All.Keys.Order(StringComparer.Ordinal).Append("no.such").Append("").Index()
            .Select(each => (new Guid(each.Index + 1, 7, 7, [7, 7, 7, 7, 7, 7, 7, 7]), each.Item, Kinds.Said.GetValueOrDefault(each.Item) ?? new JsonObject { ["contribution"] = "ID-001" })),
    ];

    private static readonly string[] Handshakes =
    [
        """{"protocol":"json","version":99}""", """{"protocol":"messagepack","version":1}""", """{"version":1}""", """{"protocol":null,"version":null}""", "", "{}", "[]", "null", "{",
        """{"protocol":"json","version":1,"protocol":"x"}""", """{"protocol":"json","version":"1"}""", "\u00ff\u00fe", """{"type":6}""",
    ];

    private static byte[]? Longest;

    /// <summary>The first message of a connection: most often the right one.</summary>
    public byte[] Handshake() => chance.Next(4) > 0
        ? Packing.Frame(Packing.Text, "{\"protocol\":\"json\",\"version\":1}\u001e"u8)
        : Packing.Frame(chance.Next(4) == 0 ? Packing.Binary : Packing.Text, End(Handshakes[chance.Next(Handshakes.Length)]));

    /// <summary>The next bytes, and whether the connection is likely to end by them.</summary>
    public (byte[] Bytes, bool Deadly) Next() => chance.Next(100) switch
    {
        < 20 => (Text(Message().ToJsonString()), false),
        < 40 => (Text(WithWrongMember(Message())), false),
        < 52 => (Text(WithWrongMember(Message()["arguments"] is JsonArray ? Message() : Message(), inside: true)), false),
        < 60 => (Text(Message().ToJsonString().Replace("\"text\":\"", $"\"text\":\"{Strange()}", StringComparison.Ordinal)), false),
        < 66 => (Packing.Fragments(End(Message().ToJsonString()), chance), false),
        < 72 => (Text(string.Join('\u001e', Enumerable.Range(0, chance.Next(1, 6)).Select(_ => Message().ToJsonString()))), false),
        < 76 => (Text("""{"type":6}"""), false),
        < 78 => (Packing.Frame(Packing.Ping, new byte[chance.Next(126)]), false),
        < 84 => (Text($$"""{"type":{{new[] { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "99", "-1", "\"1\"", "null", "1.5" }[chance.Next(15)]}},"invocationId":"{{chance.Next(9)}}","target":"Send","arguments":[],"sequenceId":{{chance.Next(-3, 99)}}}"""), true),
        < 87 => (Text(Deep(chance.Next(5, 300))), true),
        < 90 => (Text(Twice(Message().ToJsonString())), true),
        < 96 => (Packing.Frame(Packing.Text, Stirred(End(Message().ToJsonString()))), true),
        < 98 => (Packing.Frame(Packing.Binary, Noise(chance.Next(200))), true),
        98 => (Huge(), true),
        _ => (Packing.Frame(chance.Next(16), Noise(chance.Next(60)), final: chance.Next(2) == 0, reserved: chance.Next(8)), true),
    };

    /// <summary>A sound message, as a page sends it.</summary>
    private JsonObject Message()
    {
        if (chance.Next(40) == 0) return new() { ["type"] = 1, ["invocationId"] = $"{chance.Next(1000)}", ["target"] = "Join", ["arguments"] = new JsonArray() };
        // Most often people give something: that goes furthest.
        var (id, name, data) = chance.Next(3) == 0 ? Array.Find(Sound, each => each.Name == "contribution.write") : Sound[chance.Next(Sound.Length)];
        var sent = new { command = id, name, item = WorkshopFolder.Item, data };
        return new() { ["type"] = 1, ["invocationId"] = $"{chance.Next(1000)}", ["target"] = "Send", ["arguments"] = new JsonArray(JsonSerializer.SerializeToNode(sent, Json.Options)) };
    }

    /// <summary>One member gone, or of another kind, or one that nobody knows: of the message, or of the command in it.</summary>
    private string WithWrongMember(JsonObject message, bool inside = false)
    {
        var place = inside && message["arguments"] is JsonArray { Count: 1 } arguments ? arguments[0]!.AsObject() : message;
        if (inside && chance.Next(2) == 0 && place["data"] is JsonObject data) place = data;
        var members = place.Select(member => member.Key).ToList();
        var name = members[chance.Next(members.Count)];
        switch (chance.Next(4))
        {
            case 0: place.Remove(name); break;
            case 1: place["another"] = 1; break;
            default: place[name] = "\u0001wrong\u0001"; break;
        }
        return message.ToJsonString().Replace("\"\\u0001wrong\\u0001\"", Values[chance.Next(Values.Length)], StringComparison.Ordinal);
    }

    private string Strange() => chance.Next(7) switch
    {
        0 => "\\ud83d", 1 => "\\u0000", 2 => "\\u202e\\u2066", 3 => string.Concat(Enumerable.Repeat("e\\u0301\\u0301\\u0301", 200)),
        4 => new string('x', 9_000), 5 => "\\u0007\\u001b[2J", _ => "\\udc00\\ud800",
    };

    private static string Deep(int depth) => $$"""{"type":1,"invocationId":"1","target":"Send","arguments":[{{string.Concat(Enumerable.Repeat("{\"data\":", depth))}}1{{new string('}', depth)}}]}""";

    private static string Twice(string message) => message.Replace("{\"type\":1,", "{\"type\":1,\"arguments\":[],\"target\":\"Join\",\"type\":2,", StringComparison.Ordinal);

    private byte[] Stirred(byte[] bytes)
    {
        for (var times = chance.Next(1, 6); times > 0 && bytes.Length > 2; times--)
        {
            var (at, length) = (chance.Next(bytes.Length), chance.Next(1, 12));
            bytes = chance.Next(4) switch
            {
                0 => [.. bytes[..at], (byte)chance.Next(256), .. bytes[(at + 1)..]],
                1 => [.. bytes[..at], .. Noise(length), .. bytes[at..]],
                2 => [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + length)..]],
                _ => [.. bytes, .. bytes[at..]],
            };
        }
        return bytes;
    }

    /// <summary>Just below the limit, just above it, or without an end.</summary>
    private byte[] Huge()
    {
        Longest ??= Encoding.UTF8.GetBytes($$$"""{"type":1,"invocationId":"1","target":"Send","arguments":[{"command":"{{{Sound[0].Id}}}","name":"ideas.give","item":"all","data":{"text":"{{{new string('y', 33_000)}}}"}}]}""");
        return chance.Next(3) switch
        {
            0 => Text(Encoding.UTF8.GetString(Longest.AsSpan(0, 150)) + new string('y', 31_000) + "\"}}]}"),
            1 => Packing.Frame(Packing.Text, [.. Longest, 0x1E]),
            _ => Packing.Frame(Packing.Text, Longest, claimed: ulong.MaxValue / 4),
        };
    }

    private byte[] Noise(int length)
    {
        var noise = new byte[length];
        chance.NextBytes(noise);
        return noise;
    }

    private static byte[] Text(string message) => Packing.Frame(Packing.Text, End(message));

    private static byte[] End(string message) => Encoding.UTF8.GetBytes(message + '\u001e');
}
