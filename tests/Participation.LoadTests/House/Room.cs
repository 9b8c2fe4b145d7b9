using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;
using Participation.Sessions;

namespace Participation.LoadTests.House;

/// <summary>A session that runs, with its console and its projector.</summary>
internal sealed class Room : IAsyncDisposable
{
    private Venue? own;

    public Room(
        Doors doors, ServerProcess? server, string host, Guid session, string code, string language, Ledger ledger, RawHubClient.Seen? shown)
    {
        (Doors, Server, Host, Session, Code, Language, Ledger) = (doors, server, host, session, code, language, ledger);
        Console = new RawHubClient(doors.Live(session, Role.Facilitator), host) { Shown = shown };
        Projector = new RawHubClient(doors.Live(session, Role.Projector), host);
    }

    public Doors Doors { get; }

    /// <summary>Null when the server was named and is not ours to measure.</summary>
    public ServerProcess? Server { get; }

    public string Host { get; }

    public Guid Session { get; }

    public string Code { get; }

    public string Language { get; }

    /// <summary>What people mean in this session and are answered.</summary>
    public Ledger Ledger { get; }

    public RawHubClient Console { get; }

    public RawHubClient Projector { get; }

    /// <summary>A venue with one session, which ends with it.</summary>
    public static async Task<Room> Open(Arguments arguments, Ledger ledger, string title, string language, Action<string> write)
    {
        var venue = await Venue.Open(arguments, write);
        var room = await venue.Hold(ledger, title, language);
        room.own = venue;
        return room;
    }

    public async Task Start()
    {
        await Task.WhenAll(Console.Start(), Projector.Start());
        await Act("session.start");
    }

    /// <summary>The facilitator does something.</summary>
    public Task<Answer?> Act(string name, string? item = null) =>
        Ledger.Give(Console, new Sent(Guid.CreateVersion7(), name, new { }, item), measured: false);

    /// <summary>A phone that came in by the code and is connected.</summary>
    public async Task<RawHubClient> Admit(bool follows)
    {
        var seat = await Doors.Join(Code, Language);
        var phone = new RawHubClient(Doors.Live(Session, Role.Participant), seat.Cookie, follows);
        await phone.Start();
        return phone;
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Console.DisposeAsync().AsTask(), Projector.DisposeAsync().AsTask());
        if (own is not null) await own.DisposeAsync();
    }
}
