using System.Diagnostics;
using System.Net;
using Participation.LoadTests.House;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;
using Participation.LoadTests.Reader;
using Participation.Sessions;

namespace Participation.LoadTests.Chaos;

/// <summary>A phone of the siege: its connection, the room it is in, and the join by which it would sit down again.</summary>
internal sealed record Besieged(RawHubClient Screen, Room Room, Guid Join, string Cookie)
{
    /// <summary>On so many statements it has cast a secret ballot.</summary>
    public int Voted { get; set; }
}

/// <summary>
/// People who go on giving whatever happens to the server, each again with the same id until a receipt came, now and then once more after it: ideas in one session, dots in another,
/// opinions in a third; in a fourth what they write waits for approval, and where it is asked for they cast secret ballots. What they meant and were told stands in the ledgers.
/// </summary>
internal sealed class Siege : IAsyncDisposable
{
    private const int Options = 8, Statements = 300, OpenStatements = 12;

    /// <summary>A page sends again for ever; whatever is done to the server here takes less than this.</summary>
    private static readonly TimeSpan Enduring = TimeSpan.FromMinutes(20);

    private static readonly TimeSpan Working = TimeSpan.FromSeconds(30);

    private static readonly string[] Opinions = ["agree", "disagree", "pass"];

    private readonly CrashServer server;
    private readonly Doors doors;
    private readonly TimeSpan healing;
    private readonly List<Room> rooms = [];
    private readonly List<Besieged> phones = [];
    private readonly Glimpses glimpses = new();
    private Task loops = Task.CompletedTask;
    private volatile bool resting = true;

    private Siege(CrashServer server, TimeSpan healing) => (this.server, this.healing, doors) = (server, healing, new Doors(server.Address));

    public CrashServer Server => server;

    public Doors Doors => doors;

    public IReadOnlyList<Room> Rooms => rooms;

    public List<Besieged> Phones => phones;

    public long Acknowledged => rooms.Sum(room => room.Ledger.Intents.LongCount(intent => intent.IsAcknowledged));

    /// <summary>How long a phone waits between two things.</summary>
    public TimeSpan Pace { get; init; } = TimeSpan.FromMilliseconds(30);

    /// <param name="moderated">A session in which a facilitator approves and hides; not where numbers of contributions change, as after a restore.</param>
    /// <param name="secret">One more, in which people vote in secret; each ballot empties the journal's log.</param>
    public static async Task<Siege> Begin(CrashServer server, Arguments arguments, int phones, bool moderated = true, bool secret = false)
    {
        WorkshopFolder.WriteIdeas(Path.Combine(server.Workshops, "ideas"), "Siege");
        WorkshopFolder.WriteDots(Path.Combine(server.Workshops, "dots"), "Siege", Options);
        WorkshopFolder.WriteOpinions(Path.Combine(server.Workshops, "opinions"), "Siege", 280, OpenStatements);
        WorkshopFolder.WriteModerated(Path.Combine(server.Workshops, "moderated"), "Siege");
        WorkshopFolder.WriteBallots(Path.Combine(server.Workshops, "ballots"), "Siege", Statements);
        var (_, setup) = await server.Start();
        var siege = new Siege(server, Healing.Of(arguments));
        var host = await siege.doors.BecomeHost(await setup);
        foreach (var workshop in (string[])["ideas", "dots", "opinions", .. moderated ? (string[])["moderated"] : [], .. secret ? (string[])["ballots"] : []])
        {
            var (session, code) = await siege.doors.Open(host, workshop, "en", "Siege");
            var room = new Room(siege.doors, null, host, session, code, "en", Path.Combine(server.Workshops, workshop), new Ledger(),
                heard: workshop == "moderated" ? (message, at) => siege.glimpses.Look("the wall", message, at) : null, patient: Enduring);
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
        var screen = new RawHubClient(doors.Live(room.Session, Role.Participant), seat.Cookie)
        {
            From = new IPAddress([127, 0, 0, (byte)(2 + (phones.Count % 10))]),
            // Back soon after every crash, so that the next one finds them at work.
            FirstPause = 100,
            MostPause = 200,
            Resending = Enduring,
            Heard = Is(room, "moderated") ? (message, at) => glimpses.Look(command, message, at) : null,
        };
        var phone = new Besieged(screen, room, command, seat.Cookie);
        phones.Add(phone);
        await screen.Start();
        return phone;
    }

    public void Press()
    {
        resting = false;
        loops = Task.WhenAll([.. phones.Select(Give), .. rooms.Where(room => Is(room, "moderated")).Select(Moderate)]);
    }

    /// <summary>Completes when as many receipts were given since as there are phones; on a machine that gives hardly any, after a while.</summary>
    public async Task AtWork()
    {
        var (wanted, since) = (Acknowledged + phones.Count, Stopwatch.GetTimestamp());
        while (Acknowledged < wanted && Stopwatch.GetElapsedTime(since) < Working) await Task.Delay(20);
    }

    /// <summary>Everybody stops; completes when each has the answer to their last word.</summary>
    public Task Rest()
    {
        resting = true;
        return loops;
    }

    /// <summary>Everything held against the journal and every screen against the model; and, by words alone, every screen and every file against what people were told. Nothing when all holds.</summary>
    public async Task<IReadOnlyList<string>> Judge()
    {
        var remarks = new List<string>();
        foreach (var room in rooms)
        {
            var session = Exported.Read(await doors.Fetch($"/report/{room.Session}.json", room.Host));
            List<RawHubClient> screens = [.. phones.Where(phone => phone.Room == room).Select(phone => phone.Screen)];
            var account = WordCheck.Told(room);
            remarks.AddRange(room.Ledger.Judge(session.Entries).Remarks);
            remarks.AddRange(await ViewCheck.Settled(() => [.. ViewCheck.Differences(room, screens, session.State), .. WordCheck.Screens(room, account, screens)], healing));
            remarks.AddRange((await WordCheck.Exports(room, account)).Select(remark => $"{Path.GetFileName(room.Workshop)}: {remark}"));
        }
        return [.. remarks, .. glimpses.Flashes((long)(healing.TotalSeconds * Stopwatch.Frequency))];
    }

    /// <summary>A run in which hardly anybody was told anything proves nothing: so many receipts each phone must have got between two blows, on average.</summary>
    public IReadOnlyList<string> TooLittle(int cycles, double least = 1) =>
        Acknowledged >= least * cycles * phones.Count ? [] : [$"proved nothing: {Acknowledged} receipts in all, and {least * cycles * phones.Count:0} are the least for {cycles} cycles with {phones.Count} phones"];

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

    public static bool Is(Room room, string workshop) => Path.GetFileName(room.Workshop) == workshop;

    private async Task Moderate(Room room)
    {
        for (var moderation = new Moderation(room, glimpses); !resting;)
        {
            await moderation.Decide();
            await Task.Delay(Pace);
        }
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
            if (Is(phone.Room, "ballots") && ++phone.Voted == Statements) return;
        }
    }

    private Sent Next(Besieged phone)
    {
        switch (Path.GetFileName(phone.Room.Workshop))
        {
            case "dots": return Cast("", Ballot());
            case "opinions": return Vote(1 + Random.Shared.Next(OpenStatements));
            case "ballots": return Vote(phone.Voted + 1);
            default:
                var text = Token.Text();
                if (Is(phone.Room, "moderated")) glimpses.Wrote(text, screen => screen.Equals(phone.Join));
                return new(Guid.CreateVersion7(), "contribution.write", new { texts = new { text } }, WorkshopFolder.Item);
        }

        static Sent Cast(string paper, params string[] choices) => Hub.Sent.Ballot(WorkshopFolder.Item, paper, choices);

        static Sent Vote(int statement) => Cast($"OP-{statement:000}", Opinions[Random.Shared.Next(3)]);
    }

    private static string[] Ballot() => [.. Enumerable.Range(1, Options).OrderBy(_ => Random.Shared.Next()).Take(Random.Shared.Next(1, 4)).Select(option => $"1 o{option}")];
}
