using System.Runtime.InteropServices;
using Participation.Server.Accounts;
using Participation.Server.Lines;
using Participation.Server.Pages;
using Participation.Server.Reports;
using Participation.Server.Storage;
using Participation.Sessions;
using Participation.Sessions.Joining;
using Participation.Views;

namespace Participation.Server;

/// <summary>What the terminal says once the server listens: where to go with which device.</summary>
internal static class Welcome
{
    public static async Task Print(IServiceProvider services, TextWriter terminal)
    {
        var (addresses, key) = (services.GetRequiredService<Addresses>(), services.GetRequiredService<ServerKey>());
        var phones = addresses.Lan is [var first, ..] ? first : addresses.Local;
        terminal.WriteLine();
        terminal.WriteLine($"Participation is ready, on {RuntimeInformation.FrameworkDescription} and SQLite {JournalFile.SqliteVersion}.");
        foreach (var old in Patches.Missing($"{Environment.Version}", JournalFile.SqliteVersion)) terminal.WriteLine(old);
        if (services.GetRequiredService<FreeSpace>() is { IsLittle: true, Megabytes: var left })
            terminal.WriteLine($"The disk is nearly full: {left} MB are left. Make room before the session: below 100 MB no new one is opened.");
        terminal.WriteLine(Room(services.GetRequiredService<Capacity>()));
        if (services.GetRequiredService<SetupLink>().Path is { } setup)
        {
            terminal.WriteLine($"  setup:     {addresses.Local}{setup}");
            terminal.WriteLine("             open it on this machine: choose a name and a password, and this browser leads");
        }
        if (services.GetRequiredService<Answerable>().Problem is { } unnamed) terminal.WriteLine(unnamed);
        terminal.WriteLine($"  console:   {addresses.Local}/console");
        terminal.WriteLine($"  phones:    {string.Join("  ", addresses.Lan.DefaultIfEmpty(addresses.Local))}");
        // The terminal of a public server is a log that others read: no code and no key of a session stands there. What somebody wrote, a title, stands in none.
        if (!addresses.IsPublic && await Ready(services) is { } session)
        {
            terminal.WriteLine($"  session:   code {session.Opened.Code}");
            terminal.WriteLine($"  projector: {addresses.Local}/enter/{key.LinkKey(session.Id, Role.Projector)}");
            terminal.WriteLine(QrCodes.Terminal($"{phones}/q/{key.LinkKey(session.Id, Role.Participant)}"));
        }
        if (phones.StartsWith("http://", StringComparison.Ordinal) && addresses.Lan.Count > 0)
        {
            terminal.WriteLine("There is no certificate: whoever is in this network can see what is sent.");
            terminal.WriteLine(services.GetRequiredService<SafeWay>().Anywhere
                ? "Facilitators sign in from other devices all the same, because SignInWithoutTls allows it."
                : "So facilitators sign in on this machine only. OPERATIONS.md, \"Which way in\", says how to set up a certificate.");
        }
        var fences = await services.GetRequiredService<Fencing>().Standing();
        if (!Fencing.HoldsAll(fences))
        {
            terminal.WriteLine($"The process that sets reports is not shut off from this machine; of its fences stand: {string.Join(", ", fences).ToLowerInvariant()}.");
            terminal.WriteLine("OPERATIONS, \"The fence of the reports\", says what that means and what helps.");
        }
        terminal.WriteLine("Stop with Ctrl+C; everything is kept.");
        await terminal.FlushAsync();
    }

    internal static string Room(Capacity room) => FormattableString.Invariant($"There is room for {room.Screens:#,0} screens and {room.Connections:#,0} connections") + (room switch
    {
        { IsLess: true } => FormattableString.Invariant($", not for the {room.Wanted:#,0} screens of the settings: this system lets the server open {room.Files:#,0} files. OPERATIONS.md, \"Under a supervisor\", says how to raise it."),
        { Files: { } files } => FormattableString.Invariant($"; {files:#,0} files may be open."),
        _ => ".",
    });

    /// <summary>The newest session that can be joined.</summary>
    private static async Task<(Guid Id, SessionOpened Opened)?> Ready(IServiceProvider services)
    {
        var (directory, summaries) = (services.GetRequiredService<SessionDirectory>(), services.GetRequiredService<SessionSummaries>());
        var (desk, clock) = (services.GetRequiredService<Desk<SessionState>>(), services.GetRequiredService<TimeProvider>());
        foreach (var session in directory.All)
        {
            if (directory.First(session).Opened is { Sample: false } opened && (await summaries.Of([session]))[0].Status != SessionStatus.Closed
                && !Entrance.IsOver(await desk.Glance(session), clock.GetUtcNow())) return (session, opened);
        }
        return null;
    }
}
