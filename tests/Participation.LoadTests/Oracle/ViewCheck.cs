using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Participation.Journal;
using Participation.LoadTests.House;
using Participation.LoadTests.Hub;
using Participation.Sessions;
using Participation.Views;

namespace Participation.LoadTests.Oracle;

/// <summary>Holds what screens were told against what the model says they must show.</summary>
internal static class ViewCheck
{
    /// <summary>The last frame may be on its way, and phones get the texts of others some seconds later: what is wrong for longer than that is wrong.</summary>
    /// <param name="patience">See <see cref="Healing"/>.</param>
    public static async Task<List<string>> Settled(Func<IEnumerable<string>> differences, TimeSpan patience)
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            var found = differences().ToList();
            if (found.Count == 0 || Stopwatch.GetElapsedTime(since) > patience) return found;
            await Task.Delay(200);
        }
    }

    /// <summary>What differs on the console, on the projector and on every phone that follows its view.</summary>
    public static IEnumerable<string> Differences(Room room, IEnumerable<RawHubClient> phones, SessionState state) =>
    [
        .. Differences(state, new Audience(Role.Facilitator), null, room.Console.Follower),
        .. Differences(state, new Audience(Role.Projector), null, room.Projector.Follower),
        .. phones.Where(phone => phone.Follows)
            .SelectMany(phone => Differences(
                state, new Audience(Role.Participant, state.Participants.GetValueOrDefault(phone.Follower.You)?.Table), phone.Follower.You, phone.Follower)),
    ];

    /// <summary>What differs on a screen; empty when it shows what the model says.</summary>
    /// <param name="participant">Whose own things the screen shows; null for screens of the house.</param>
    public static IEnumerable<string> Differences(SessionState state, Audience audience, Guid? participant, Follower told)
    {
        lock (told)
        {
            if (First(Json(Screens.Of(state, audience)), told.View, "") is { } place) return [$"the view of {audience.Role} at {place}"];
            if (participant is { } who && First(Json(Screens.MineOf(state, who)), told.Mine, "") is { } own) return [$"what belongs to {who} at {own}"];
            return [];
        }
    }

    private static JsonNode? Json(object? view) => view is null ? null : JsonSerializer.SerializeToNode(view, view.GetType(), Journal.Json.Options);

    /// <summary>The first place where two documents differ, with both values; null when they are equal.</summary>
    private static string? First(JsonNode? meant, JsonNode? told, string path)
    {
        if (JsonNode.DeepEquals(meant, told)) return null;
        if (meant is JsonObject a && told is JsonObject b)
            return a.Select(member => member.Key).Union(b.Select(member => member.Key))
                .Select(key => First(a[key], b[key], $"{path}/{key}")).First(found => found is not null);
        if (meant is JsonArray x && told is JsonArray y && x.Count == y.Count)
            return x.Select((item, at) => First(item, y[at], $"{path}/{at}")).First(found => found is not null);
        return $"{path}: {Short(told)} instead of {Short(meant)}";
    }

    private static string Short(JsonNode? node) => (node?.ToJsonString() ?? "nothing") is { Length: > 80 } text ? text[..80] + " …" : node?.ToJsonString() ?? "nothing";
}
