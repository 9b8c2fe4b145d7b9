using System.Text.Json.Nodes;
using Participation.Journal;
using Participation.Server.Live;
using Participation.Sessions;
using Participation.Sessions.Joining;
using Participation.Views;

namespace Participation.Tests.Laws;

/// <summary>
/// The same session's phones in a hall where everything happens within moments: whole views have to wait. What a phone shows meanwhile is
/// nothing that it may not know, and after an act, or when the rush is over, all that it is to see.
/// </summary>
internal sealed class CrowdedHall
{
    private const int Rush = 12;
    private readonly LeapingClock clock = new(TimeSpan.FromMilliseconds(200));
    private readonly Dictionary<Audience, JsonNode> phones = [];
    private readonly Room<SessionState> room;
    private int commits;

    public CrowdedHall() => room = new(new SessionSurface(), clock);

    public void Committed(SessionState state, IReadOnlyList<Entry> entries, Disclosure disclosure)
    {
        room.Offer(state, entries);
        foreach (var audience in Watch.Audiences(state).Where(audience => audience.Role == Role.Participant && !phones.ContainsKey(audience)))
            phones[audience] = JsonPatch.Node(room.Join($"phone {audience}", audience, Guid.NewGuid())!.Value.View);
        var over = ++commits % Rush == 0;
        if (over) clock.Leap(TimeSpan.FromMinutes(10));
        var tick = room.Next();
        foreach (var (audience, frame) in tick.Frames) phones[audience] = JsonPatch.Apply(phones[audience], frame.Frame.Patch);
        Assert.False(over && tick.Waits, "After the rush no phone waits.");
        Assert.False(tick.Waits && entries.Any(entry => entry.Event is not (ActivityEvent or ParticipantSeated)), "No phone waits for what a facilitator did.");
        foreach (var (audience, shown) in phones)
        {
            disclosure.Check(state, audience, shown);
            var fresh = JsonPatch.Node(Screens.Of(state, audience));
            if (!tick.Waits) Assert.True(JsonNode.DeepEquals(shown, fresh), $"{audience} shows\n{shown.ToJsonString()}\nand should show\n{fresh.ToJsonString()}");
        }
    }
}
