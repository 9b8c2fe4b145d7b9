using Dapper;
using Microsoft.Data.Sqlite;
using Participation.Journal;
using Participation.Server.Storage;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Erasing;
using Participation.Views;
using Participation.Voting;

namespace Participation.Tests.Voting;

/// <summary>Secret ballots that nobody counted leave the file with the words of the session, and the journal says so.</summary>
public sealed class ErasedBoxTests
{
    [Theory, MemberData(nameof(Paper.Kinds), MemberType = typeof(Paper))]
    public async Task When_its_time_is_over_a_session_loses_uncounted_ballots_also_those_of_a_step_that_was_reset(string kind)
    {
        var paper = Paper.Of(kind);
        using var vote = new Vote(secret: true, paper);
        await vote.Open(10);
        for (var n = 1; n <= 6; n++) await vote.Cast(n, paper.Options[0]);
        await vote.Send(new ResetItem { Item = "vote" }, Role.Facilitator, Given.Facilitator);
        for (var n = 1; n <= 7; n++) await vote.Cast(n, paper.Options[1]);
        Assert.Equal(2, Boxes(vote));

        await vote.Send(new KeepSession(new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)), Role.Facilitator, Given.Facilitator);
        Assert.Equal("session.still-kept", (await Erase(vote)).Refused?.Code);
        Assert.Equal(2, Boxes(vote));
        vote.Wait(TimeSpan.FromDays(60));
        Assert.Null((await Erase(vote)).Refused);

        Assert.Equal(0, Boxes(vote));
        var check = JournalFile.Verify(vote.Path);
        Assert.True(check.Holds, string.Join('\n', check.Damage));
        var state = await vote.State();
        Assert.Equal([6, 7], state.Boxes.OrderBy(box => box.Key.Round).Select(box => Assert.Single(box.Value.Counted!.Papers).Ballots));
        Assert.All(state.Boxes.Values, box => Assert.Null(box.Counted!.Papers[0].Marks));
        Assert.Contains("not counted in time", await vote.All(), StringComparison.Ordinal);

        // Nothing comes into a box that was emptied, no reset brings one back, and there is nothing to erase a second time.
        Assert.Equal("step.counted-already", (await vote.Send(paper.Ballot(paper.Options[0]), Role.Participant, Given.Id(9), fine: false)).Refused?.Code);
        Assert.Equal(state.Number, (await Erase(vote)).Number);
        Assert.True(JournalFile.Verify(vote.Path).Holds);
    }

    /// <summary>Also of a round that was begun after the reset, which somebody took back.</summary>
    [Theory, InlineData(false), InlineData(true)]
    public async Task What_was_voted_before_a_reset_leaves_the_file_with_the_close(bool takenBack)
    {
        using var vote = await Reset(6, 7);
        if (takenBack) await Undo(vote);
        await vote.Send(new CloseSession(), Role.Facilitator, Given.Facilitator);

        // What can still be counted lies there, and nothing else.
        var lies = Assert.Single((await vote.State()).Boxes, box => box.Value.Waits);
        Assert.Equal(takenBack ? 6 : 7, lies.Value.Ballots);
        Assert.Equal(1, Boxes(vote));
        Assert.True(JournalFile.Verify(vote.Path).Holds);
        await vote.Send(new CountVotes("vote"), Role.Facilitator, Given.Facilitator);
        Assert.Equal(0, Boxes(vote));
        Assert.True(JournalFile.Verify(vote.Path).Holds);

        // Who takes back close and reset finds that nothing was read of it.
        await Undo(vote);
        Assert.False((await vote.State()).Stage.Closed);
        if (takenBack) return;
        await Undo(vote);
        Assert.Null(Assert.Single((await vote.State()).Boxes, box => box.Key.Round == 0).Value.Counted!.Papers[0].Marks);
        Assert.Contains("not counted in time", await vote.All(), StringComparison.Ordinal);
    }

    /// <summary>Its ballots lie in boxes that no file takes along: where it came in, no copy would hold any more, and no count could be made.</summary>
    [Fact]
    public async Task A_session_file_with_a_vote_that_nobody_counted_comes_in_nowhere()
    {
        using var vote = new Vote(secret: true);
        await vote.Open(6);
        Assert.NotEmpty(ForeignSession.Read(await vote.SessionText()));
        for (var n = 1; n <= 6; n++) await vote.Cast(n, Paper.Dots.Options[0]);
        var waiting = await vote.SessionText();
        var refused = Assert.Throws<JournalException>(() => ForeignSession.Read(waiting));
        Assert.Equal("journal.uncounted", refused.Code);
        Assert.StartsWith("$.lines[", refused.Place, StringComparison.Ordinal);
        await vote.Count();
        var path = $"{vote.Path}.other";
        using (var other = new SqliteJournal(path)) await other.Import(ForeignSession.Read(await vote.SessionText()));
        Assert.True(JournalFile.Verify(path).Holds);
    }

    [Fact]
    public async Task A_count_empties_what_was_voted_on_the_same_before_a_reset()
    {
        using var vote = await Reset(1, 6);
        await vote.Count();
        Assert.Equal(0, Boxes(vote));
        Assert.Equal(6, vote.Dots[^1]!["birch"]);
        Assert.True(JournalFile.Verify(vote.Path).Holds);
    }

    [Fact]
    public async Task No_copy_is_made_by_itself_while_people_vote_after_a_close_that_was_taken_back()
    {
        using var vote = await Reset(0, 0);
        await vote.Send(new CloseSession(), Role.Facilitator, Given.Facilitator);
        await Undo(vote);
        Assert.False(vote.IsVoting);
        await vote.Cast(1, "amber");
        Assert.True(vote.IsVoting);
        await vote.Send(new CloseSession(), Role.Facilitator, Given.Facilitator);
        Assert.False(vote.IsVoting);
    }

    [Fact]
    public async Task What_was_counted_stays_counted()
    {
        using var vote = new Vote(secret: true);
        await vote.Open(10);
        for (var n = 1; n <= 6; n++) await vote.Cast(n, "amber");
        await vote.Count();
        await vote.Send(new KeepSession(new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)), Role.Facilitator, Given.Facilitator);
        vote.Wait(TimeSpan.FromDays(60));
        Assert.Null((await Erase(vote)).Refused);
        Assert.Equal(6, vote.Dots[^1]!["amber"]);
        Assert.True(JournalFile.Verify(vote.Path).Holds);
    }

    /// <summary>So many voted, it was reset, and so many voted again.</summary>
    private static async Task<Vote> Reset(int before, int after)
    {
        var vote = new Vote(secret: true);
        await vote.Open(10);
        for (var n = 1; n <= before; n++) await vote.Cast(n, "amber");
        await vote.Send(new ResetItem { Item = "vote" }, Role.Facilitator, Given.Facilitator);
        for (var n = 1; n <= after; n++) await vote.Cast(n, "birch");
        return vote;
    }

    private static async Task Undo(Vote vote) => await vote.Send(new UndoAct((await vote.State()).Acts.Peek().Act), Role.Facilitator, Given.Facilitator);

    private static Task<Receipt> Erase(Vote vote) => vote.Send(new EraseSession(), Role.Facilitator, Guid.Empty, fine: false);

    private static int Boxes(Vote vote)
    {
        using var db = new SqliteConnection($"Data Source={vote.Path};Pooling=False");
        return db.ExecuteScalar<int>("SELECT count(*) FROM box");
    }
}
