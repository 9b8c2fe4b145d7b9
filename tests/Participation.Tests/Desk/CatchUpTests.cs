using Participation.Server.Storage;
using Participation.Sessions;
using Participation.Sessions.Joining;
using Participation.Tests.Laws;
using Participation.Tests.Storage;

namespace Participation.Tests.Desk;

/// <summary>Two desks on one file, of which one hears nothing of the other: who finds a number taken reads what came and decides again.</summary>
public sealed class CatchUpTests : IDisposable
{
    private readonly Guid stream = Guid.NewGuid();
    private readonly TemporaryFile file = new();
    private readonly SqliteJournal journal;
    private readonly Apart apart;
    private readonly Writer faster, behind;

    public CatchUpTests()
    {
        journal = new(file.Path);
        apart = new(journal);
        (faster, behind) = (new(new(journal, Guid.NewGuid), stream, 1), new(new(apart, Guid.NewGuid), stream, 2));
    }

    [Fact]
    public async Task Who_is_behind_folds_what_came_and_decides_again()
    {
        Assert.Empty(await behind.Notes());
        var first = await faster.Write("A bench", Given.Id(7));
        await faster.Write("A tree");
        Assert.Equal(new Receipt(3), await behind.Write("A lamp"));
        Assert.Equal(["A bench", "A tree", "A lamp"], await behind.Notes());
        Assert.Equal(await behind.Notes(), await faster.Notes());
        Assert.Equal(first, await new Writer(behind.Desk, stream, 1).Write("A bench", Given.Id(7)));
        Assert.Equal(4, (await faster.Write("A door")).Number);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_decided_ahead_is_decided_again_in_its_order_on_what_came(bool heard)
    {
        if (heard) apart.Listen();
        Assert.Empty(await behind.Notes());
        apart.Gate = new();
        var waiting = Enumerable.Range(1, 3).Select(n => behind.Write($"Late {n}", Given.Id(n))).ToList();
        for (var n = 1; n < Notebook.Most - 1; n++) await faster.Write($"Note {n}");
        apart.Gate.SetResult();
        var receipts = await Task.WhenAll(waiting);
        Assert.Equal([4L, 5L], receipts.Take(2).Select(receipt => receipt.Number));
        Assert.Equal("notebook.full", receipts[2].Refused?.Code);
        Assert.Equal(["Note 1", "Note 2", "Note 3", "Late 1", "Late 2"], await faster.Notes());
        for (var n = 1; n <= 3; n++) Assert.Equal(receipts[n - 1], await behind.Write($"Late {n}", Given.Id(n)));
    }

    [Fact]
    public async Task The_same_command_at_both_desks_is_recorded_once()
    {
        Assert.Empty(await behind.Notes());
        var first = await new Writer(faster.Desk, stream, 2).Write("A bench", Given.Id(7));
        Assert.Equal(first, await behind.Write("A bench", Given.Id(7)));
        Assert.Equal(["A bench"], await behind.Notes());
    }

    [Fact]
    public async Task After_three_times_it_is_sent_again_and_nothing_was_recorded()
    {
        Assert.Empty(await behind.Notes());
        var before = 0;
        apart.Before = () => faster.Cast($"{++before}");
        Assert.True((await behind.Write("A bench", Given.Id(7))).Refused is { Code: "journal.failed", Retry: true });
        Assert.Equal(4, before);
        apart.Before = () => Task.CompletedTask;
        Assert.DoesNotContain("A bench", await faster.Notes());
    }

    [Fact]
    public async Task A_ballot_and_an_erasure_are_sent_again_by_whoever_sent_them()
    {
        await faster.Write("A secret");
        Assert.Single(await behind.Notes());
        await faster.Write("A tree");
        Assert.True((await behind.Cast("yes")).Refused is { Retry: true });
        Assert.Empty(await journal.Box(stream, "notes", 0));
        Assert.Null((await behind.Cast("yes")).Refused);
        Assert.Equal(1, Assert.Single(await journal.Box(stream, "notes", 0)).Ballots);

        apart.Before = async () =>
        {
            apart.Before = () => Task.CompletedTask;
            await faster.Write("A lamp");
        };
        Assert.True((await behind.Erase(1)).Refused is { Retry: true });
        Assert.Contains("A secret", await faster.Notes());
        Assert.Null((await behind.Erase(1)).Refused);
        Assert.DoesNotContain("A secret", await behind.Notes());
        Assert.DoesNotContain("A secret", await faster.Notes());
    }

    [Fact]
    public async Task An_erasure_reads_what_it_erases_and_so_knows_what_came()
    {
        await faster.Write("A secret");
        Assert.Single(await behind.Notes());
        await faster.Write("A tree");
        Assert.Null((await behind.Erase(1)).Refused);
        Assert.Equal(["", "A tree"], await behind.Notes());
        Assert.Equal(["", "A tree"], await faster.Notes());
    }

    [Fact]
    public async Task Words_that_another_erased_are_not_decided_on_again()
    {
        await faster.Write("A secret");
        Assert.Equal(["A secret"], await behind.Notes());
        await faster.Erase(1);
        Assert.True((await behind.Write("A bench", Given.Id(7))).Refused is { Retry: true });
        Assert.Null((await behind.Write("A bench", Given.Id(7))).Refused);
        Assert.Equal(["", "A bench"], await behind.Notes());
    }

    [Fact]
    public async Task Of_two_people_who_join_at_two_desks_each_has_a_number_of_their_own()
    {
        var hall = await new Hall(journal, new Unwatched()).Opened();
        var other = new Desk<SessionState>(apart, Guid.NewGuid);
        Assert.Equal(1, (await other.Read(Hall.Session)).Number);
        var join = new JoinSession("en", null, null, null, Consent: true);
        await hall.Send(join, Role.Participant, Given.Id(1));
        Assert.Null((await Hall.Send(other, join with { From = hall.From(join, Role.Participant, Given.Id(2), null, Guid.NewGuid()) })).Refused);
        Assert.Equal([1, 2], (await hall.State()).Participants.Values.Select(who => who.Number).Order());
    }

    public void Dispose()
    {
        journal.Dispose();
        file.Dispose();
    }
}
