using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Views;

namespace Participation.Tests.Views;

/// <summary>Whom a scribe may write for: people without a phone, at the scribe's own table, and nobody else's business.</summary>
public sealed class GuestBookTests
{
    private readonly Given given = new(Given.Item("welcome", "slide", new { body = Given.Text("Welcome") }));

    private GuestBook? Seen(Role role, string? table = null) => Screens.Of(given.State, new Audience(role, table)).GuestBook;

    [Fact]
    public void A_scribe_sees_the_people_without_a_phone_at_the_own_table()
    {
        given.Seat(table: "adda");
        var here = given.Seat(phoneless: true, table: "adda");
        given.Seat(phoneless: true, table: "naviglio");
        given.Seat(phoneless: true);
        Assert.Equal([new Guest(here, 2, null, null, "adda")], Seen(Role.Scribe, "adda")!.Guests);
    }

    [Fact]
    public void A_scribe_of_the_plenary_sees_all_of_them_in_the_order_of_their_numbers()
    {
        Guid[] guests = [given.Seat(phoneless: true, table: "adda"), given.Seat(phoneless: true, table: "naviglio"), given.Seat(phoneless: true)];
        given.Seat(table: "adda");
        Assert.Equal(guests, Seen(Role.Scribe)!.Guests.Select(guest => guest.Id));
    }

    [Fact]
    public void Somebody_removed_is_not_written_for_any_more()
    {
        var guest = given.Seat(phoneless: true);
        given.Act(new RemoveParticipant(guest), RemoveParticipantHandler.Decide);
        Assert.Empty(Seen(Role.Scribe)!.Guests);
    }

    [Fact]
    public void Nobody_else_gets_the_book_and_no_phone_or_projector_a_guest()
    {
        var guest = given.Seat(phoneless: true, table: "adda");
        Assert.All([Role.Participant, Role.Projector, Role.Facilitator], role => Assert.Null(Seen(role, "adda")));
        Assert.All([Role.Participant, Role.Projector], role => Assert.DoesNotContain(guest.ToString(), given.Sent(role), StringComparison.Ordinal));
        Assert.Contains(guest.ToString(), given.Sent(Role.Facilitator), StringComparison.Ordinal);
        Assert.Contains(guest.ToString(), given.Sent(Role.Scribe), StringComparison.Ordinal);
    }

    [Fact]
    public void A_guest_who_comes_is_one_addition_to_the_view()
    {
        given.Seat(phoneless: true);
        var before = Screens.Of(given.State, new Audience(Role.Scribe));
        given.Seat(phoneless: true);
        var patch = Difference.Between(before, Screens.Of(given.State, new Audience(Role.Scribe)));
        Assert.Contains(patch, op => op is { Op: "add", Path: "/guestBook/guests/1" });
        Assert.DoesNotContain(patch, op => op.Path.StartsWith("/guestBook/", StringComparison.Ordinal) && op.Path != "/guestBook/guests/1");
    }
}
