using Dapper;
using Microsoft.Data.Sqlite;
using Participation.Server.Storage;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Ballots;
using Participation.Sessions.Erasing;

namespace Participation.Tests.Ballots;

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
        Assert.Contains("not counted before the session’s words were erased", await vote.All(), StringComparison.Ordinal);

        // Nothing comes into a box that was emptied, no reset brings one back, and there is nothing to erase a second time.
        Assert.Equal("step.counted-already", (await vote.Send(paper.Ballot(paper.Options[0]), Role.Participant, Given.Id(9), fine: false)).Refused?.Code);
        Assert.Equal(state.Number, (await Erase(vote)).Number);
        Assert.True(JournalFile.Verify(vote.Path).Holds);
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

    private static Task<Receipt> Erase(Vote vote) => vote.Send(new EraseSession(), Role.Facilitator, Guid.Empty, fine: false);

    private static int Boxes(Vote vote)
    {
        using var db = new SqliteConnection($"Data Source={vote.Path};Pooling=False");
        return db.ExecuteScalar<int>("SELECT count(*) FROM box");
    }
}
