using System.Runtime.InteropServices;
using Participation.Server.Accounts;
using Participation.Server.Pages;
using Participation.Server.Storage;
using Participation.Sessions;
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
        if (services.GetRequiredService<FreeSpace>() is { IsLittle: true, Megabytes: var left })
            terminal.WriteLine($"The disk is nearly full: {left} MB are left. Make room before the session: below 100 MB no new one is opened.");
        terminal.WriteLine($"  setup:     {addresses.Local}{services.GetRequiredService<SetupLink>().Path}");
        terminal.WriteLine("             open it once on this machine: it makes this browser the facilitator's");
        terminal.WriteLine($"  console:   {addresses.Local}/console");
        terminal.WriteLine($"  phones:    {string.Join("  ", addresses.Lan.DefaultIfEmpty(addresses.Local))}");
        if (await Ready(services) is { } session)
        {
            terminal.WriteLine($"  session:   {session.Opened.Title.In(session.Opened.Language)}, code {session.Opened.Code}");
            terminal.WriteLine($"  projector: {addresses.Local}/enter/{key.LinkKey(session.Id, Role.Projector)}");
            terminal.WriteLine(QrCodes.Terminal($"{phones}/q/{key.LinkKey(session.Id, Role.Participant)}"));
        }
        if (phones.StartsWith("http://", StringComparison.Ordinal) && addresses.Lan.Count > 0)
            terminal.WriteLine("This network sees what is sent: there is no certificate. For a public server set one up in front of it.");
        terminal.WriteLine("Stop with Ctrl+C; everything is kept.");
        await terminal.FlushAsync();
    }

    /// <summary>The newest session that can be joined.</summary>
    private static async Task<(Guid Id, SessionOpened Opened)?> Ready(IServiceProvider services)
    {
        var (directory, summaries) = (services.GetRequiredService<SessionDirectory>(), services.GetRequiredService<SessionSummaries>());
        foreach (var session in directory.All)
        {
            if (directory.First(session).Opened is { Sample: false } opened && (await summaries.Of([session]))[0].Status != SessionStatus.Closed)
                return (session, opened);
        }
        return null;
    }
}
