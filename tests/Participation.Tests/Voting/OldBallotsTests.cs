using System.Text.Json;
using System.Text.Json.Nodes;
using Participation.Activities.DotVote;
using Participation.Activities.Opinions;
using Participation.Journal;
using Participation.Sessions;
using Participation.Tests.Golden;
using Participation.Tests.Journal;
using Participation.Tests.Laws;
using Participation.Voting;

namespace Participation.Tests.Voting;

/// <summary>
/// Ballots that were journaled, or lay on a phone, before all kinds had the same: they go on meaning what they meant. Nothing is refused, doubled or lost, and none
/// is taken for another under the same id.
/// </summary>
public sealed class OldBallotsTests
{
    /// <summary>Journals of released versions in which people voted under the old names.</summary>
    public static TheoryData<string> Journals => [.. GoldenFiles.Names.Where(name => Entries(name).Any(entry => Asked(entry) is not null))];

    /// <summary>Those of them from which nothing was erased: a part of any other is no journal.</summary>
    public static TheoryData<string> Whole => [.. Journals.Select(row => row.Data).Where(name => !Entries(name).Any(entry => entry.Event is WordsErased))];

    [Theory, MemberData(nameof(Journals))]
    public void An_old_ballot_folds_to_what_the_same_ballot_does_today(string name)
    {
        var (old, today) = (Entries(name), Entries(name).Select(Today).ToList());
        Assert.Contains(today, entry => entry.Event is BallotCast);
        Assert.True(JsonNode.DeepEquals(Dump.Of(SessionState.Fold(old)), Dump.Of(SessionState.Fold(today))));
    }

    /// <summary>A phone that was away sends what it gave, under the id that it had.</summary>
    [Theory, MemberData(nameof(Journals))]
    public async Task What_was_received_under_an_old_name_and_comes_again_gets_its_old_receipt(string name)
    {
        var (desk, journal) = await From(name, _ => true);
        var before = (await desk.Read(Stream(name))).Number;
        foreach (var entry in Entries(name).Where(entry => Asked(entry) is not null))
        {
            var again = await Task.WhenAll(Sent(entry).Select(command => Send(desk, entry, command)));
            Assert.Contains(again, receipt => receipt is { Refused: null } && receipt.Number == entry.Number);
            var (paper, choices) = (((IBallot)entry.Event).Paper, ((IBallot)entry.Event).Choices);
            // The same ballot under its new name is another command: a phone gives it another id.
            if (entry.Salt is not null) Assert.Equal("command.reused", (await Send(desk, entry, new CastBallot(paper, choices))).Refused?.Code);
        }
        Assert.Equal(before, (await journal.Read(Stream(name)))[^1].Number);
    }

    /// <summary>A backup was restored that lacks them: they are recorded once, under today's name, and everything is as it was.</summary>
    [Theory, MemberData(nameof(Whole))]
    public async Task What_a_restored_server_lacks_is_recorded_once_and_means_the_same(string name)
    {
        var all = Entries(name);
        var first = all.ToList().FindIndex(entry => Asked(entry) is not null);
        var lost = all.Skip(first).TakeWhile(entry => Asked(entry) is not null).ToList();
        var (desk, journal) = await From(name, line => line.Number < lost[0].Number);
        for (var times = 0; times < 2; times++)
            foreach (var entry in lost) Assert.Equal((null, entry.Number), ((await Send(desk, entry, Asked(entry)!)) is var receipt ? receipt.Refused?.Code : "", receipt.Number));
        var recorded = (await journal.Read(Stream(name))).Skip(first).ToList();
        Assert.Equal(lost.Select(entry => EventNames.Write(Today(entry).Event)), recorded.Select(entry => EventNames.Write(entry.Event)));
        Assert.True(JsonNode.DeepEquals(Dump.Of(SessionState.Fold(all.Take(first + lost.Count))), Dump.Of(await desk.Read(Stream(name)))));
    }

    [Fact]
    public void An_empty_ballot_takes_back_in_an_open_vote_and_abstains_in_a_secret_one()
    {
        foreach (var secret in new[] { false, true })
        {
            var room = new Given(Given.Item("vote", "dot-vote", new { question = Given.Text("Which?"), secret, fewest = 3, options = new[] { new { id = "a", label = Given.Text("A") } } }));
            var who = room.Seat();
            if (!secret) Assert.Null(room.Do<CastDots, Nothing>("vote", who, new(new Dictionary<string, int> { ["a"] = 1 }), CastDotsHandler.Decide));
            Assert.Null(room.Do<CastDots, Nothing>("vote", who, new(new Dictionary<string, int>()), CastDotsHandler.Decide));
            Assert.Equal(secret ? 1 : 0, room.View<DotVoteView>("vote", Role.Facilitator).Voters);
        }
    }

    [Fact]
    public void An_old_vote_on_a_statement_that_there_is_not_is_nobodys()
    {
        var room = new Given(Given.Item("views", "opinions", new { question = Given.Text("Agree?"), statements = new[] { Given.Text("Trees") } }, "OP"));
        room.Happens(room.Seat(), new OpinionVoted("views", "OP-009", Opinion.Agree));
        Assert.Equal(0, room.View<OpinionsView>("views", Role.Facilitator).Voters);
    }

    private static IReadOnlyList<Entry> Entries(string name) => [.. GoldenFiles.Lines(name).Select(line => line.ToEntry())];

    private static Guid Stream(string name) => GoldenFiles.Lines(name)[0].Stream;

    /// <summary>The command that this entry came from, as the phone of then has it; null: it is no old ballot.</summary>
    private static ActivityCommand? Asked(Entry entry) => entry.Event switch
    {
        DotsCast e => new CastDots(e.Dots) { Item = e.Item },
        OpinionVoted e => new VoteOpinion(e.Statement, e.Vote) { Item = e.Item },
        _ => null,
    };

    /// <summary>The same as it may have been sent: a journal has the dots in the order of the options, a phone in that of the taps.</summary>
    private static IEnumerable<ActivityCommand> Sent(Entry entry) => entry.Event is not DotsCast e ? [Asked(entry)!]
        : Orders([.. e.Dots]).Select(dots => new CastDots(dots.ToDictionary()) { Item = e.Item });

    private static IEnumerable<IEnumerable<KeyValuePair<string, int>>> Orders(List<KeyValuePair<string, int>> dots) => dots.Count == 0 ? [[]]
        : dots.SelectMany(first => Orders([.. dots.Where(other => other.Key != first.Key)]).Select(rest => rest.Prepend(first)));

    private static Entry Today(Entry entry) => Asked(entry) is IBallot and ActivityCommand asked ? entry with { Event = new BallotCast(asked.Item, ((IBallot)asked).Paper, ((IBallot)asked).Choices) } : entry;

    private static async Task<(Desk<SessionState> Desk, MemoryJournal Journal)> From(string name, Func<Line, bool> kept)
    {
        var journal = new MemoryJournal();
        await journal.Import([.. GoldenFiles.Lines(name).TakeWhile(kept)]);
        return (new(journal, Guid.NewGuid), journal);
    }

    private static Task<Receipt> Send(Desk<SessionState> desk, Entry entry, ActivityCommand command)
    {
        var item = ((ActivityEvent)entry.Event).Item;
        var body = JsonSerializer.SerializeToUtf8Bytes(command, command.GetType(), Participation.Journal.Json.Options);
        return Hall.Send(desk, command with { Item = item, From = new(entry.Stream, entry.By, entry.Hand, entry.Hand is null ? Role.Participant : Role.Facilitator, entry.Command, entry.At, body) });
    }
}
