using Participation.Activities.DotVote;
using Participation.Journal;
using Participation.Reports;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Erasing;
using Participation.Sessions.Joining;
using Participation.Sessions.Reporting;
using Participation.Tests.Laws;

namespace Participation.Tests.Sessions;

/// <summary>What somebody said of themselves at the door can be said anew until the close: it moves nothing that they gave, and no report tells by it who it was.</summary>
public sealed class CorrectionTests
{
    private static readonly ReportFrame Frame = new("en", TimeZoneInfo.Utc, new string('0', 64));

    private static async Task<Hall> Room()
    {
        var hall = await new Hall().Opened();
        for (var n = 1; n <= 3; n++) Assert.Null((await hall.Send(new JoinSession("en", n == 1 ? null : "resident", n == 1 ? null : "z1", null, Consent: true), Role.Participant, Given.Id(n))).Refused);
        await Lead(hall, new StartSession());
        await Lead(hall, new OpenItem { Item = "dot-vote" });
        foreach (var n in new[] { 1, 2 }) Assert.Null((await hall.Send(new CastDots(new Dictionary<string, int> { ["a"] = n }) { Item = "dot-vote" }, Role.Participant, Given.Id(n))).Refused);
        return hall;
    }

    private static Task<Receipt> Correct(Hall hall, int n, string? type = null, string? zone = null, string? table = null) =>
        hall.Send(new CorrectMine(type, zone, table), Role.Participant, Given.Id(n));

    private static Task<Receipt> Lead(Hall hall, SessionCommand act) => hall.Send(act, Role.Facilitator, Given.Facilitator);

    [Fact]
    public async Task A_correction_says_all_of_it_anew_and_moves_no_vote_no_card_and_no_act()
    {
        var hall = await Room();
        var before = await hall.State();
        Assert.Null((await Correct(hall, 1, "resident", "z1", "north")).Refused);
        var after = await hall.State();
        Assert.Equal(("resident", "z1", "north", true), (after.Participants[Given.Id(1)].Type, after.Participants[Given.Id(1)].Zone, after.Participants[Given.Id(1)].Table, after.Corrected.Contains(Given.Id(1))));
        Assert.Equal(new Audience(Role.Participant, "north"), after.AudienceOf(Given.Id(1)));
        // A kind that counts by type or table did so when the ballot came: nothing of what it knows is touched.
        Assert.Same(before.Work, after.Work);
        Assert.Same(before.Boxes, after.Boxes);
        Assert.Same(before.Given, after.Given);
        Assert.Same(before.Acts, after.Acts);
        Assert.Same(before.Stage, after.Stage);
        Assert.Equal((before.Number + 1, before.Participants.Count), (after.Number, after.Participants.Count));

        Assert.Null((await Correct(hall, 1)).Refused);
        Assert.Equal((null, null, (string?)null), ((await hall.State()).Participants[Given.Id(1)] is var who ? (who.Type, who.Zone, who.Table) : default));
        // The same once more changes nobody.
        var said = await hall.State();
        Assert.Null((await Correct(hall, 1)).Refused);
        Assert.Same(said.Participants, (await hall.State()).Participants);
    }

    [Fact]
    public async Task Only_what_the_session_offers_is_taken_and_only_of_somebody_with_a_phone()
    {
        var hall = await Room();
        await hall.Send(new SeatGuest(Given.Id(101)), Role.Facilitator, Given.Facilitator);
        Assert.Equal("join.unknown-type", (await Correct(hall, 1, "king")).Refused?.Code);
        Assert.Equal("join.unknown-zone", (await Correct(hall, 1, zone: "moon")).Refused?.Code);
        Assert.Equal("join.unknown-table", (await Correct(hall, 1, table: "south")).Refused?.Code);
        Assert.Equal("seat.none", (await Correct(hall, 101, "resident")).Refused?.Code);
        Assert.Equal("seat.none", (await Correct(hall, 77, "resident")).Refused?.Code);
    }

    [Fact]
    public async Task Who_was_removed_or_refused_or_still_waits_corrects_nothing_and_may_erase()
    {
        var hall = await Room();
        await Lead(hall, new RemoveParticipant(Given.Id(2)));
        await Lead(hall, new SetApproval(true));
        foreach (var n in new[] { 4, 5 }) await hall.Send(new JoinSession("en", "resident", null, null, Consent: true), Role.Participant, Given.Id(n));
        await Lead(hall, new RefuseParticipant(Given.Id(5)));
        foreach (var n in new[] { 2, 5 }) Assert.Equal(new Refusal("seat.removed"), (await Correct(hall, n)).Refused);
        // Whoever waits is answered like with all that they give: it is kept until they are let in.
        Assert.Equal(new Refusal("seat.waiting", Retry: true), (await Correct(hall, 4)).Refused);
        Assert.Empty((await hall.State()).Corrected);
        await Lead(hall, new AdmitParticipants(Given.Id(4)));
        Assert.Null((await Correct(hall, 4)).Refused);
        foreach (var n in new[] { 2, 5 }) Assert.Null((await hall.Send(new EraseMine(), Role.Participant, Given.Id(n))).Refused);
        Assert.Null((await hall.State()).Participants[Given.Id(2)].Type);

        await hall.Send(new JoinSession("en", null, null, null, Consent: true), Role.Participant, Given.Id(6));
        await Lead(hall, new CloseSession());
        // Nothing is kept for ever that can never be taken.
        Assert.Equal(new Refusal("seat.settled"), (await Correct(hall, 6, "resident")).Refused);
    }

    [Fact]
    public async Task After_the_close_nothing_is_corrected_also_where_the_close_was_taken_back()
    {
        var hall = await Room();
        await Lead(hall, new CloseSession());
        Assert.Equal("seat.settled", (await Correct(hall, 1, "resident")).Refused?.Code);
        await Lead(hall, new UndoAct((await hall.State()).Acts.Peek().Act));
        Assert.False((await hall.State()).Stage.Closed);
        Assert.Equal("seat.settled", (await Correct(hall, 1, "resident")).Refused?.Code);
    }

    [Fact]
    public async Task Two_files_of_a_session_that_goes_on_tell_by_their_difference_nothing_that_somebody_said_of_themselves()
    {
        var hall = await Room();
        var (report, data) = (SynthesisReport.Of(await hall.State(), Frame), DataSet.Of(await hall.State(), Frame));
        // Somebody corrects what they said, and somebody else comes.
        await Correct(hall, 1, "resident", "z1");
        await hall.Send(new JoinSession("en", "resident", "z1", null, Consent: true), Role.Participant, Given.Id(4));
        var (later, more) = (SynthesisReport.Of(await hall.State(), Frame), DataSet.Of(await hall.State(), Frame));
        foreach (var (paper, file) in new[] { (report, data), (later, more) })
        {
            Assert.DoesNotContain("Resident", string.Join('\n', Told(paper)), StringComparison.Ordinal);
            Assert.DoesNotContain("Zone (en)", string.Join('\n', Told(paper)), StringComparison.Ordinal);
            Assert.Contains(Told(paper), text => text.StartsWith("Counts by stakeholder type and by zone are reported after the close.", StringComparison.Ordinal));
            Assert.Equal((0, 0), (file.Participants.ByType.Count, file.Participants.ByZone.Count));
        }
        await Lead(hall, new CloseSession());
        var closed = DataSet.Of(await hall.State(), Frame).Participants;
        Assert.Equal((4, 4), (Assert.Single(closed.ByType).N, Assert.Single(closed.ByZone).N));
        // All are of one type: there is no bar to compare it with, so it is told in words.
        Assert.Contains(SynthesisReport.Of(await hall.State(), Frame).Sections.SelectMany(section => section.Blocks).OfType<Terms>().SelectMany(terms => terms.Rows), row =>
            row.Label == "Participants by stakeholder type" && row.Value.StartsWith("Resident", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_report_says_how_many_corrected_and_that_votes_stayed()
    {
        var hall = await Room();
        Assert.DoesNotContain(Told(SynthesisReport.Of(await hall.State(), Frame)), text => text.Contains("corrected", StringComparison.Ordinal));
        await Correct(hall, 1, "resident");
        await Correct(hall, 1, "resident", "z1");
        await Correct(hall, 2);
        Assert.Contains(Told(SynthesisReport.Of(await hall.State(), Frame)), text => text.StartsWith("2 people corrected what they had stated about themselves.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_erased_what_they_had_said_does_not_say_it_again_and_may_change_the_table()
    {
        var hall = await Room();
        Assert.Null((await hall.Send(new EraseMine(), Role.Participant, Given.Id(2))).Refused);
        Assert.Equal(new Refusal("seat.erased"), (await Correct(hall, 2, "resident")).Refused);
        Assert.Equal(new Refusal("seat.erased"), (await Correct(hall, 2, zone: "z1")).Refused);
        Assert.Null((await Correct(hall, 2, table: "north")).Refused);
        Assert.Equal((null, null, "north"), (await hall.State()).Participants[Given.Id(2)] is var who ? (who.Type, who.Zone, who.Table) : default);
    }

    /// <summary>Their seat was taken by somebody else, who said for them who they are.</summary>
    [Fact]
    public async Task Of_a_guest_is_erased_what_was_said_for_them_and_nothing_of_whoever_said_it()
    {
        var hall = await Room();
        foreach (var guest in new[] { 101, 102 }) Assert.Null((await hall.Send(new SeatGuest(Given.Id(guest), "resident", "z1"), Role.Facilitator, Given.Facilitator)).Refused);
        await Lead(hall, new EraseWords(Given.Id(101)));
        var (state, entries) = (await hall.State(), await hall.Journal.Read(Hall.Session));
        Assert.Equal([(null, null), ("resident", "z1")], new[] { 101, 102 }.Select(guest => (state.Participants[Given.Id(guest)].Type, state.Participants[Given.Id(guest)].Zone)));
        Assert.Equal([Given.Id(101)], state.Gone);
        // In the record as well, and what a restart makes of it is the same.
        Assert.Equal([null, "resident"], entries.Select(entry => entry.Event).OfType<ParticipantSeated>().Where(seat => seat.Phoneless).Select(seat => seat.Type));
        Assert.Equal("seat.erased", (await hall.Send(new CorrectMine("resident"), Role.Facilitator, Given.Id(101), hand: Given.Facilitator)).Refused?.Code);
    }

    [Fact]
    public async Task A_guest_is_neither_the_workshop_nor_whoever_seats_them()
    {
        var hall = await Room();
        foreach (var id in new[] { Guid.Empty, Given.Facilitator })
            Assert.Equal("command.malformed", (await hall.Send(new SeatGuest(id), Role.Facilitator, Given.Facilitator)).Refused?.Code);
    }

    [Fact]
    public async Task Who_erases_what_they_said_erases_the_corrections_too()
    {
        var hall = await Room();
        await Correct(hall, 1, "resident", "z1", "north");
        Assert.Null((await hall.Send(new EraseMine(), Role.Participant, Given.Id(1))).Refused);
        var who = (await hall.State()).Participants[Given.Id(1)];
        Assert.Equal((null, null, "north"), (who.Type, who.Zone, who.Table));
        Assert.DoesNotContain((await hall.Journal.Read(Hall.Session)).Where(entry => entry.By == Given.Id(1)), entry => EventNames.Write(entry.Event).Contains("resident", StringComparison.Ordinal));
        Assert.Null(Line.Break(await hall.Journal.Lines(Hall.Session)));
    }

    /// <summary>Whom somebody else seated is corrected by who may write for them, at the seat that they have; the record says whose hand it was.</summary>
    [Theory, InlineData(Role.Facilitator, null), InlineData(Role.Scribe, null), InlineData(Role.Scribe, "north")]
    public async Task Somebody_without_a_phone_is_corrected_by_who_writes_for_them(Role role, string? at)
    {
        var hall = await Room();
        Assert.Null((await Lead(hall, new SeatGuest(Given.Id(101), "resident", Table: at))).Refused);
        var hand = role == Role.Scribe ? Given.Scribe : Given.Facilitator;
        Assert.Null((await For(hall, role, at, 101, zone: "z1", table: at)).Refused);
        var (state, entry) = (await hall.State(), (await hall.Journal.Read(Hall.Session))[^1]);
        Assert.Equal((null, "z1", at, true), (state.Participants[Given.Id(101)].Type, state.Participants[Given.Id(101)].Zone, state.Participants[Given.Id(101)].Table, state.Corrected.Contains(Given.Id(101))));
        Assert.Equal((Given.Id(101), hand), (entry.By, entry.Hand));

        // Who has a phone says it there, and of themselves alone.
        Assert.Equal("seat.none", (await For(hall, role, at, 1, "resident", table: at)).Refused?.Code);
        Assert.Equal("seat.none", (await For(hall, role, at, 102, "resident", table: at)).Refused?.Code);
        Assert.Equal("command.not-allowed", (await hall.Send(new CorrectMine("resident"), role, hand)).Refused?.Code);
        Assert.Equal("command.not-allowed", (await hall.Send(new CorrectMine("resident"), Role.Participant, Given.Id(101), Given.Id(1))).Refused?.Code);
        await Lead(hall, new CloseSession());
        Assert.Equal("seat.settled", (await For(hall, role, at, 101, table: at)).Refused?.Code);
    }

    [Fact]
    public async Task A_tables_scribe_corrects_nobody_of_another_table_and_takes_nobody_away()
    {
        var hall = await Room();
        await Lead(hall, new SeatGuest(Given.Id(101), Table: "north"));
        await Lead(hall, new SeatGuest(Given.Id(102)));
        Assert.Equal("seat.none", (await For(hall, Role.Scribe, "north", 102, "resident", table: "north")).Refused?.Code);
        Assert.Equal("command.not-allowed", (await For(hall, Role.Scribe, "north", 101, "resident")).Refused?.Code);
        Assert.Empty((await hall.State()).Corrected);
    }

    private static Task<Receipt> For(Hall hall, Role role, string? at, int guest, string? type = null, string? zone = null, string? table = null)
    {
        var command = new CorrectMine(type, zone, table);
        return Hall.Send(hall.Desk, command with { From = hall.From(command, role, Given.Id(guest), role == Role.Scribe ? Given.Scribe : Given.Facilitator, Guid.NewGuid()) with { Table = at } });
    }

    private static IEnumerable<string> Told(Report report) => report.Sections.SelectMany(section => section.Blocks).SelectMany(block => block switch
    {
        Paragraph paragraph => [paragraph.Text],
        Bars bars => bars.Rows.Select(bar => bar.Label).Append(bars.Title),
        Participation.Reports.Table table => table.Rows.SelectMany(row => row),
        _ => Array.Empty<string>(),
    });
}
