using System.Text.Json.Nodes;
using Participation.Journal;
using Participation.Server.Live;
using Participation.Sessions;
using Participation.Views;

namespace Participation.Tests.Laws;

/// <summary>
/// The screens of a session under test: one of every audience, and one of every participant. After each commit it applies what the server
/// tells to what each screen has, and finds that it equals the fresh view, and that no screen knows what it may not.
/// </summary>
internal sealed class Watch(Func<Task<SessionState>> read) : IWatch
{
    private readonly Room<SessionState> room = new(new SessionSurface(), new LeapingClock(TimeSpan.FromMinutes(1)));
    private readonly CrowdedHall hall = new();
    private readonly Dictionary<Audience, Told> views = [];
    private readonly Dictionary<Guid, Told?> owns = [];
    private readonly Dictionary<Guid, Audience> seats = [];
    private readonly Disclosure disclosure = new();
    private SessionState newest = SessionState.None;
    private long heard;

    private sealed record Told(long Number, JsonNode? Json);

    /// <summary>How many times the laws were looked at.</summary>
    public int Looks { get; private set; }

    public void Committed(Guid stream, IReadOnlyList<Entry> entries)
    {
        if (stream != Hall.Session) return;
        lock (room)
        {
            // The desk has heard of it already.
            var state = read().GetAwaiter().GetResult();
            disclosure.Note(entries);
            heard += entries.Count;
            room.Offer(state, entries);
            // Of a desk that began anew the state may be ahead of what was told.
            newest = state = state.Number < newest.Number ? newest : state;
            if (state.Opened is null) return;
            hall.Committed(state, entries, disclosure);
            foreach (var audience in Audiences(state)) Enter(audience);
            foreach (var who in state.Participants.Keys) Sit(who, state.AudienceOf(who));
            Tick(state);
            // What it is ahead by is told next: then one's own follows with it.
            if (heard < state.Number) return;
            foreach (var who in state.Participants.Keys) Assert.Equal(state.AudienceOf(who), seats[who]);
            Look(state);
        }
    }

    /// <summary>Every audience that there can be in this session.</summary>
    public static IEnumerable<Audience> Audiences(SessionState state) =>
        (from role in Enum.GetValues<Role>()
         from table in state.Opened!.Tables.Select(table => (string?)table.Id).Append(null)
         select new Audience(role, table)).Append(new Audience(Role.Participant, null, Waits: true));

    private void Enter(Audience audience)
    {
        if (views.ContainsKey(audience)) return;
        var (number, view, _) = room.Join($"screen {audience}", audience, Guid.NewGuid())!.Value;
        views[audience] = new(number, JsonPatch.Node(view));
    }

    /// <summary>A participant's phone comes, or comes again because it was told that it sits elsewhere now.</summary>
    private void Sit(Guid who, Audience audience)
    {
        if (!seats.TryAdd(who, audience)) return;
        var (number, view, own) = room.Join($"phone {who}", audience, who)!.Value;
        Assert.Equal(views[audience].Number, number);
        Assert.True(JsonNode.DeepEquals(views[audience].Json, JsonPatch.Node(view)), "Who joins gets another view than the others of the same audience have.");
        owns[who] = new(own!.MineNumber, own.Mine is null ? null : JsonPatch.Node(own.Mine));
    }

    private void Tick(SessionState state)
    {
        var tick = room.Next();
        foreach (var (audience, frame) in tick.Frames.Select(each => (each.Audience, each.Frame.Frame)))
        {
            Assert.Equal(views[audience].Number, frame.From);
            Assert.True(frame.Number > frame.From);
            views[audience] = new(frame.Number, JsonPatch.Apply(views[audience].Json!, frame.Patch));
        }
        foreach (var (who, own) in tick.Owns.Where(told => owns.ContainsKey(told.Participant)))
        {
            Assert.True(own.MineNumber > owns[who]!.Number);
            Assert.Equal(state.Number, own.MineNumber);
            owns[who] = new(own.MineNumber, own.Mine is null ? null : JsonPatch.Node(own.Mine));
        }
        foreach (var phone in tick.Moved.Where(connection => connection.StartsWith("phone ", StringComparison.Ordinal)))
        {
            var who = Guid.Parse(phone["phone ".Length..]);
            seats.Remove(who);
            Sit(who, state.AudienceOf(who));
        }
    }

    private void Look(SessionState state)
    {
        Looks++;
        foreach (var (audience, told) in views)
        {
            var fresh = JsonPatch.Node(Screens.Of(state, audience));
            Assert.True(JsonNode.DeepEquals(told.Json, fresh), $"{audience} was told\n{told.Json!.ToJsonString()}\nand should see\n{fresh.ToJsonString()}");
            disclosure.Check(state, audience, fresh);
        }
        foreach (var (who, told) in owns)
        {
            var fresh = Screens.MineOf(state, who) is { } mine ? JsonPatch.Node(mine) : null;
            Assert.True(JsonNode.DeepEquals(told!.Json, fresh), $"{who} was told\n{told.Json?.ToJsonString()}\nand has\n{fresh?.ToJsonString()}");
            disclosure.Check(state, who, fresh);
        }
    }
}
