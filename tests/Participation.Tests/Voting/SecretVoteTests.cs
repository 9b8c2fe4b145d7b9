using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;
using Participation.Server.Storage;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Voting;

namespace Participation.Tests.Voting;

/// <summary>Who chose what in a secret vote may be swapped, and nothing that anybody could get hold of changes by a byte.</summary>
public sealed class SecretVoteTests
{
    private static readonly string[] Choices = Paper.Dots.Eight;

    [Theory, MemberData(nameof(Paper.Kinds), MemberType = typeof(Paper))]
    public async Task Swapped_ballots_change_no_screen_no_entry_no_report_no_export_and_no_byte_of_the_file(string kind)
    {
        var (first, last, forwards) = await Held(kind, swapped: false, secret: true);
        var (firstBack, lastBack, backwards) = await Held(kind, swapped: true, secret: true);
        Assert.Equal(forwards, backwards);
        Assert.Equal(first, firstBack);
        Assert.Equal(last, lastBack);
        Assert.NotEqual(first, last);
    }

    /// <summary>The comparison sees what it is to see.</summary>
    [Theory, MemberData(nameof(Paper.Kinds), MemberType = typeof(Paper))]
    public async Task Swapped_ballots_of_an_open_vote_show_everywhere(string kind)
    {
        var (first, _, forwards) = await Held(kind, swapped: false, secret: false);
        var (firstBack, _, backwards) = await Held(kind, swapped: true, secret: false);
        Assert.NotEqual(forwards, backwards);
        Assert.NotEqual(first, firstBack);
    }

    [Fact]
    public async Task The_count_is_what_was_chosen_and_leaves_an_empty_box()
    {
        using var vote = await Cast(Choices);
        await vote.Rest();
        Assert.True(JournalFile.Verify(vote.Path).Holds);
        Assert.Equal(0, new FileInfo(vote.Path + "-wal").Length);
        Assert.All(vote.Dots, Assert.Null);
        await vote.Count();
        Assert.Equal(3, vote.Dots[^1]!["amber"]);
        Assert.Equal([3, 1, 3, 1], Paper.Dots.Options.Select(option => vote.Dots[^1]![option]));
        Assert.True(JournalFile.Verify(vote.Path).Holds);
        using var db = new SqliteConnection($"Data Source={vote.Path};Pooling=False");
        Assert.Equal(0, db.ExecuteScalar<int>("SELECT count(*) FROM box"));
        await vote.Send(new UnlockStep { Item = "vote" }, Role.Facilitator, Given.Facilitator);
        Assert.Equal("step.counted-already", (await vote.Send(Paper.Dots.Ballot("dune"), Role.Participant, Given.Id(9), fine: false)).Refused?.Code);
        Assert.Equal("step.counted-already", (await vote.Send(new CountVotes("vote"), Role.Facilitator, Given.Facilitator, fine: false)).Refused?.Code);
    }

    [Fact]
    public async Task A_ballot_is_cast_once_and_counted_only_when_none_can_come()
    {
        using var vote = await Cast(Choices);
        Assert.Equal("step.voted-already", (await vote.Send(Paper.Dots.Ballot("dune"), Role.Participant, Given.Id(1), fine: false)).Refused?.Code);
        Assert.Equal("step.still-open", (await Count(vote)).Refused?.Code);
        Assert.Equal("step.not-counted", (await vote.Send(new NewRound { Item = "vote" }, Role.Facilitator, Given.Facilitator, fine: false)).Refused?.Code);
        await vote.Send(new LockStep { Item = "vote" }, Role.Facilitator, Given.Facilitator);
        Assert.Equal("step.still-arriving", (await Count(vote)).Refused?.Code);
        await vote.Send(new CloseSession(), Role.Facilitator, Given.Facilitator);
        Assert.Null((await Count(vote)).Refused);
    }

    [Theory]
    [InlineData(4, Withheld.TooFew)]
    [InlineData(5, null)]
    public async Task Fewer_than_the_fewest_are_never_shown(int voters, Withheld? why)
    {
        using var vote = await Cast(Choices[..voters]);
        await vote.Count();
        var counted = Assert.Single((await vote.State()).Boxes.Values.Single().Counted!.Papers);
        Assert.Equal((voters, why), (counted.Ballots, counted.Withheld));
        Assert.Equal(why is null, counted.Marks is not null);
        Assert.Equal(why is null, vote.Dots[^1] is not null);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, Withheld.TooClose)]
    [InlineData(4, Withheld.TooClose)]
    [InlineData(5, null)]
    public async Task A_second_round_is_shown_when_the_difference_tells_nobody(int more, Withheld? why)
    {
        using var vote = await Cast(Choices, people: 20);
        await vote.Count();
        await vote.NewRound();
        for (var n = 1; n <= Choices.Length + more; n++) await vote.Cast(n, "dune");
        await vote.Count();
        var state = await vote.State();
        Assert.Equal(why, Assert.Single(state.Boxes[("vote", state.Stage.Steps["vote"].Round)].Counted!.Papers).Withheld);
    }

    [Fact]
    public async Task A_ballot_taken_from_the_box_stops_the_count_and_is_found()
    {
        using var vote = await Cast(Choices);
        using (var db = new SqliteConnection($"Data Source={vote.Path};Pooling=False"))
        {
            db.Open();
            db.Execute("""UPDATE box SET ballots = replace(ballots, '"ballots":8', '"ballots":7')""");
        }
        Assert.Contains(JournalFile.Verify(vote.Path).Damage, text => text.Contains("holds 7 ballots for 8 votes", StringComparison.Ordinal));
        await vote.Send(new CloseSession(), Role.Facilitator, Given.Facilitator);
        Assert.Equal("step.box-differs", (await Count(vote)).Refused?.Code);
    }

    /// <summary>Each mark is made once on a ballot, whatever the kind: more of it than there are ballots came from nobody.</summary>
    [Fact]
    public async Task More_of_a_mark_than_there_are_ballots_stops_the_count_and_is_found()
    {
        using var vote = await Cast(Choices);
        using (var db = new SqliteConnection($"Data Source={vote.Path};Pooling=False"))
        {
            db.Open();
            var lies = db.QuerySingle<string>("SELECT ballots FROM box").TrimEnd();
            var marks = JsonNode.Parse(lies)!.AsObject();
            marks["marks"]!.AsObject()[marks["marks"]!.AsObject().First().Key] = 9;
            db.Execute("UPDATE box SET ballots = @ballots", new { ballots = marks.ToJsonString().PadRight(1024) });
        }
        Assert.NotEmpty(JournalFile.Verify(vote.Path).Damage);
        await vote.Send(new CloseSession(), Role.Facilitator, Given.Facilitator);
        Assert.Equal("step.box-differs", (await Count(vote)).Refused?.Code);
    }

    private static Task<Receipt> Count(Vote vote) => vote.Send(new CountVotes("vote"), Role.Facilitator, Given.Facilitator, fine: false);

    private static async Task<Vote> Cast(string[] choices, int people = 10, bool secret = true, Paper? paper = null)
    {
        var vote = new Vote(secret, paper);
        await vote.Open(people);
        foreach (var (at, choice) in choices.Index()) await vote.Cast(at + 1, choice);
        return vote;
    }

    private static async Task<(byte[] Cast, byte[] Counted, string All)> Held(string kind, bool swapped, bool secret)
    {
        var choices = Paper.Of(kind).Eight;
        using var vote = await Cast(swapped ? [.. choices.Reverse()] : choices, secret: secret, paper: Paper.Of(kind));
        await vote.Rest();
        var cast = vote.Copy();
        if (secret) await vote.Count();
        await vote.Rest();
        return (cast, vote.Copy(), await vote.All());
    }
}
