using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;

namespace Participation.LoadTests.House;

/// <summary>A server where sessions are held: one of its own that ends with it, or one that was named and is not ours to measure.</summary>
internal sealed class Venue : IAsyncDisposable
{
    private readonly string slug, workshops;
    private readonly DirectoryInfo? temporary;

    private Venue(Doors doors, ServerProcess? server, string slug, string workshops, string host, DirectoryInfo? temporary) =>
        (Doors, Server, this.slug, this.workshops, Host, this.temporary) = (doors, server, slug, workshops, host, temporary);

    public Doors Doors { get; }

    /// <summary>Null when the server was named and is not ours to measure.</summary>
    public ServerProcess? Server { get; }

    /// <summary>The folder of the workshop of its sessions.</summary>
    public string Workshop => Path.Combine(workshops, slug);

    /// <summary>The cookie of whoever leads.</summary>
    public string Host { get; }

    /// <param name="arguments">
    /// --server with the setup link of a running server, and --workshops with its folder of workshops; else a server is started, with --sync on a slow disk.
    /// </param>
    /// <param name="write">Writes the workshop of its sessions into the folder that it is given.</param>
    public static async Task<Venue> Open(Arguments arguments, Action<string> write)
    {
        var slug = $"load-{Guid.NewGuid().ToString("N")[..8]}";
        var temporary = arguments["--server"] is null ? Directory.CreateTempSubdirectory("participation-workshops-") : null;
        var workshops = temporary?.FullName ?? arguments.Need("--workshops");
        write(Path.Combine(workshops, slug));
        var (server, setup) = temporary is null
            ? ((ServerProcess?)null, new Uri(arguments.Need("--server")))
            : await ServerProcess.Start(temporary.FullName, arguments["--sync"] is null ? 0 : arguments.Number("--sync"));
        var doors = new Doors(new Uri(setup, "/"));
        return new(doors, server, slug, workshops, await doors.BecomeHost(setup), temporary);
    }

    /// <summary>Opens a session, with a console and a projector in it, and starts it.</summary>
    /// <param name="tables">So many tables; 0: everyone is in the plenary.</param>
    /// <param name="shown">Called with each frame of the console.</param>
    public async Task<Room> Hold(Ledger ledger, string title, string language, int tables = 0, RawHubClient.Seen? shown = null)
    {
        var (session, code) = await OpenSession(title, language, tables);
        var room = new Room(Doors, Server, Host, session, code, language, Workshop, ledger, shown);
        await room.Start();
        return room;
    }

    public Task<(Guid Session, string Code)> OpenSession(string title, string language, int tables) => Doors.Open(Host, slug, language, title, tables);

    public async ValueTask DisposeAsync()
    {
        Doors.Dispose();
        if (Server is not null) await Server.DisposeAsync();
        temporary?.Delete(recursive: true);
    }
}
