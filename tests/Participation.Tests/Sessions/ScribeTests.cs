using Participation.Activities.Ideas;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Tests.Journal;

namespace Participation.Tests.Sessions;

/// <summary>A scribe writes for one table: its people and nobody else's.</summary>
public sealed class ScribeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private readonly Guid session = Guid.NewGuid();
    private readonly Desk<SessionState> desk = new(new MemoryJournal(), Guid.NewGuid);

    [Fact]
    public async Task A_scribe_seats_and_writes_at_their_own_table_alone()
    {
        await Open();
        var (here, there) = (Guid.NewGuid(), Guid.NewGuid());
        await Lead(new SeatGuest(there, Table: "naviglio"));

        Assert.Null((await Seat(here, "adda")).Refused);
        Assert.Equal("command.not-allowed", (await Seat(Guid.NewGuid(), "naviglio")).Refused?.Code);
        Assert.Equal("command.not-allowed", (await Seat(Guid.NewGuid(), null)).Refused?.Code);
        Assert.Null((await Write(here)).Refused);
        Assert.Equal("seat.none", (await Write(there)).Refused?.Code);
        Assert.Equal("adda", Assert.Single((await desk.Read(session)).Gives("ideas")).Table);
    }

    private Task<Receipt> Seat(Guid guest, string? table) =>
        new SeatGuestHandler(desk).Handle(new SeatGuest(guest, Table: table) { From = From(Guid.NewGuid(), null) }, default);

    private Task<Receipt> Write(Guid guest) =>
        new GiveIdeaHandler(desk).Handle(new GiveIdea("A bench") { Item = "ideas", From = From(guest, Guid.NewGuid()) }, default);

    private Sender From(Guid id, Guid? hand) => new(session, id, hand, Role.Scribe, Guid.NewGuid(), Now, default, "adda");

    private async Task Open()
    {
        var opened = new SessionOpened("test", Given.Text("Session"), "en", "K7M2PX", Now.AddDays(1), Given.Text("Consent"),
            [Given.Item("ideas", "ideas", new { question = Given.Text("What?") })], [new("adda", "Adda"), new("naviglio", "Naviglio")], [], []);
        await Lead(new OpenSession(opened));
        await Lead(new StartSession());
    }

    private async Task Lead(SessionCommand command)
    {
        var from = new Sender(session, Guid.Empty, null, Role.Facilitator, Guid.NewGuid(), Now, default);
        var receipt = command switch
        {
            OpenSession open => await new OpenSessionHandler(desk).Handle(open with { From = from }, default),
            StartSession start => await new StartSessionHandler(desk).Handle(start with { From = from }, default),
            SeatGuest seat => await new SeatGuestHandler(desk).Handle(seat with { From = from }, default),
            _ => throw new ArgumentException(command.GetType().Name),
        };
        Assert.Null(receipt.Refused);
    }
}
