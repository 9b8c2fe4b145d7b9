using System.Text.Json.Nodes;
using Participation.Journal;

namespace Participation.Tests.Injection;

/// <summary>Session files whose chain holds, written by somebody who can hash, with one thing in them that no session has.</summary>
internal static class ForgedSessions
{
    public static IEnumerable<(string Name, string Text)> Of(string right)
    {
        var events = SessionFile.Read(right).Select(line => (line.Name, Data: line.Json)).ToList();
        var opened = JsonNode.Parse(events[0].Data)!.AsObject();
        // What may be missing, or null, or false.
        string[] free = ["sample", "admission", "most", "classes"];
        foreach (var member in opened.Select(member => member.Key).Except(free))
        {
            yield return First($"opened without {member}", o => o.Remove(member));
            foreach (var (name, other) in Others(opened[member]!)) yield return First($"opened with {name} {member}", o => o[member] = other);
        }
        foreach (var list in new[] { "agenda", "tables", "types", "zones" })
        {
            yield return First($"opened with null in {list}", o => o[list] = new JsonArray(null, null));
            yield return First($"opened with nothing in {list}", o => o[list] = new JsonArray(new JsonObject()));
        }
        foreach (var member in opened["agenda"]![0]!.AsObject().Select(member => member.Key).Except(["hidden", "moderation", "continues"]))
        {
            yield return First($"opened with a step without {member}", o => o["agenda"]![0]!.AsObject().Remove(member));
            yield return First($"opened with null as {member}", o => o["agenda"]![0]![member] = null);
        }
        yield return First("opened with a step whose root is said", o => o["agenda"]![0]!["root"] = "x");
        yield return First("opened with a number as classes", o => o["classes"] = 5);
        yield return First("opened with another kind", o => o["agenda"]![0]!["kind"] = "x");
        yield return First("opened with another settings", o => o["agenda"]![0]!["settings"] = new JsonObject { ["x"] = 1 });
        yield return First("opened with a text of one language", o => o["title"] = new JsonObject { ["en"] = "a" });
        yield return First("opened with another language", o => o["language"] = "xx");
        yield return First("opened with what goes on with nothing", o => o["agenda"]![0]!["continues"] = "nowhere");
        yield return First("opened with a step twice", o => o["agenda"]!.AsArray().Add(o["agenda"]![0]!.DeepClone()));

        yield return Whole("opened twice", [.. events, events[0]]);
        yield return Whole("never opened", [.. events.Skip(1)]);
        yield return Whole("opened later", [events[1], events[0]]);
        foreach (var (name, data) in new[]
        {
            ("x.unknown", "{}"), ("session.closed", "null"), ("session.closed", "[]"), ("session.participant-seated", "{}"), ("session.participant-seated", "{\"participant\":\"x\"}"), ("session.advanced", "{\"item\":null}"),
            ("opinions.added", "{\"item\":\"nowhere\",\"number\":1,\"text\":\"a\"}"), ("opinions.added", "{\"item\":null,\"number\":1,\"text\":null}"), ("opinions.voted", "{\"item\":\"statements\",\"statement\":null,\"vote\":\"agree\"}"),
        })
            yield return Whole($"then {name} {data}", [events[0], (name, data)]);

        (string, string) First(string name, Action<JsonObject> change)
        {
            var changed = opened.DeepClone().AsObject();
            change(changed);
            return Whole(name, [(events[0].Name, changed.ToJsonString(Json.Options)), .. events.Skip(1)]);
        }
    }

    private static (string, string) Whole(string name, IReadOnlyList<(string Name, string Data)> events) => (name, SessionFile.Write(EvilFiles.Whole(events)));

    /// <summary>Null, and a value of another type.</summary>
    private static IEnumerable<(string Name, JsonNode? Other)> Others(JsonNode right) =>
        [("null as", null), ("a number as", 5), right is JsonArray ? ("a text as", "x") : ("a list as", new JsonArray())];
}
