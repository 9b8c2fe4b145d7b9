using Participation.LoadTests.House;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;
using Participation.LoadTests.Polis;

namespace Participation.LoadTests.Replay;

/// <summary>
/// A conversation that happens again. Statements are added by their authors; who never voted has no phone here and gets a guest's seat, for
/// which the facilitator types. All are added in one order, so that the n-th is number n. What was rejected in moderation is added too,
/// because people had voted on it, and hidden at the end: a hidden statement takes no votes any more, and keeps those it has.
/// </summary>
internal sealed class Conversation(Room room, PolisFolder folder, Ledger ledger) : IAsyncDisposable
{
    private const int MostInFlight = 64;

    /// <summary>In larger crowds one phone in ten follows its view; the others follow the numbers, or this process would use more of the machine than the server.</summary>
    private const int SmallCrowd = 50;

    private readonly SemaphoreSlim inFlight = new(MostInFlight);
    private readonly Dictionary<string, string> ids = [];
    private readonly Dictionary<string, Voter> voters = [];
    private readonly Dictionary<string, Guid> guests = [];

    /// <summary>The id in the session of each statement.</summary>
    public IReadOnlyDictionary<string, string> Ids => ids;

    public IReadOnlyList<RawHubClient> Phones => [.. voters.Values.Select(voter => voter.Phone)];

    /// <summary>Everyone who must have a seat, and nobody else.</summary>
    public IEnumerable<Guid> Seats => [.. Phones.Select(phone => phone.Follower.You), .. guests.Values];

    /// <summary>Everyone comes in, by the door and with a connection of their own.</summary>
    public async Task Gather()
    {
        var (names, small) = (folder.Voters.ToList(), folder.Voters.Count() <= SmallCrowd);
        foreach (var group in names.Index().Chunk(MostInFlight))
        {
            var phones = await Task.WhenAll(group.Select(voter => room.Admit(follows: small || voter.Index % 10 == 0)));
            foreach (var (voter, phone) in group.Zip(phones)) voters[voter.Item] = new Voter(phone, Send);
        }
        foreach (var author in folder.Statements.Select(statement => statement.Author).Distinct().Where(author => !voters.ContainsKey(author)))
            await room.Console.Send(new Sent(Guid.CreateVersion7(), "session.seat-guest", new { guest = guests[author] = Guid.NewGuid() }));
    }

    public async Task Run(double? speed)
    {
        var pace = new Pace(folder.Votes[0].At, speed);
        var statements = new Queue<Statement>(folder.Statements);
        foreach (var vote in folder.Votes)
        {
            while (statements.TryPeek(out var next) && next.At <= vote.At)
            {
                await pace.Until(next.At);
                await Add(statements.Dequeue());
            }
            await pace.Until(vote.At);
            voters[vote.Voter].Will(Command(Sent.Casts, new { paper = ids[vote.Statement], choices = new[] { vote.Value } }));
        }
        foreach (var late in statements) await Add(late);
        await Task.WhenAll(voters.Values.Select(voter => voter.Done()));
        foreach (var rejected in folder.Statements.Where(statement => statement.Moderated < 0))
            await ledger.Give(room.Console, new Sent(Guid.CreateVersion7(), "contribution.mark", new { contribution = ids[rejected.Id], mark = "hide" }));
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Phones.Select(phone => phone.DisposeAsync().AsTask()));
        inFlight.Dispose();
    }

    private async Task Add(Statement statement)
    {
        var added = Command("opinions.add", new { text = statement.Text });
        if (voters.TryGetValue(statement.Author, out var author)) await ledger.Give(author.Phone, added);
        else await ledger.Give(room.Console, added with { For = guests[statement.Author] });
        ids[statement.Id] = $"OP-{ids.Count + 1:000}";
    }

    private async Task Send(RawHubClient phone, Sent vote)
    {
        await inFlight.WaitAsync();
        try
        {
            await ledger.Give(phone, vote);
        }
        finally
        {
            inFlight.Release();
        }
    }

    private static Sent Command(string name, object data) => new(Guid.CreateVersion7(), name, data, WorkshopFolder.Item);
}
