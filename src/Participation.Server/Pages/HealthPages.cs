using System.Runtime.InteropServices;
using Participation.Server.Accounts;
using Participation.Server.Lines;
using Participation.Server.Reports;
using Participation.Server.Storage;

namespace Participation.Server.Pages;

/// <summary>How the server is: for whoever runs it what it is made of and how its data file stands, for everybody else that it is there.</summary>
internal static class HealthPages
{
    /// <param name="Check">After a stop that was none: <c>running</c>, <c>holds</c> or <c>broken</c>; otherwise <c>none</c>.</param>
    /// <param name="Keys">Whether people can be seated and signed in: <c>holds</c>; <c>spoiled</c>, when the next start would lack keys; or <c>broken</c>.</param>
    /// <param name="Outdated">What of it has known holes, a sentence each.</param>
    /// <param name="Fences">What keeps the process that sets reports apart; each was tried from within.</param>
    public sealed record Health(
        string Runtime, string Sqlite, IReadOnlyList<string> Outdated, long FreeMegabytes, bool LittleSpace, DateTimeOffset? LastBackup, string Check, string Keys,
        IReadOnlyList<Fence> Fences, Room Room);

    /// <summary>How full it is, and how full it may become.</summary>
    /// <param name="Ended">Connections that went since the start, to make room.</param>
    public sealed record Room(int Screens, int Connections, long? OpenFiles, int Open, int Seatless, int Ended);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => "ok");
        routes.MapGet("/api/health", async (HttpContext http, Visitor visitor, FreeSpace space, Backups backups, SqliteJournal journal, FullCheck check, KeyCheck keys, Fencing fencing, LineBook lines) =>
            visitor.Who(http) is not { Role: AccountRole.Administrator }
                ? Errors.Refuse(StatusCodes.Status404NotFound, "session.unknown")
                : Errors.Ok(new Health(RuntimeInformation.FrameworkDescription, JournalFile.SqliteVersion, Patches.Missing($"{Environment.Version}", JournalFile.SqliteVersion), space.Megabytes, space.IsLittle, backups.Last,
                    !journal.BrokeOff ? "none" : check.Found is not { } found ? "running" : found.Holds ? "holds" : "broken", keys.State, await fencing.Standing(),
                    new(lines.Capacity.Screens, lines.Capacity.Connections, lines.Capacity.Files, lines.Open, lines.Seatless, lines.Ended))));
    }
}
