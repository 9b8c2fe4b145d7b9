using Participation.Activities.DotVote;
using Participation.Activities.Ideas;
using Participation.Reports;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Sessions.Reporting;
using Participation.Views;
using Participation.Writing;

namespace Participation.Tests.Sessions;

/// <summary>Who may come in: every level, every act at the entrance, and what is left of a flood.</summary>
public sealed class LobbyTests
{
    private static Given Room() => new(
        Given.Item("ideas", "ideas", new { question = Given.Text("What?"), mostEach = 3 }),
        Given.Item("vote", "dot-vote", new { question = Given.Text("Which?"), options = new[] { new { id = "a", label = Given.Text("A") } } }, "DV"));

    private static (string? Refused, Guid Who) Join(Given room, int n, int? ticket = null)
    {
        var from = new Sender(room.State.Id, Given.Id(n), null, Role.Participant, Guid.NewGuid(), room.State.OpenedAt.AddSeconds(room.State.Number + 1), default);
        var decision = JoinSessionHandler.Decide(room.State, new("en", null, null, null, true, ticket) { From = from });
        foreach (var e in decision.Events) room.Happens(Given.Id(n), e);
        return (decision.Refused?.Code, Given.Id(n));
    }

    private static SessionView Board(Given room) => Screens.Of(room.State, new(Role.Facilitator));

    [Fact]
    public void A_locked_entrance_keeps_new_people_out_until_it_is_opened()
    {
        var room = Room();
        Assert.Null(Join(room, 1).Refused);
        room.Act(new LockLobby(), LockLobbyHandler.Decide);
        Assert.Equal("join.locked", Join(room, 2).Refused);
        room.Act(new UnlockLobby(), UnlockLobbyHandler.Decide);
        Assert.Null(Join(room, 2).Refused);
    }

    [Fact]
    public void Who_waits_sees_nothing_gives_nothing_and_does_not_count()
    {
        var room = Room().Act(new SetApproval(true), SetApprovalHandler.Decide);
        var who = Join(room, 1).Who;
        Assert.True(room.State.AudienceOf(who).Waits);
        Assert.Equal((0, 1), (Board(room).Joined, Board(room).Board!.Lobby.Waiting));
        Assert.True(Screens.Of(room.State, room.State.AudienceOf(who)).Waits);
        Assert.Null(Screens.MineOf(room.State, who)!.Activity);
        Assert.Empty(room.State.Present);

        room.Act(new AdmitParticipants(), AdmitParticipantsHandler.Decide);
        Assert.False(room.State.AudienceOf(who).Waits);
        Assert.Equal((1, 0), (Board(room).Joined, Board(room).Board!.Lobby.Waiting));
        room.Undo();
        Assert.True(room.State.AudienceOf(who).Waits);
        room.Act(new RefuseParticipant(who), RefuseParticipantHandler.Decide);
        Assert.Contains(who, room.State.Stage.Removed);
        Assert.Equal("session.nobody-waits", AdmitParticipantsHandler.Decide(room.State, new()).Refused?.Code);
    }

    [Fact]
    public void To_stop_admitting_lets_in_who_waits_and_who_was_inside_never_waited()
    {
        var room = Room();
        var inside = Join(room, 1).Who;
        room.Act(new SetApproval(true), SetApprovalHandler.Decide);
        var waiting = Join(room, 2).Who;
        Assert.Equal((false, true), (room.State.AudienceOf(inside).Waits, room.State.AudienceOf(waiting).Waits));
        room.Act(new SetApproval(false), SetApprovalHandler.Decide);
        Assert.False(room.State.AudienceOf(waiting).Waits);
    }

    [Fact]
    public void A_ticket_seats_one_person_and_only_when_it_was_issued()
    {
        var room = new Given(Admission.Tickets, null, Given.Item("ideas", "ideas", new { question = Given.Text("What?") }));
        Assert.Equal("join.ticket-needed", Join(room, 1).Refused);
        Assert.Equal("join.ticket-void", Join(room, 1, ticket: 1).Refused);
        room.Act(new IssueTickets(2), IssueTicketsHandler.Decide);
        Assert.Null(Join(room, 1, ticket: 1).Refused);
        Assert.Equal("join.ticket-used", Join(room, 2, ticket: 1).Refused);
        room.Act(new RemoveParticipant(Given.Id(1)), RemoveParticipantHandler.Decide);
        for (var n = 3; n < 103; n++) Assert.Equal("join.ticket-used", Join(room, n, ticket: 1).Refused);
        Assert.Null(Join(room, 2, ticket: 2).Refused);
        Assert.Equal("join.ticket-void", Join(room, 200, ticket: 3).Refused);
        Assert.Equal((2, 2), (Board(room).Board!.Lobby.Issued, Board(room).Board!.Lobby.Used));
        Assert.Equal("session.too-many-tickets", IssueTicketsHandler.Decide(room.State, new(Entrance.MostTickets)).Refused?.Code);
    }

    [Fact]
    public void A_flood_goes_with_all_that_it_gave_and_comes_back_by_one_undo()
    {
        var room = Room();
        var early = Join(room, 1).Who;
        var guest = room.Seat(phoneless: true);
        room.Act(new SetApproval(true), SetApprovalHandler.Decide);
        var admitted = Join(room, 3).Who;
        room.Act(new AdmitParticipants(admitted), AdmitParticipantsHandler.Decide).Act(new SetApproval(false), SetApprovalHandler.Decide);
        var bots = Enumerable.Range(10, 40).Select(n => Join(room, n).Who).ToList();
        foreach (var bot in bots) Assert.Null(room.Do<GiveIdea, Contributions>("ideas", bot, new("Buy now"), GiveIdeaHandler.Decide));
        Assert.Null(room.Do<GiveIdea, Contributions>("ideas", early, new("Trees"), GiveIdeaHandler.Decide));
        room.Open("vote");
        foreach (var bot in bots.Append(early)) Assert.Null(room.Do<CastDots, Nothing>("vote", bot, new(new Dictionary<string, int> { ["a"] = 3 }), CastDotsHandler.Decide));
        Assert.Equal(123, room.View<DotVoteView>("vote", Role.Facilitator).Options[0].Dots);
        var before = room.Sent(Role.Projector);

        var spared = bots[0];
        room.Act(new RemoveFlood(10, [early, spared]), RemoveFloodHandler.Decide);
        Assert.IsType<FloodRemoved>(room.Entries[^1].Event);
        Assert.Equal([early, guest, admitted, spared], room.State.Present.OrderBy(who => who.Number).Select(who => who.Id));
        Assert.Equal(6, room.View<DotVoteView>("vote", Role.Facilitator).Options[0].Dots);
        Assert.Equal(2, room.View<IdeasView>("ideas", Role.Projector).Cards.Count);
        Assert.Equal("join.locked", Join(room, 999).Refused);
        var words = string.Join('\n', SynthesisReport.Of(room.State, new("en", TimeZoneInfo.Utc, new('0', 64))).Sections.SelectMany(section => section.Blocks).OfType<Paragraph>().Select(block => block.Text));
        Assert.Contains("39 of them were removed together, as recent arrivals.", words, StringComparison.Ordinal);
        Assert.Contains("Entrance: everybody with the code", words, StringComparison.Ordinal);
        // Who is counted as having given is whoever gave what is counted.
        Assert.Equal(2, Board(room).Board!.Agenda.Single(row => row.Id == "ideas").Answered);
        Assert.Contains("2 contributions by 2 people.", words, StringComparison.Ordinal);

        room.Undo();
        Assert.Equal(before, room.Sent(Role.Projector));
        Assert.False(room.State.Stage.Lobby.Locked);
        Assert.Equal("session.wrong-minutes", RemoveFloodHandler.Decide(room.State, new(0)).Refused?.Code);
    }

    [Fact]
    public void A_full_session_takes_nobody_more_and_a_removed_seat_is_free()
    {
        var room = new Given(null, 2, Given.Item("ideas", "ideas", new { question = Given.Text("What?") }));
        Assert.Null(Join(room, 1).Refused);
        Assert.Null(Join(room, 2).Refused);
        Assert.Equal("join.full", Join(room, 3).Refused);
        room.Act(new RemoveParticipant(Given.Id(1)), RemoveParticipantHandler.Decide);
        Assert.Null(Join(room, 3).Refused);
    }

    [Fact]
    public void What_was_taken_back_counts_towards_what_one_person_may_give()
    {
        var room = Room();
        var (who, other) = (Join(room, 1).Who, Join(room, 2).Who);
        for (var n = 1; n <= 3; n++)
        {
            Assert.Null(room.Do<GiveIdea, Contributions>("ideas", who, new($"Idea {n}"), GiveIdeaHandler.Decide));
            Assert.Null(room.Do<WithdrawIdea, Contributions>("ideas", who, new($"IM-00{n}"), WithdrawIdeaHandler.Decide));
        }
        Assert.Equal("ideas.too-many", room.Do<GiveIdea, Contributions>("ideas", who, new("Idea 4"), GiveIdeaHandler.Decide));
        Assert.Null(room.Do<GiveIdea, Contributions>("ideas", other, new("Idea 4"), GiveIdeaHandler.Decide));
    }
}
