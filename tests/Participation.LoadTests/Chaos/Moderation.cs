using System.Diagnostics;
using System.Text.Json.Nodes;
using Participation.LoadTests.House;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Reader;

namespace Participation.LoadTests.Chaos;

/// <summary>
/// Whoever approves what people write: most of it, some not, some is left waiting, and some that was shown is hidden or taken back. Each text has one fate after the other,
/// and what anybody's screen was told of it meanwhile is known by the <see cref="Glimpses"/>.
/// </summary>
internal sealed class Moderation(Room room, Glimpses glimpses)
{
    private readonly HashSet<string> looked = [], approved = [];

    /// <summary>Decides on one card, where there is one to decide on.</summary>
    public async Task Decide()
    {
        if (Next() is not { } card) return;
        var opens = card.Mark == "approve";
        if (opens) glimpses.Note(card.Text, Stopwatch.GetTimestamp(), open: true, done: false);
        var answer = await room.Ledger.Give(room.Console, new Sent(Guid.CreateVersion7(), "contribution.mark", new { contribution = card.Id, mark = card.Mark }), measured: false);
        if (!opens && answer is { Refused: null }) glimpses.Note(card.Text, Stopwatch.GetTimestamp(), open: false, done: true);
    }

    private (string Id, string Text, string Mark)? Next()
    {
        lock (room.Console.Follower)
        {
            if (room.Console.Follower.View?["activity"]?["cards"] is not JsonArray cards) return null;
            foreach (var card in cards)
            {
                var (id, text, status) = (card!["id"]!.GetValue<string>(), card["text"]!.GetValue<string>(), card["status"]!.GetValue<string>());
                if (status == "pending" && looked.Add(id))
                {
                    var mark = Random.Shared.Next(10) switch { < 6 => "approve", < 8 => "hide", _ => null };
                    if (mark is null) continue;
                    if (mark == "approve") approved.Add(id);
                    return (id, text, mark);
                }
                if (status == "shown" && approved.Contains(id) && Random.Shared.Next(40) == 0 && approved.Remove(id)) return (id, text, Random.Shared.Next(2) == 0 ? "hide" : "withdraw");
            }
            return null;
        }
    }
}
