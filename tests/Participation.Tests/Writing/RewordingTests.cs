using Participation.Activities.Ideas;
using Participation.Journal;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Erasing;
using Participation.Sessions.Joining;
using Participation.Sessions.Reporting;
using Participation.Tests.Laws;
using Participation.Texts;
using Participation.Writing;

namespace Participation.Tests.Writing;

/// <summary>One says one's own contribution in other words: on the wording that one saw, and every wording stays.</summary>
public sealed class RewordingTests
{
    private readonly Given room = new(Given.Item("ideas", "ideas", new { question = Given.Text("What?"), askPlace = true, categories = new[] { new Option("parks", Given.Text("Parks")) }, limit = 30 }));

    [Fact]
    public void The_last_wording_is_shown_and_every_one_stays()
    {
        var ada = room.Seat();
        Assert.Null(Write(ada, "More tres", place: "The square"));
        Assert.Null(Reword(ada, 1, "More trees", "The square"));
        Assert.Null(Reword(ada, 2, "Many more trees"));

        var given = Assert.Single(room.State.Gives("ideas"));
        Assert.Equal([("More tres", "The square"), ("More trees", "The square"), ("Many more trees", null)], given.Wordings.Select(wording => (wording.Text, wording.Written("place"))));
        var card = Assert.Single(room.View<IdeasView>("ideas", Role.Projector).Cards);
        Assert.Equal(("IM-001", "Many more trees", "parks", 3), (card.Id, card.Text, card.Category, card.Version));
        Assert.Equal(1, room.View<IdeasView>("ideas", Role.Projector).Total);
    }

    [Fact]
    public void Words_that_were_written_on_an_older_wording_are_refused_and_what_stands_stays()
    {
        var ada = room.Seat(phoneless: true);
        Assert.Null(Write(ada, "More trees", hand: Given.Facilitator));
        Assert.Null(Reword(ada, 1, "More tall trees", hand: Given.Scribe));
        Assert.Equal("contribution.stale", Reword(ada, 1, "More small trees", hand: Given.Facilitator));
        Assert.Equal("contribution.stale", Reword(ada, 3, "More small trees", hand: Given.Facilitator));
        Assert.Equal("More tall trees", Assert.Single(room.State.Gives("ideas")).Text);
        Assert.Null(Reword(ada, 2, "More small trees", hand: Given.Facilitator));
    }

    [Fact]
    public void It_is_refused_what_is_somebody_elses_gone_wrong_or_without_end()
    {
        var (ada, ben) = (room.Seat(), room.Seat());
        Assert.Null(Write(ada, "More trees"));
        Assert.Equal("contribution.unknown", Reword(ben, 1, "Fewer trees"));
        Assert.Equal("text.empty", Reword(ada, 1, " "));
        Assert.Equal("text.too-long", Reword(ada, 1, new string('x', 31)));
        for (var version = 1; version < RewordContributionHandler.Most; version++) Assert.Null(Reword(ada, version, $"More trees {version}"));
        Assert.Equal("contribution.too-often", Reword(ada, RewordContributionHandler.Most, "More trees once more"));
        // The same words again change nothing, whatever they were written on.
        var before = room.Entries.Count;
        Assert.Null(Reword(ada, 1, $"More trees {RewordContributionHandler.Most - 1}"));
        Assert.Equal(before, room.Entries.Count);
        room.Mark("IM-001", Marking.Withdraw);
        Assert.Equal("contribution.unknown", Reword(ada, RewordContributionHandler.Most, "More trees"));
    }

    /// <summary>Else anything could be put on the wall by whoever was approved once.</summary>
    [Fact]
    public void What_was_approved_waits_again_in_other_words()
    {
        var moderated = new Given(Given.Item("ideas", "ideas", new { question = Given.Text("What?") }, moderation: Moderation.Before));
        var ada = moderated.Seat();
        Assert.Null(Write(ada, "More trees", given: moderated));
        moderated.Mark("IM-001", Marking.Approve);
        Assert.Single(moderated.View<IdeasView>("ideas", Role.Projector).Cards);
        Assert.Null(Reword(ada, 1, "Buy now", given: moderated));
        Assert.Empty(moderated.View<IdeasView>("ideas", Role.Projector).Cards);

        // Who approves says which words they have read.
        var stale = MarkContributionHandler.Decide(moderated.State, new("IM-001", Marking.Approve, Version: 1));
        Assert.Equal("contribution.unread", stale.Refused?.Code);
        Assert.Null(MarkContributionHandler.Decide(moderated.State, new("IM-001", Marking.Hide, Version: 1)).Refused);
        moderated.Act(new MarkContribution("IM-001", Marking.Approve, Version: 2), MarkContributionHandler.Decide);
        Assert.Single(moderated.View<IdeasView>("ideas", Role.Projector).Cards);
    }

    /// <summary>Only so can a console send it for them, and only they are told whose a card is.</summary>
    [Fact]
    public void Whoever_may_write_for_somebody_is_told_what_was_typed_for_them_and_nobody_else_is()
    {
        var (ben, here, there, gone) = (room.Seat(), room.Seat(phoneless: true, table: "adda"), room.Seat(phoneless: true, table: "naviglio"), room.Seat(phoneless: true));
        Assert.Null(Write(ben, "From a phone"));
        foreach (var guest in (Guid[])[here, there, gone, here]) Assert.Null(Write(guest, $"Said for {guest.ToString()[..8]}", hand: Given.Facilitator));
        room.Mark("IM-005", Marking.Withdraw);
        Assert.Equal([new("IM-002", here), new("IM-003", there), new("IM-004", gone)], Typed(Role.Facilitator));
        Assert.Equal([new("IM-002", here)], Typed(Role.Scribe, "adda"));
        foreach (var nobody in (Role[])[Role.Participant, Role.Projector]) Assert.Null(Typed(nobody));
        Assert.Null(Typed(Role.Scribe, "brianza"));
        room.Act(new RemoveParticipant(gone), RemoveParticipantHandler.Decide);
        Assert.Equal([new("IM-002", here), new("IM-003", there)], Typed(Role.Scribe));
    }

    [Fact]
    public void What_was_typed_for_somebody_in_other_words_is_taken_back_by_the_hand_that_typed_it()
    {
        var ada = room.Seat(phoneless: true);
        Assert.Null(Write(ada, "More tres", place: "The square", hand: Given.Facilitator));
        Assert.Null(Reword(ada, 1, "More trees", "The square", hand: Given.Facilitator));
        Assert.Equal("IM-001", room.State.NameOf(room.State.LastOf(Given.Facilitator)!).Item);
        room.Undo();
        Assert.Equal(("More tres", "The square"), (Assert.Single(room.State.Gives("ideas")).Text, Assert.Single(room.State.Gives("ideas")).Latest.Written("place")));
        // A console that still shows the wording that was taken back is told so.
        Assert.Equal("contribution.stale", Reword(ada, 2, "Many trees", hand: Given.Facilitator));
        Assert.Null(Reword(ada, 3, "Many trees", hand: Given.Facilitator));
    }

    [Fact]
    public void What_resembled_the_old_words_resembles_the_new_ones_no_longer()
    {
        var (ada, ben) = (room.Seat(), room.Seat());
        Assert.Null(Write(ada, "More trees"));
        Assert.Null(Write(ben, "more TREES!"));
        Assert.Equal("IM-001", room.State.Gives("ideas").Last().Near);
        Assert.Null(Reword(ada, 1, "A pond"));
        Assert.Null(room.State.Gives("ideas").Last().Near);
        Assert.Null(Write(ben, "A pond?"));
        Assert.Null(Write(ben, "Trees, more"));
        Assert.Equal([null, null, "IM-001", "IM-002"], room.State.Gives("ideas").Select(given => given.Near));
    }

    [Theory, InlineData("en", "reworded 2 times"), InlineData("it", "riformulato 2 volte"), InlineData("de", "2-mal umformuliert")]
    public void The_annex_and_the_data_say_how_often(string language, string said)
    {
        var ada = room.Seat();
        Assert.Null(Write(ada, "One"));
        Assert.Null(Write(ada, "Two"));
        Assert.Null(Reword(ada, 1, "One, better"));
        Assert.Null(Reword(ada, 2, "One, best"));
        var frame = new ReportFrame(language, TimeZoneInfo.Utc, "head");
        var rows = SynthesisReport.Of(room.State, frame).Sections.SelectMany(section => section.Blocks).OfType<Participation.Reports.Table>().Single(table => table.Running).Rows;
        Assert.Contains("One, best", rows[0][1], StringComparison.Ordinal);
        Assert.Contains(said, rows[0][2], StringComparison.Ordinal);
        Assert.DoesNotContain(said.Split(' ')[0], rows[1][2], StringComparison.Ordinal);
        Assert.Equal([2, null], DataSet.Of(room.State, frame).Contributions.Select(row => row.Reworded));
        var (head, table) = ContributionTable.Of(room.State, frame);
        Assert.Equal(["2", "0"], table.Take(2).Select(row => row[head.ToList().IndexOf("reworded")]));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task All_wordings_go_with_one_erasure(bool own)
    {
        var hall = await new Hall(watch: new Unwatched()).Opened();
        await hall.Send(new JoinSession("en", null, null, null, Consent: true), Role.Participant, Given.Id(1));
        await hall.Send(new StartSession(), Role.Facilitator, Given.Facilitator);
        await hall.Send(new OpenItem { Item = "ideas" }, Role.Facilitator, Given.Facilitator);
        foreach (SessionCommand said in (SessionCommand[])[new WriteContribution(Said("Zwetschge one")) { Item = "ideas" }, new RewordContribution("IM-001", 1, Said("Zwetschge two")) { Item = "ideas" }, new RewordContribution("IM-001", 2, Said("Zwetschge three")) { Item = "ideas" }])
            Assert.Null((await hall.Send(said, Role.Participant, Given.Id(1))).Refused);
        Assert.Null((own ? await hall.Send(new EraseMine(), Role.Participant, Given.Id(1)) : await hall.Send(new EraseWords(Contribution: "IM-001"), Role.Facilitator, Given.Facilitator)).Refused);
        Assert.DoesNotContain("Zwetschge", SessionFile.Write(await hall.Journal.Lines(Hall.Session)), StringComparison.Ordinal);
        var given = Assert.Single((await hall.State()).Gives("ideas"));
        Assert.Equal((true, 3), (given.Erased, given.Wordings.Count));
    }

    private string? Write(Guid who, string text, string? place = null, Guid? hand = null, Given? given = null) => (given ?? room).Do<WriteContribution, object>("ideas", who,
        new(Said(text, place), given is null ? new Dictionary<string, string> { ["category"] = "parks" } : null), WriteContributionHandler.Decide, hand: hand);

    private string? Reword(Guid who, int basis, string text, string? place = null, Guid? hand = null, Given? given = null) =>
        (given ?? room).Do<RewordContribution, object>("ideas", who, new("IM-001", basis, Said(text, place)), RewordContributionHandler.Decide, hand: hand);

    private IReadOnlyList<Typed>? Typed(Role role, string? table = null) =>
        ((IdeasView)ActivityKinds.Of("ideas").View(room.State.StateOf(room.State.Item("ideas")), room.State.Scene(room.State.Item("ideas")), new Audience(role, Table: table))).Typed;

    private static Dictionary<string, string> Said(string text, string? place = null) => place is null ? new() { ["text"] = text } : new() { ["text"] = text, ["place"] = place };
}
