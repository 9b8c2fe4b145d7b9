using Participation.Activities.Opinions;
using Participation.Journal;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;
using Participation.Voting;

namespace Participation.Tests.LoadTests;

/// <summary>The oracle is believed only because each fault that was put into a sound story is found, and nothing is found without one.</summary>
public sealed class LedgerTests
{
    private static readonly Guid Session = Guid.CreateVersion7();
    private static readonly Guid Ada = Guid.CreateVersion7();
    private static readonly Guid Ben = Guid.CreateVersion7();

    private readonly Ledger ledger = new();
    private readonly List<Entry> journal = [];

    public LedgerTests()
    {
        Vote(Ada, "OP-001", "agree");
        Vote(Ben, "OP-001", "disagree");
        Vote(Ada, "OP-001", "pass");
        var added = new Sent(Guid.CreateVersion7(), "opinions.add", new { text = "Caf\u0065\u0301s in the park" }, "all");
        Acknowledge(Ben, added, new OpinionAdded("all", 2, "Caf\u00e9s in the park"));
    }

    [Fact]
    public void A_sound_story_has_no_findings() => Assert.Equal((0, 0), Found());

    [Fact]
    public void A_dropped_vote_is_lost()
    {
        journal.RemoveAt(1);
        Assert.Equal((1, 0), Found());
    }

    [Fact]
    public void A_vote_recorded_twice_is_duplicated()
    {
        journal.Add(journal[0] with { Number = journal.Count + 1 });
        Assert.Equal((0, 1), Found());
    }

    [Fact]
    public void An_entry_that_nobody_meant_is_one_too_many()
    {
        journal.Add(journal[0] with { Number = journal.Count + 1, Command = Guid.CreateVersion7() });
        Assert.Equal((0, 1), Found());
    }

    [Fact]
    public void A_vote_recorded_for_somebody_else_is_lost_and_one_too_many()
    {
        journal[1] = journal[1] with { By = Ada };
        Assert.Equal((1, 1), Found());
    }

    [Fact]
    public void What_was_typed_for_a_guest_is_the_guests_own()
    {
        var sent = new Sent(Guid.CreateVersion7(), "opinions.add", new { text = "Benches" }, "all", For: Ada);
        Acknowledge(Ben, sent, new OpinionAdded("all", 3, "Benches"));
        Assert.Equal((1, 0), Found());
        journal[^1] = journal[^1] with { By = Ada, Hand = Ben };
        Assert.Equal((0, 0), Found());
    }

    [Fact]
    public void An_altered_vote_is_lost()
    {
        journal[0] = journal[0] with { Event = new BallotCast("all", "OP-001", ["disagree"]) };
        Assert.Equal((1, 0), Found());
    }

    [Fact]
    public void A_vote_on_another_statement_is_lost()
    {
        journal[0] = journal[0] with { Event = new BallotCast("all", "OP-002", ["agree"]) };
        Assert.Equal((1, 0), Found());
    }

    [Fact]
    public void A_receipt_with_a_wrong_number_is_no_receipt()
    {
        ledger.Intents.First().Answer = new Answer(99, null);
        Assert.Equal((1, 0), Found());
    }

    [Fact]
    public void A_command_without_an_answer_is_lost_even_when_it_was_recorded()
    {
        ledger.Intents.First().Answer = null;
        Assert.Equal((1, 0), Found());
    }

    [Fact]
    public void A_refused_command_is_lost()
    {
        ledger.Intend(Ada, Sent.Ballot("all", "OP-009", "agree")).Answer =
            new Answer(0, new Refused("ballot.unknown", false));
        Assert.Equal((1, 0), Found());
    }

    [Fact]
    public void A_receipt_below_one_that_was_given_before_is_out_of_order()
    {
        var late = new Sent(Guid.CreateVersion7(), "opinions.add", new { text = "Late" }, "all");
        Acknowledge(Ada, late, new OpinionAdded("all", 3, "Late"));
        var intent = ledger.Intents.Last();
        Assert.Equal((0, 0), Found());
        intent.After = intent.Answer!.Number;
        Assert.Equal((1, 0), Found());
        ledger.BeginEpoch();
        Assert.Equal((0, 0), Found());
    }

    private (int Lost, int Duplicated) Found()
    {
        var findings = ledger.Judge(journal);
        Assert.Equal(findings.Lost + findings.Duplicated > 0, findings.Remarks.Count > 0);
        return (findings.Lost, findings.Duplicated);
    }

    private void Vote(Guid by, string statement, string vote) => Acknowledge(by,
        Sent.Ballot("all", statement, vote), new BallotCast("all", statement, [vote]));

    private void Acknowledge(Guid by, Sent sent, Event happened)
    {
        var number = journal.Count + 1;
        journal.Add(new Entry(Session, number, DateTimeOffset.UnixEpoch, by, null, sent.Command, Guid.Empty, Guid.NewGuid(), happened));
        ledger.Intend(by, sent).Answer = new Answer(number, null);
    }
}
