using Participation.Server.Live;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Tests.Laws;
using Participation.Views;

namespace Participation.Tests.Live;

/// <summary>A phone's seat is looked up, and before the phone has come to the room somebody took the seat away or moved it to another table.</summary>
public sealed class SeatRaceTests
{
    private readonly Room<SessionState> room = new(new SessionSurface(), new LeapingClock(TimeSpan.FromSeconds(1)));
    private readonly Given session = new(Given.Item("ideas", "ideas", new { question = Given.Text("What?") }));

    [Fact]
    public void Who_was_removed_meanwhile_is_shown_out()
    {
        var who = session.Seat(table: "north");
        session.Act(new RemoveParticipant(who), RemoveParticipantHandler.Decide);
        Told();
        room.Join("late", new(Role.Participant, "north"), who);
        Assert.Equal(["late"], room.Next().Removed);
        Assert.Empty(room.Next().Removed);
    }

    [Fact]
    public void Who_was_moved_meanwhile_is_told_so()
    {
        var who = session.Seat(table: "north");
        Told();
        room.Join("late", new(Role.Participant), who);
        Assert.Equal(["late"], room.Next().Moved);
        room.Join("late", new(Role.Participant, "north"), who);
        Assert.Empty(room.Next().Moved);
    }

    /// <summary>The screens that are there have heard all of it.</summary>
    private void Told()
    {
        room.Offer(session.State, []);
        room.Join("console", new(Role.Facilitator), Given.Facilitator);
        room.Next();
    }
}
