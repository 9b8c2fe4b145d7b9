using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Participation.Journal;
using Participation.LoadTests;
using Participation.LoadTests.House;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;
using Participation.Sessions;
using Participation.Views;
using Participation.Writing;

namespace Participation.Tests.NodeClient;

/// <summary>The page about the protocol says enough: a client that was written from it alone takes part in a session on the real server.</summary>
public sealed class SecondClientTests
{
    private readonly Ledger ledger = new();

    [Fact]
    public async Task A_client_written_from_the_page_takes_part_and_ends_with_the_view_of_the_model()
    {
        await using var room = await Room.Open(new Arguments([]), ledger, "Second client", "en", place => WorkshopFolder.WriteIdeas(place, "Second client"));
        using var client = await SecondClient.Start(room.Doors.Server, room.Code, WorkshopFolder.Item);

        var door = await client.Told();
        Assert.Equal("join.unknown", Text(door["wrong"]));
        Assert.Equal(room.Session, Guid.Parse(Text(door["session"])));
        Assert.False(door["seated"]!.GetValue<bool>());
        Assert.Equal(Text(door["participant"]), Text(door["again"]));
        Assert.Equal("join.no-consent", Text(door["without"]));

        var seat = await client.Ask("go");
        var participant = Guid.Parse(Text(door["participant"]));
        Assert.Equal(participant, Guid.Parse(Text(seat["you"])));
        Assert.Equal(("de", "live"), (Text(seat["language"]), Text(seat["status"])));
        Assert.False(seat["board"]!.GetValue<bool>());
        Assert.False(seat["code"]!.GetValue<bool>());

        var sent = await client.Ask("go");
        Assert.Equal(sent["first"]!.GetValue<long>(), sent["second"]!.GetValue<long>());
        Assert.Equal("command.reused", Text(sent["reused"]));
        var refused = sent["refused"]!.AsObject();
        Assert.Equal(5, refused.Count);
        Assert.All(refused, refusal =>
        {
            Assert.False(refusal.Value!["retry"]!.GetValue<bool>());
            Assert.All(Texts.LocalText.Languages, language => Assert.NotEmpty(Text(refusal.Value["text"]![language])));
        });

        var back = await client.Ask("go");
        Assert.True(back["rejoined"]!.GetValue<bool>());

        // A neighbour and the facilitator go on; what the second client is told of it must be what the model shows to it.
        await using var neighbour = await room.Admit(follows: true);
        foreach (var number in Enumerable.Range(0, 60))
            await ledger.Give(neighbour, new Sent(Guid.CreateVersion7(), "contribution.write", new { texts = new { text = $"Idea {number} / with ~ signs" } }, WorkshopFolder.Item));
        await Mark(room, "ID-001", "pin");
        await Mark(room, "ID-030", "hide");

        var session = Exported.Read(await room.Doors.Fetch($"/report/{room.Session}.json", room.Host));
        var given = session.Entries.Where(entry => entry.By == participant).Select(entry => entry.Event).OfType<ContributionWritten>().ToList();
        Assert.Equal(["Bänke im Schatten", "Wasser für alle"], given.Select(idea => idea.Texts["text"]));
        Assert.Contains(session.Entries, entry => entry.Number == back["receipt"]!.GetValue<long>() && ReferenceEquals(entry.Event, given[1]));
        Assert.Empty(await ViewCheck.Settled(() => ViewCheck.Differences(room, [neighbour], session.State), TimeSpan.FromSeconds(60)));

        var told = await Settled(client, Json(Screens.Of(session.State, new Audience(Role.Participant))), Json(Screens.MineOf(session.State, participant)));
        Assert.True(told["frames"]!.GetValue<int>() > 0);
    }

    private static async Task<JsonNode> Settled(SecondClient client, JsonNode? view, JsonNode? mine)
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            var told = await client.Ask("view");
            if (JsonNode.DeepEquals(view, told["view"]) && JsonNode.DeepEquals(mine, told["mine"])) return told;
            if (Stopwatch.GetElapsedTime(since) < Patience.Usual) continue;
            Assert.Equal(view?.ToJsonString(), told["view"]?.ToJsonString());
            Assert.Equal(mine?.ToJsonString(), told["mine"]?.ToJsonString());
        }
    }

    private Task Mark(Room room, string contribution, string mark) =>
        ledger.Give(room.Console, new Sent(Guid.CreateVersion7(), "contribution.mark", new { contribution, mark }));

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static JsonNode? Json(object? view) => view is null ? null : JsonSerializer.SerializeToNode(view, view.GetType(), Participation.Journal.Json.Options);
}
