using Participation.LoadTests.Chaos.Network;
using Participation.LoadTests.House;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;
using Participation.LoadTests.Reader;
using Participation.Sessions;
using Participation.Views;

namespace Participation.LoadTests.Chaos.Storms;

/// <summary>A session in which every screen hangs on a bad network: phones at tables and in the plenary, a console, a projector, a scribe at each table.</summary>
internal sealed class StormRoom : IAsyncDisposable
{
    private const int AtOnce = 20;
    private readonly Venue venue;
    private readonly FaultProxy proxy;
    private readonly Doors through;
    private readonly Room room;

    private StormRoom(Venue venue, FaultProxy proxy, Doors through, Room room) => (this.venue, this.proxy, this.through, this.room) = (venue, proxy, through, room);

    public Ledger Ledger => room.Ledger;

    public FaultProxy Proxy => proxy;

    public RawHubClient Console => room.Console;

    public List<RawHubClient> Phones { get; } = [];

    /// <summary>Scribes by their table.</summary>
    public Dictionary<string, RawHubClient> Scribes { get; } = [];

    public ServerProcess? Server => venue.Server;

    private IEnumerable<RawHubClient> All => [room.Console, room.Projector, .. Phones, .. Scribes.Values];

    public int Lost => All.Sum(screen => screen.Lost);

    /// <summary>When the last screen last changed (of Stopwatch).</summary>
    public long ChangedAt => All.Max(screen => screen.ChangedAt);

    public int Refused => All.Sum(screen => screen.Refused);

    /// <summary>The people come in while the weather is good.</summary>
    /// <param name="alter">What is done to the bytes under way, to see whether it is found.</param>
    public static async Task<StormRoom> Open(Arguments arguments, int phones, int tables, Func<bool, byte[], byte[]>? alter = null)
    {
        var venue = await Venue.Open(arguments, place => WorkshopFolder.WriteSteps(place, "Storm"));
        var proxy = new FaultProxy(venue.Doors.Server) { Alter = alter };
        var through = new Doors(proxy.Address);
        var (session, code) = await venue.OpenSession("Storm", "en", tables);
        var room = new Room(through, venue.Server, venue.Host, session, code, "en", venue.Workshop, new Ledger());
        var storm = new StormRoom(venue, proxy, through, room);
        foreach (var group in Enumerable.Range(0, phones).Chunk(AtOnce))
            storm.Phones.AddRange(await Task.WhenAll(group.Select(async place =>
                new RawHubClient(through.Live(session, Role.Participant), (await venue.Doors.Join(code, "en", place % (tables + 1))).Cookie))));
        for (var table = 1; table <= tables; table++)
            storm.Scribes[$"t{table}"] = new(through.Live(session, Role.Scribe), await venue.Doors.EnterAsScribe(session, venue.Host, table));
        await room.Start();
        await Task.WhenAll(storm.Phones.Concat(storm.Scribes.Values).Select(screen => screen.Start()));
        return storm;
    }

    /// <summary>The network is good again, and every device is told so.</summary>
    public void Heal()
    {
        proxy.Calm();
        foreach (var screen in All) screen.RetryNow();
    }

    /// <summary>What people were told, for whoever judges by words.</summary>
    public Account Told() => WordCheck.Told(room);

    /// <summary>What the session's files say otherwise than people were told.</summary>
    public Task<IEnumerable<string>> Misread(Account account) => WordCheck.Exports(room, account, venue.Doors);

    public async Task<Exported> Export() => Exported.Read(await venue.Doors.Fetch($"/report/{room.Session}.json", room.Host));

    /// <summary>What any screen shows otherwise than the journal's fold does, or than people were told: phones of each table, console, projector, scribes.</summary>
    public IEnumerable<string> Differences(SessionState state, Account account) =>
    [
        .. WordCheck.Screens(room, account, Phones, Scribes.Values),
        .. ViewCheck.Differences(room, Phones, state),
        .. Scribes.SelectMany(scribe => ViewCheck.Differences(state, new Audience(Role.Scribe, scribe.Key), null, scribe.Value.Follower)),
        .. All.Where(screen => screen.Bye is not null).Select(screen => $"a screen was sent away: {screen.Bye}"),
    ];

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Phones.Concat(Scribes.Values).Select(screen => screen.DisposeAsync().AsTask()));
        await room.DisposeAsync();
        through.Dispose();
        await proxy.DisposeAsync();
        await venue.DisposeAsync();
    }
}
