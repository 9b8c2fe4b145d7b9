using Participation.Texts;

namespace Participation.Sessions.Joining;

/// <summary>The answers that a seat may carry: only those that the session offers.</summary>
internal static class Seating
{
    /// <summary>The code of what is wrong; null when all is well.</summary>
    public static string? Wrong(SessionOpened opened, string? type, string? zone, string? table) =>
        type is not null && opened.Types.All(option => option.Id != type) ? "join.unknown-type"
        : zone is not null && opened.Zones.All(option => option.Id != zone) ? "join.unknown-zone"
        : table is not null && opened.Tables.All(known => known.Id != table) ? "join.unknown-table"
        : null;

    public static string Language(SessionOpened opened, string? asked) =>
        asked is not null && LocalText.Languages.Contains(asked) ? asked : opened.Language;
}
