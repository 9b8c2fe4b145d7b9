using Participation.Activities.Ideas;
using Participation.Sessions;
using Participation.Tests.Golden;
using Participation.Texts;
using Participation.Writing;

namespace Participation.Tests.Writing;

/// <summary>What phones and journals held before there was one command and one event for all that people write means what it meant.</summary>
public sealed class OldWordsTests
{
    private static readonly Dictionary<string, string> All = new() { ["kind"] = "project", ["category"] = "parks", ["zone"] = "z1" };

    private static Given Room() => new(Given.Item("ideas", "ideas", new { question = Given.Text("What?"), kinds = new[] { "project" }, categories = new[] { new Option("parks", Given.Text("Parks")) } }));

    [Fact]
    public void An_old_event_folds_to_the_state_of_the_new_one()
    {
        var (old, now) = (Room(), Room());
        foreach (var room in (Given[])[old, now]) room.Seat();
        old.Happens(Given.Id(1), new IdeaGiven("ideas", 1, "A pond", IdeaKind.Project, "parks", "z1", "The square", null)).Happens(Given.Id(1), new IdeaGiven("ideas", 2, "a pond!", null, null, null, null, "IM-001"))
            .Happens(Given.Id(1), new IdeaWithdrawn("ideas", "IM-002"));
        now.Happens(Given.Id(1), new ContributionWritten("ideas", 1, new Dictionary<string, string> { ["text"] = "A pond", ["place"] = "The square" }, All, null))
            .Happens(Given.Id(1), new ContributionWritten("ideas", 2, new Dictionary<string, string> { ["text"] = "a pond!" }, FieldDictionary.Nothing, "IM-001")).Happens(Given.Id(1), new ContributionWithdrawn("ideas", "IM-002"));
        Assert.Equal(Dump.Of(now.State)!.ToJsonString(), Dump.Of(old.State)!.ToJsonString());
        Assert.Equal(("IM-001", true), (now.State.Gives("ideas").Last().Near, now.State.Gives("ideas").Last().Withdrawn));
    }

    [Fact]
    public void What_an_erasure_left_of_an_old_event_is_erased_still()
    {
        var room = Room().Happens(Given.Id(1), new IdeaGiven("ideas", 1, "", IdeaKind.Project, "parks", null, null, null));
        Assert.True(Assert.Single(room.State.Gives("ideas")).Erased);
        Assert.Empty(Assert.Single(room.State.Gives("ideas")).Latest.Texts);
    }

    [Fact]
    public void An_old_command_is_decided_into_the_event_of_the_new_one()
    {
        var room = Room();
        var who = room.Seat();
        Assert.Null(room.Do<GiveIdea, Contributions>("ideas", who, new("A pond", IdeaKind.Project, "parks", Place: "The square"), GiveIdeaHandler.Decide));
        var written = Assert.IsType<ContributionWritten>(room.Entries[^1].Event);
        Assert.Equal(("A pond", "The square", "project", "parks", false), (written.Texts["text"], written.Texts["place"], written.Choices["kind"], written.Choices["category"], written.Choices.ContainsKey("zone")));
        Assert.Null(room.Do<WithdrawIdea, Contributions>("ideas", who, new("IM-001"), WithdrawIdeaHandler.Decide));
        Assert.IsType<ContributionWithdrawn>(room.Entries[^1].Event);
    }

    [Fact]
    public void A_field_that_nobody_asked_for_is_no_command_of_this_form()
    {
        var room = Room();
        var who = room.Seat();
        string? Write(Dictionary<string, string> texts, Dictionary<string, string>? choices = null) => room.Do<WriteContribution, object>("ideas", who, new(texts, choices), WriteContributionHandler.Decide);
        Assert.Equal("command.malformed", Write(new() { ["text"] = "A pond", ["name"] = "Ada" }));
        Assert.Equal("command.malformed", Write(new() { ["text"] = "A pond" }, new() { ["colour"] = "red" }));
        Assert.Equal("ideas.unknown-kind", Write(new() { ["text"] = "A pond" }, new() { ["kind"] = "idea" }));
        Assert.Equal("text.broken", Write([]));
        Assert.Empty(room.State.Gives("ideas"));
    }
}
