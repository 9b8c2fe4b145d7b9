using System.Text.Json;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;
using Participation.Sessions;

namespace Participation.LoadTests.House;

/// <summary>A session that runs, with its console and its projector, on a server of its own or on one that was named.</summary>
internal sealed class Room : IAsyncDisposable
{
    private readonly DirectoryInfo? temporary;

    private Room(Doors doors, ServerProcess? server, DirectoryInfo? temporary, string host, Guid session, string code, string language, Action<JsonElement>? shown)
    {
        (Doors, Server, this.temporary, Host, Session, Code, Language) = (doors, server, temporary, host, session, code, language);
        Console = doors.Screen(session, Role.Facilitator, host, shown: shown);
        Projector = doors.Screen(session, Role.Projector, host);
    }

    public Doors Doors { get; }

    /// <summary>Null when the server was named and is not ours to measure.</summary>
    public ServerProcess? Server { get; }

    public string Host { get; }

    public Guid Session { get; }

    public string Code { get; }

    public string Language { get; }

    public RawHubClient Console { get; }

    public RawHubClient Projector { get; }

    /// <summary>Opens a session of a workshop made for it and starts it.</summary>
    /// <param name="arguments">--server with the setup link of a running server, and --workshops with its folder of workshops; else a server is started.</param>
    /// <param name="write">Writes the workshop into the folder that it is given.</param>
    public static async Task<Room> Open(
        Arguments arguments, Ledger ledger, string title, string language, Action<string> write, Action<JsonElement>? shown = null)
    {
        var slug = $"load-{Guid.NewGuid().ToString("N")[..8]}";
        var temporary = arguments["--server"] is null ? Directory.CreateTempSubdirectory("participation-workshops-") : null;
        write(Path.Combine(temporary?.FullName ?? arguments.Need("--workshops"), slug));

        var (server, setup) = temporary is null
            ? ((ServerProcess?)null, new Uri(arguments.Need("--server")))
            : await ServerProcess.Start(temporary.FullName);
        var doors = new Doors(new Uri(setup, "/"));
        var host = await doors.BecomeHost(setup);
        var (session, code) = await doors.Open(host, slug, language, title);
        var room = new Room(doors, server, temporary, host, session, code, language, shown);
        await Task.WhenAll(room.Console.Start(), room.Projector.Start());
        await ledger.Give(room.Console, new Sent(Guid.CreateVersion7(), "session.start", new { }), measured: false);
        return room;
    }

    /// <summary>A phone that came in by the code and is connected.</summary>
    public async Task<RawHubClient> Admit(bool follows, Action<JsonElement>? shown = null)
    {
        var seat = await Doors.Join(Code, Language);
        var phone = Doors.Screen(Session, Role.Participant, seat.Cookie, follows, shown);
        await phone.Start();
        return phone;
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Console.DisposeAsync().AsTask(), Projector.DisposeAsync().AsTask());
        Doors.Dispose();
        if (Server is not null) await Server.DisposeAsync();
        temporary?.Delete(recursive: true);
    }
}
