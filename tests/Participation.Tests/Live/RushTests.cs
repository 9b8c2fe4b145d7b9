using System.Text.Json.Nodes;
using Participation.Activities.Ideas;
using Participation.Server.Live;
using Participation.Sessions;
using Participation.Tests.Laws;
using Participation.Views;

namespace Participation.Tests.Live;

/// <summary>A phone in a rush: its cards have to wait, its totals do not, and nothing that was taken back stays.</summary>
public sealed class RushTests
{
    private readonly LeapingClock clock = new(TimeSpan.FromMilliseconds(200));
    private readonly Given session = new(Given.Item("ideas", "ideas", new { question = Given.Text("What now?") }));
    private readonly Room<SessionState> room;
    private readonly Guid ada;
    private JsonNode phone;
    private int given;

    public RushTests()
    {
        ada = session.Seat();
        room = new(new SessionSurface(), clock);
        room.Offer(session.State, [.. session.Entries]);
        phone = JsonPatch.Node(room.Join("phone", new(Role.Participant), session.Seat())!.Value.View);
        for (var n = 0; n < 300; n++) room.Join($"phone {n}", new(Role.Participant), Guid.NewGuid());
        room.Next();
    }

    private JsonNode Activity => phone["activity"]!;

    [Fact]
    public void Totals_come_at_once_and_cards_when_the_rush_is_over()
    {
        Rush();
        Assert.Equal(given, Activity["total"]!.GetValue<int>());
        Assert.True(Last() != $"IM-{given:000}", "The cards came as well: there was no rush.");
        clock.Leap(TimeSpan.FromMinutes(1));
        Assert.False(Tick().Waits);
        Assert.Equal($"IM-{given:000}", Last());
    }

    [Fact]
    public void When_the_rush_is_over_every_card_is_there_within_two_seconds()
    {
        // The second one ends while phones still pay for what they were told in the first.
        Rush(new string('x', 250));
        Rush(new string('x', 250));
        Assert.True(Last() != $"IM-{given:000}", "The cards came as well: there was no rush.");
        var ticks = 1;
        while (ticks < 1_000 && Tick().Waits) ticks++;
        Assert.Equal($"IM-{given:000}", Last());
        // Of 200 ms each.
        Assert.InRange(ticks, 2, 11);
    }

    [Fact]
    public void An_idea_that_its_author_takes_back_is_gone_at_once()
    {
        Rush();
        var shown = Last()!;
        Happens(new IdeaWithdrawn("ideas", shown));
        Assert.DoesNotContain(Activity["cards"]!.AsArray(), card => card!["id"]!.GetValue<string>() == shown);
    }

    [Fact]
    public void Somebody_who_gives_and_takes_back_without_end_silences_no_phone_and_is_told_once_a_second()
    {
        Rush();
        var frames = 0;
        for (var n = 0; n < 50; n++)
        {
            var before = Last();
            Happens(new IdeaGiven("ideas", ++given, $"Idea {given} {new string('x', 2_000)}", null, null, null, null, null), new IdeaWithdrawn("ideas", $"IM-{given - 1:000}"));
            if (Last() != before) frames++;
        }
        // Fifty ticks of 200 ms are ten seconds.
        Assert.InRange(frames, 5, 12);
        clock.Leap(TimeSpan.FromSeconds(10));
        Happens(new IdeaGiven("ideas", ++given, "An honest one", null, null, null, null, null));
        Assert.Equal($"IM-{given:000}", Last());
    }

    [Fact]
    public void What_an_act_shows_is_no_debt()
    {
        session.Hide("ideas");
        Happens([.. Enumerable.Range(0, 100).Select(_ => new IdeaGiven("ideas", ++given, $"Idea {given} {new string('x', 1_000)}", null, null, null, null, null))]);
        clock.Leap(TimeSpan.FromMinutes(1));
        Tick();
        session.Reveal("ideas");
        room.Offer(session.State, [session.Entries[^1]]);
        Tick();
        Assert.Equal(IdeasView.MostOnPhone, Activity["cards"]!.AsArray().Count);
        Happens(new IdeaGiven("ideas", ++given, "The next one", null, null, null, null, null));
        Assert.Equal($"IM-{given:000}", Last());
    }

    [Fact]
    public void While_phones_are_being_told_an_act_waits_for_the_next_tick_and_is_not_forgotten()
    {
        Rush();
        session.Hide("ideas");
        room.Offer(session.State, [session.Entries[^1]]);
        Assert.Empty(room.Next(withPhones: false).Frames);
        Assert.True(room.IsUrgent);
        Tick();
        Assert.Empty(Activity["cards"]!.AsArray());
        Assert.False(room.IsUrgent);
    }

    /// <summary>Twenty ticks with ten ideas each.</summary>
    private void Rush(string words = "with some words to it")
    {
        for (var n = 0; n < 20; n++)
            Happens([.. Enumerable.Range(0, 10).Select(_ => new IdeaGiven("ideas", ++given, $"Idea {given}, {words}", null, null, null, null, null))]);
    }

    private void Happens(params Participation.Journal.Event[] events)
    {
        var before = session.Entries.Count;
        foreach (var happened in events) session.Happens(ada, happened);
        room.Offer(session.State, [.. session.Entries.Skip(before)]);
        Tick();
    }

    private Tick Tick()
    {
        var tick = room.Next();
        foreach (var (_, frame) in tick.Frames) phone = JsonPatch.Apply(phone, frame.Frame.Patch);
        return tick;
    }

    private string? Last() => Activity["cards"]!.AsArray() is [.., { } last] ? last["id"]!.GetValue<string>() : null;
}
