using System.Text.Json.Nodes;
using Participation.LoadTests.Hub;

namespace Participation.LoadTests.Chaos.Storms;

/// <summary>What people do with what their screen shows.</summary>
internal static class Doings
{
    /// <summary>What a facilitator's act may be answered when another act, or the same one in another place, was faster; and what a phone is told that came too late.</summary>
    public static readonly string[] FairRefusals =
    [
        "session.first-step", "session.last-step", "session.item-open", "session.nothing-to-undo", "session.stale", "session.not-paused",
        "session.paused-already", "session.not-started", "session.started", "step.closed", "step.hidden-already", "step.not-hidden", "step.locked-already", "step.not-locked",
    ];

    /// <summary>A participant gives what the open step asks for.</summary>
    public static Sent? OfParticipant(JsonNode view, Random chance)
    {
        if (view["item"] is not { } item || view["activity"] is not { } activity || item["locked"]!.GetValue<bool>()) return null;
        var id = item["id"]!.GetValue<string>();
        var text = Reader.Token.Text();
        return item["kind"]!.GetValue<string>() switch
        {
            "ideas" => new(Guid.CreateVersion7(), "contribution.write", new { texts = new { text } }, id),
            "opinions" when Pick(activity["rows"], chance) is { } row && chance.Next(5) > 0 =>
                Sent.Ballot(id, row["id"]!.GetValue<string>(), new[] { "agree", "disagree", "pass" }[chance.Next(3)]),
            "opinions" => new(Guid.CreateVersion7(), "opinions.add", new { text }, id),
            "dot-vote" when Pick(activity["options"], chance) is { } option =>
                Sent.Ballot(id, "", $"{1 + chance.Next(3)} {option["id"]!.GetValue<string>()}"),
            _ => null,
        };
    }

    /// <summary>A facilitator leads through the steps, back and forth, hides, locks, pauses and takes back.</summary>
    public static Sent? OfFacilitator(JsonNode view, Random chance)
    {
        if (view["status"]!.GetValue<string>() == "paused") return Act("session.resume");
        // Also the start can be taken back.
        if (view["item"] is not { } open) return Act("session.start");
        var (item, locked, hidden) = (open["id"]!.GetValue<string>(), open["locked"]!.GetValue<bool>(), open["hidden"]!.GetValue<bool>());
        return chance.Next(10) switch
        {
            0 or 1 => Act("session.advance"),
            2 => Act("session.back"),
            3 => Act("session.pause"),
            4 or 5 => Act(hidden ? "step.reveal" : "step.hide", item),
            6 => Act(locked ? "step.unlock" : "step.lock", item),
            7 when view["board"]?["undo"]?["act"] is { } act => new(Guid.CreateVersion7(), "session.undo", new { act = act.GetValue<long>() }),
            // Never for long: else the room would have nothing to do.
            _ => locked ? Act("step.unlock", item) : hidden ? Act("step.reveal", item) : null,
        };

        static Sent Act(string name, string? item = null) => new(Guid.CreateVersion7(), name, new { }, item);
    }

    private static JsonNode? Pick(JsonNode? list, Random chance) => list is JsonArray { Count: > 0 } some ? some[chance.Next(some.Count)] : null;
}
