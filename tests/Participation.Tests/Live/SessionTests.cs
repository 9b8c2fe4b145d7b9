using System.Text.Json.Nodes;
using Participation.Sessions;
using Participation.Sessions.Erasing;
using Participation.Sessions.Joining;

namespace Participation.Tests.Live;

/// <summary>A session over the wire: who may do what, what happens to whom, and what the screens then show.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task A_participant_may_send_no_act_and_a_facilitator_nothing_of_their_own()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var projector = await house.Entered(Role.Projector);
        await using var phone = await house.Joined();
        var number = (await house.State()).Number;
        foreach (var (name, type) in CommandNames.All.Where(command => !command.Value.IsSubclassOf(typeof(ActivityCommand))))
        {
            // What is a person's own beside giving: to erase what they wrote, and to correct what they said of themselves.
            if (type != typeof(EraseMine) && type != typeof(CorrectMine)) Assert.Equal((name, "command.not-allowed"), (name, await phone.Refused(name, Data(name), "ideas")));
            Assert.Equal("command.not-allowed", await projector.Refused(name, Data(name), "ideas"));
        }
        Assert.Equal("command.not-allowed", await facilitator.Refused("ideas.give", new { text = "mine" }, "ideas"));
        Assert.Equal("command.not-allowed", await facilitator.Refused("dot-vote.cast", new { dots = new { a = 1 } }, "dot-vote"));
        Assert.Equal("command.not-allowed", await phone.Refused("ideas.give", new { text = "for another" }, "ideas", @for: Guid.NewGuid()));
        Assert.Equal("seat.none", await facilitator.Refused("ideas.give", new { text = "for a phone" }, "ideas", @for: phone.Id));
        Assert.Equal(number, (await house.State()).Number);
    }

    [Fact]
    public async Task What_is_typed_for_a_guest_is_logged_as_transcribed_and_can_be_taken_back()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await Open(facilitator, "ideas");
        var guest = Guid.NewGuid();
        await facilitator.Done("session.seat-guest", new { guest, table = "north" });
        await facilitator.Done("ideas.give", new { text = "a bench" }, "ideas", @for: guest);
        var entry = (await house.Entries())[^1];
        Assert.Equal((guest, facilitator.Id), (entry.By, entry.Hand));
        await facilitator.Until(screen => Cards(screen).Count == 1 && Cards(screen)[0]["phoneless"].Yes == true, "the card of the guest");

        await Open(facilitator, "dot-vote");
        await facilitator.Done("dot-vote.cast", new { dots = new { a = 2 } }, "dot-vote", @for: guest);
        await Undo(house, facilitator);
        await Undo(house, facilitator);
        Assert.Equal(ContributionStatus.Withdrawn, await StatusOf(house, "ideas"));
    }

    [Fact]
    public async Task Of_two_facilitators_at_once_one_wins_and_the_other_changes_nothing()
    {
        await using var house = await House.Built();
        await using var one = await house.Entered(Role.Facilitator);
        await using var two = await house.Entered(Role.Facilitator);
        await one.Done("session.start", expected: Version(one));
        for (var round = 0; round < 10; round++)
        {
            var before = await house.State();
            var version = before.Stage.Version;
            foreach (var screen in new[] { one, two }) await screen.Until(had => had.View["board"]["version"].Number == version, "the newest version");
            var forward = before.Neighbour(+1) is not null;
            var answers = await Task.WhenAll(one.Send(forward ? "session.advance" : "session.back", expected: version), two.Send("session.pause", expected: version));
            var refused = Assert.Single(answers, answer => answer["refused"] is not null);
            Assert.Equal("session.stale", refused["refused"]!["code"]!.GetValue<string>());
            var after = await house.State();
            Assert.Equal(before.Number + 1, after.Number);
            if (after.Stage.Paused) await two.Done("session.resume");
        }
    }

    [Fact]
    public async Task A_vote_that_was_on_its_way_when_the_step_closed_is_taken_for_ten_seconds()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var phone = await house.Joined();
        await Open(facilitator, "dot-vote");
        await phone.Done("dot-vote.cast", new { dots = new { a = 1 } }, "dot-vote");
        await facilitator.Done("session.advance");
        await phone.Done("dot-vote.cast", new { dots = new { b = 1 } }, "dot-vote");
        house.Clock.Pass(TimeSpan.FromSeconds(60));
        Assert.Equal("step.closed", await phone.Refused("dot-vote.cast", new { dots = new { a = 3 } }, "dot-vote"));
        await Open(facilitator, "dot-vote");
        await phone.Until(screen => screen.Mine["activity"]["dots"]["b"].Number == 1, "the late ballot");
        await facilitator.Done("step.lock", item: "dot-vote");
        await phone.Done("dot-vote.cast", new { dots = new { a = 2 } }, "dot-vote");
        house.Clock.Pass(TimeSpan.FromSeconds(60));
        Assert.Equal("step.closed", await phone.Refused("dot-vote.cast", new { dots = new { a = 3 } }, "dot-vote"));
    }

    [Fact]
    public async Task Who_is_removed_hears_it_loses_the_connection_and_comes_not_back_until_readmitted()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var phone = await house.Joined();
        await using var other = await house.Joined();
        await Open(facilitator, "ideas");
        await phone.Done("ideas.give", new { text = "stays" }, "ideas");
        await facilitator.Done("session.remove", new { participant = phone.Id });
        // How fast, the load program measures.
        await phone.Closed;
        Assert.Equal("seat.removed", phone.Bye);
        await using (var again = await phone.Browser.Connect(Role.Participant, join: false))
        {
            Assert.Contains("seat.removed", (await Assert.ThrowsAsync<HubError>(again.Join)).Message, StringComparison.Ordinal);
            Assert.Equal("seat.removed", await again.Refused("ideas.give", new { text = "no more" }, "ideas"));
        }
        await other.Until(screen => Cards(screen).Count == 1 && screen.View["joined"].Number == 1, "what they gave stays");
        await facilitator.Done("session.readmit", new { participant = phone.Id });
        await using var back = await phone.Browser.Connect(Role.Participant);
        Assert.Equal(phone.Id, back.Id);
    }

    [Fact]
    public async Task While_all_is_paused_a_phone_keeps_what_it_has_and_sends_it_again()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var phone = await house.Joined();
        await Open(facilitator, "ideas");
        await facilitator.Done("session.pause");
        var command = Guid.NewGuid();
        var answer = await phone.Send("ideas.give", new { text = "patience" }, "ideas", command: command);
        Assert.Equal("session.paused", answer["refused"]!["code"]!.GetValue<string>());
        Assert.True(answer["refused"]!["retry"]!.GetValue<bool>());
        await facilitator.Done("session.resume");
        Assert.Null((await phone.Send("ideas.give", new { text = "patience" }, "ideas", command: command))["refused"]);
        await phone.Until(screen => Cards(screen).Count == 1, "the idea");
    }

    [Fact]
    public async Task Moderation_hides_what_waits_and_a_facilitator_hides_restores_and_pins()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var projector = await house.Entered(Role.Projector);
        await using var phone = await house.Joined();
        await Open(facilitator, "ideas");
        await facilitator.Done("step.moderate", new { moderation = "before" }, "ideas");
        await phone.Done("ideas.give", new { text = "wait for it" }, "ideas");
        await facilitator.Until(screen => Cards(screen).Count == 1 && Cards(screen)[0]["status"].Text == "pending", "the card that waits");
        await phone.Until(screen => screen.Mine["activity"]["cards"].Count == 1 && screen.Mine["activity"]["cards"][0]["status"].Text == "pending", "one's own card");
        foreach (var screen in new[] { projector, phone })
        {
            await screen.Follow(facilitator);
            Assert.Empty(screen.View!["activity"]!["cards"]!.AsArray());
        }
        var id = facilitator.View!["activity"]!["cards"]![0]!["id"]!.GetValue<string>();
        foreach (var (mark, seen, pinned) in new[] { ("approve", 1, false), ("pin", 1, true), ("hide", 0, true), ("restore", 1, true), ("unpin", 1, false), ("withdraw", 0, false) })
        {
            await facilitator.Done("contribution.mark", new { contribution = id, mark });
            foreach (var screen in new[] { projector, phone })
                await screen.Until(shown => Cards(shown).Count == seen && (seen == 0 || Cards(shown)[0]["pinned"].Yes == pinned), mark);
        }
        await Undo(house, facilitator);
        await projector.Until(shown => Cards(shown).Count == 1, "the withdrawal taken back");
        // Written otherwise it is another: whoever hides or erases it that way must not be told that it was done.
        foreach (var other in new[] { "ZZ-001", id.Replace("-", "-0", StringComparison.Ordinal), id.Replace("-0", "-+", StringComparison.Ordinal), id.Replace("-", "- ", StringComparison.Ordinal), $"{id} " })
        {
            Assert.Equal("contribution.unknown", await facilitator.Refused("contribution.mark", new { contribution = other, mark = "hide" }));
            Assert.Equal("contribution.unknown", await facilitator.Refused("session.erase-words", new { contribution = other }));
        }
    }

    [Fact]
    public async Task A_new_round_compares_a_reset_puts_aside_and_both_can_be_taken_back()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var phone = await house.Joined();
        await Open(facilitator, "dot-vote");
        await phone.Done("dot-vote.cast", new { dots = new { a = 3 } }, "dot-vote");
        await facilitator.Done("step.new-round", item: "dot-vote");
        await facilitator.Until(screen => screen.View["item"]["round"].Number == 2 && Option(screen, "a")["before"].Number == 3, "the round before");
        await phone.Until(screen => screen.Mine["activity"]["dots"].Count == 0, "an empty ballot");
        await Undo(house, facilitator);
        await facilitator.Until(screen => Option(screen, "a")["dots"].Number == 3, "the first round again");
        await facilitator.Done("step.reset", item: "dot-vote");
        await facilitator.Until(screen => Option(screen, "a")["dots"].Number == 0, "an empty vote");
        await Undo(house, facilitator);
        await facilitator.Until(screen => Option(screen, "a")["dots"].Number == 3, "all of it again");
        Assert.Equal("step.no-rounds", await facilitator.Refused("step.new-round", item: "ideas"));
    }

    [Fact]
    public async Task A_timer_is_started_lengthened_paused_resumed_stopped_and_every_act_of_it_taken_back()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var phone = await house.Joined();
        await Open(facilitator, "ideas");
        foreach (var (name, data, holds) in new (string, object?, Func<Seen, bool>)[]
        {
            ("timer.start", new { seconds = 120 }, timer => timer["endsAt"].IsThere && timer["seconds"].Number == 120),
            ("timer.add", new { seconds = 60 }, timer => timer["seconds"].Number == 180),
            ("timer.pause", null, timer => timer["left"].IsThere && !timer["endsAt"].IsThere),
            ("timer.resume", null, timer => timer["endsAt"].IsThere && !timer["left"].IsThere),
            ("timer.stop", null, timer => !timer.IsThere),
        })
        {
            var before = phone.View!["timer"]?.DeepClone();
            await facilitator.Done(name, data);
            await phone.Until(screen => screen.View.IsThere && holds(screen.View["timer"]), name);
            await Undo(house, facilitator);
            await phone.Until(screen => screen.View.IsThere && screen.View["timer"].Is(before), $"{name} taken back");
            await facilitator.Done(name, data);
            await phone.Until(screen => screen.View.IsThere && holds(screen.View["timer"]), name);
        }
        Assert.Equal("timer.none", await facilitator.Refused("timer.stop"));
        Assert.Equal("timer.out-of-range", await facilitator.Refused("timer.start", new { seconds = 0 }));
    }

    [Fact]
    public async Task A_closed_session_takes_nothing_until_the_close_is_taken_back()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var phone = await house.Joined();
        await Open(facilitator, "ideas");
        await facilitator.Done("session.close");
        await phone.Until(screen => screen.View["status"].Text == "closed", "the end");
        Assert.Equal("session.closed", await phone.Refused("ideas.give", new { text = "too late" }, "ideas"));
        Assert.Equal("session.closed", await facilitator.Refused("session.advance"));
        await Undo(house, facilitator);
        await phone.Until(screen => screen.View["item"]["id"].Text == "ideas", "the step again");
        await phone.Done("ideas.give", new { text = "in time" }, "ideas");
    }

    [Fact]
    public async Task Somebody_who_is_moved_to_another_table_is_told_to_join_again()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var phone = await house.Joined();
        await facilitator.Done("session.move", new { participant = phone.Id, table = "north" });
        await phone.Until(screen => screen.Bye == "seat.moved", "the word that it moved");
        await phone.Join();
        Assert.Equal("north", phone.You!["table"]!.GetValue<string>());
        await Open(facilitator, "ideas");
        await phone.Until(screen => screen.View["item"]["id"].Text == "ideas", "the frames of its table");
    }

    private static Task<long> Open(Screen facilitator, string item) => facilitator.Done("session.open-item", item: item);

    /// <summary>The last act or, where that is later, what this facilitator did themselves.</summary>
    private static async Task Undo(House house, Screen facilitator)
    {
        var state = await house.State();
        await facilitator.Done("session.undo", new { act = Math.Max(state.Acts.Peek().Act, state.LastOf(facilitator.Id)?.Act ?? 0) });
    }

    private static Seen Cards(Sight screen) => screen.Activity["cards"];

    private static Seen Option(Sight screen, string id) => screen.Activity["options"].Each.FirstOrDefault(option => option["id"].Text == id);

    private static long Version(Screen screen) => screen.View!["board"]!["version"]!.GetValue<long>();

    private static async Task<ContributionStatus> StatusOf(House house, string item)
    {
        var state = await house.State();
        return state.Scene(state.Item(item)).StatusOf(state.Gives(item).Single());
    }

    /// <summary>Data with which each act could be read.</summary>
    private static object Data(string name) => name switch
    {
        "step.moderate" => new { moderation = "off" },
        "timer.start" or "timer.add" => new { seconds = 5 },
        "contribution.mark" => new { contribution = "IM-001", mark = "hide" },
        "session.seat-guest" => new { guest = Guid.NewGuid() },
        "session.move" or "session.remove" or "session.readmit" or "session.refuse" => new { participant = Guid.NewGuid() },
        "step.count" => new { item = "dot-vote" },
        "session.approve" or "session.publish" => new { on = true },
        "session.issue-tickets" => new { count = 1 },
        "session.remove-flood" => new { minutes = 5 },
        "session.undo" => new { act = 1 },
        "session.keep-until" => new { until = DateTimeOffset.UtcNow.AddDays(9) },
        _ => new { },
    };
}
