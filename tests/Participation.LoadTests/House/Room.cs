using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;
using Participation.Sessions;

namespace Participation.LoadTests.House;

/// <summary>A session that runs, with its console and its projector.</summary>
internal sealed class Room : IAsyncDisposable
{
    private Venue? own;

    /// <param name="workshop">The folder of the workshop that is held.</param>
    /// <param name="shown">Called with each frame of the console.</param>
    /// <param name="heard">Called with all that arrives at the projector.</param>
    /// <param name="patient">The house's screens come back at once, and what they send is sent again for as long as this.</param>
    public Room(
        Doors doors, ServerProcess? server, string host, Guid session, string code, string language, string workshop, Ledger ledger,
        RawHubClient.Seen? shown = null, RawHubClient.Seen? heard = null, TimeSpan? patient = null)
    {
        (Doors, Server, Host, Session, Code, Language, Workshop, Ledger) = (doors, server, host, session, code, language, workshop, ledger);
        Console = Screen(Role.Facilitator, shown, null);
        Projector = Screen(Role.Projector, null, heard);

        RawHubClient Screen(Role role, RawHubClient.Seen? shows, RawHubClient.Seen? hears) => patient is { } resending
            ? new(doors.Live(session, role), host) { Shown = shows, Heard = hears, FirstPause = 100, MostPause = 200, Resending = resending }
            : new(doors.Live(session, role), host) { Shown = shows, Heard = hears };
    }

    public Doors Doors { get; }

    /// <summary>Null when the server was named and is not ours to measure.</summary>
    public ServerProcess? Server { get; }

    public string Host { get; }

    public Guid Session { get; }

    public string Code { get; }

    public string Language { get; }

    /// <summary>The folder of the workshop that is held.</summary>
    public string Workshop { get; }

    /// <summary>What people mean in this session and are answered.</summary>
    public Ledger Ledger { get; }

    /// <summary>Of what its phones are told.</summary>
    public Fingerprints Prints { get; } = new();

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
    /// <exception cref="OperationCanceledException">It was not, until it was called off.</exception>
    public async Task<RawHubClient> Admit(bool follows, CancellationToken ct = default)
    {
        var seat = await Doors.Join(Code, Language, ct: ct);
        var phone = new RawHubClient(Doors.Live(Session, Role.Participant), seat.Cookie, follows);
        try
        {
            await phone.Start().WaitAsync(ct);
            return phone;
        }
        catch (OperationCanceledException)
        {
            await phone.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Console.DisposeAsync().AsTask(), Projector.DisposeAsync().AsTask());
        if (own is not null) await own.DisposeAsync();
    }
}
