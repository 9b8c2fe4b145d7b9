using Participation.Activities.Ideas;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Views;
using Participation.Writing;

namespace Participation.Tests.Views;

/// <summary>One's own texts with the numbers by which they can be found again: told where nothing is asked, and to their author alone.</summary>
public sealed class GivenTextTests
{
    private readonly Given given = new(
        Given.Item("writing", "ideas", new { question = Given.Text("What?") }),
        Given.Item("more", "ideas", new { question = Given.Text("What else?") }, mark: "IN"),
        Given.Item("closing", "slide", new { body = Given.Text("Keep your numbers.") }, mark: "SL"));

    private void Write(string item, Guid who, string text) =>
        Assert.Null(given.Do<GiveIdea, Contributions>(item, who, new GiveIdea(text), GiveIdeaHandler.Decide));

    private IReadOnlyList<GivenText>? Told(Guid who) => Screens.MineOf(given.State, who)!.Given;

    [Fact]
    public void After_the_close_a_phone_has_its_own_texts_of_all_steps_under_their_numbers()
    {
        var (ada, ben) = (given.Seat(), given.Seat());
        Write("writing", ada, "A bridge");
        Write("writing", ben, "A tram");
        Write("writing", ada, "Shade");
        given.Open("more");
        Write("more", ada, "Benches");
        given.Mark("IM-003", Marking.Hide).Act(new CloseSession(), CloseSessionHandler.Decide);
        Assert.Equal(
        [
            new GivenText("IM-001", "A bridge", ContributionStatus.Shown),
            new GivenText("IM-003", "Shade", ContributionStatus.Hidden),
            new GivenText("IN-001", "Benches", ContributionStatus.Shown),
        ], Told(ada)!);
        Assert.Equal([new GivenText("IM-002", "A tram", ContributionStatus.Shown)], Told(ben)!);
    }

    [Fact]
    public void It_is_told_on_a_slide_and_not_where_people_write()
    {
        var ada = given.Seat();
        Write("writing", ada, "A bridge");
        Assert.Null(Told(ada));
        given.Open("closing");
        Assert.Single(Told(ada)!);
    }

    /// <summary>It comes to a phone by itself: of which step it is has to stand in it.</summary>
    [Fact]
    public void What_is_ones_own_says_of_which_step_it_is()
    {
        var ada = given.Seat();
        Assert.Equal("writing", Screens.MineOf(given.State, ada)!.Item);
        given.Open("more");
        Assert.Equal("more", Screens.MineOf(given.State, ada)!.Item);
        given.Act(new CloseSession(), CloseSessionHandler.Decide);
        Assert.Null(Screens.MineOf(given.State, ada)!.Item);
    }

    [Fact]
    public void What_was_withdrawn_or_put_aside_by_a_reset_is_still_named()
    {
        var ada = given.Seat();
        Write("writing", ada, "A bridge");
        given.Reset("writing");
        Write("writing", ada, "A tram");
        Assert.Null(given.Do<WithdrawIdea, Contributions>("writing", ada, new WithdrawIdea("IM-002"), WithdrawIdeaHandler.Decide));
        given.Open("closing");
        Assert.Equal([("IM-001", ContributionStatus.Reset), ("IM-002", ContributionStatus.Withdrawn)], Told(ada)!.Select(x => (x.Id, x.Status)));
    }
}
