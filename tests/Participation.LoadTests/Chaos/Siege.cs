using System.Net;
using Participation.LoadTests.House;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;
using Participation.Sessions;

namespace Participation.LoadTests.Chaos;

/// <summary>A phone of the siege: its connection, the room it is in, and the join by which it would sit down again.</summary>
internal sealed record Besieged(RawHubClient Screen, Room Room, Guid Join)
{
    /// <summary>On so many statements it has cast a secret ballot.</summary>
    public int Voted { get; set; }
}

/// <summary>
/// People who go on giving whatever happens to the server: ideas in one session, dots in another, where it is asked for secret ballots in a third, each
/// again with the same id until a receipt came, now and then once more after it. What they meant and were told stands in the ledgers.
/// </summary>
internal sealed class Siege : IAsyncDisposable
{
    private const int Options = 8;
    private const int Statements = 300;

    /// <summary>A page sends again for ever; whatever is done to the server here takes less than this.</summary>
    private static readonly TimeSpan Enduring = TimeSpan.FromMinutes(20);

    private static readonly string[] Opinions = ["agree", "disagree", "pass"];

    private readonly CrashServer server;
    private readonly Doors doors;
    private readonly List<Room> rooms = [];
    private readonly List<Besieged> phones = [];
    private Task loops = Task.CompletedTask;
    private volatile bool resting = true;
    private int given;

    private Siege(CrashServer server) => (this.server, doors) = (server, new Doors(server.Address));

    public CrashServer Server => server;

    public IReadOnlyList<Room> Rooms => rooms;

    public List<Besieged> Phones => phones;

    public long Acknowledged => rooms.Sum(room => room.Ledger.Intents.LongCount(intent => intent.IsAcknowledged));

    /// <summary>How long a phone waits between two things.</summary>
    public TimeSpan Pace { get; init; } = TimeSpan.FromMilliseconds(30);

    /// <param name="secret">A third session, in which people vote in secret; each ballot empties the journal's log.</param>
    public static async Task<Siege> Begin(CrashServer server, int phones, bool secret = false)
    {
        WorkshopFolder.WriteIdeas(Path.Combine(server.Workshops, "ideas"), "Siege");
        WorkshopFolder.WriteDots(Path.Combine(server.Workshops, "dots"), "Siege", Options);
        WorkshopFolder.WriteBallots(Path.Combine(server.Workshops, "ballots"), "Siege", Statements);
        var (_, setup) = await server.Start();
        var siege = new Siege(server);
        var host = await siege.doors.BecomeHost(await setup);
        foreach (var workshop in (string[])(secret ? ["ideas", "dots", "ballots"] : ["ideas", "dots"]))
        {
            var (session, code) = await siege.doors.Open(host, workshop, "en", "Siege");
            var room = new Room(siege.doors, null, host, session, code, "en", new Ledger(), null);
            siege.rooms.Add(room);
            await room.Start();
        }
        for (var place = 0; place < phones; place++) await siege.Admit(siege.rooms[place % siege.rooms.Count]);
        return siege;
    }

    /// <summary>One more phone comes in, or one that was here before sits down again by the same join.</summary>
    public async Task<Besieged> Admit(Room room, Guid? join = null)
    {
        var command = join ?? Guid.CreateVersion7();
        var seat = await doors.Join(room.Code, room.Language, command: command);
        var screen = new RawHubClient(doors.Live(room.Session, Role.Participant), seat.Cookie, follows: phones.Count < 6)
        {
            From = new IPAddress([127, 0, 0, (byte)(2 + (phones.Count % 10))]),
            // Back soon after every crash, so that the next one finds them at work.
            FirstPause = 100,
            MostPause = 200,
            Resending = Enduring,
        };
        var phone = new Besieged(screen, room, command);
        phones.Add(phone);
        await screen.Start();
        return phone;
    }

    public void Press()
    {
        resting = false;
        loops = Task.WhenAll(phones.Select(Give));
    }

    /// <summary>Everybody stops; completes when each has the answer to their last word.</summary>
    public Task Rest()
    {
        resting = true;
        return loops;
    }

    /// <summary>Everything held against the journal, and every screen against the model; nothing when all holds.</summary>
    public async Task<IReadOnlyList<string>> Judge()
    {
        var remarks = new List<string>();
        foreach (var room in rooms)
        {
            var session = Exported.Read(await doors.Fetch($"/report/{room.Session}.json", room.Host));
            remarks.AddRange(room.Ledger.Judge(session.Entries).Remarks);
            remarks.AddRange(await ViewCheck.Settled(() =>
                ViewCheck.Differences(room, phones.Where(phone => phone.Room == room).Select(phone => phone.Screen), session.State)));
        }
        return remarks;
    }

    public Task<byte[]> Fetch(Room room, string kind) => doors.Fetch($"/report/{room.Session}.{kind}", room.Host);

    public async ValueTask DisposeAsync()
    {
        resting = true;
        await Task.WhenAll(phones.Select(phone => phone.Screen.DisposeAsync().AsTask()));
        foreach (var room in rooms) await room.DisposeAsync();
        await loops.ContinueWith(_ => { }, TaskScheduler.Default);
        doors.Dispose();
        await server.DisposeAsync();
    }

    private async Task Give(Besieged phone)
    {
        await Task.Delay(Random.Shared.Next((int)Pace.TotalMilliseconds + 1));
        while (!resting && phone.Screen.Bye is null)
        {
            var sent = Next(phone);
            await phone.Room.Ledger.Give(phone.Screen, sent);
            if (Random.Shared.Next(20) == 0) await phone.Screen.Send(sent);
            await Task.Delay(Pace);
            // Who has voted on everything is done.
            if (sent.Name == "opinions.vote" && ++phone.Voted == Statements) return;
        }
    }

    private Sent Next(Besieged phone) => rooms.IndexOf(phone.Room) switch
    {
        0 => new(Guid.CreateVersion7(), "ideas.give", new { text = $"Idea {Interlocked.Increment(ref given)}: more shade on the way to school" }, WorkshopFolder.Item),
        1 => new(Guid.CreateVersion7(), "dot-vote.cast", new { dots = Ballot() }, WorkshopFolder.Item),
        _ => new(Guid.CreateVersion7(), "opinions.vote", new { statement = $"OP-{phone.Voted + 1:000}", vote = Opinions[Random.Shared.Next(3)] }, WorkshopFolder.Item),
    };

    private static Dictionary<string, int> Ballot() => Enumerable.Range(1, Options).OrderBy(_ => Random.Shared.Next()).Take(Random.Shared.Next(1, 4))
        .ToDictionary(option => $"o{option}", _ => 1);
}
