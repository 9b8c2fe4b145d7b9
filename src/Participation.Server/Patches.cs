namespace Participation.Server;

/// <summary>What this server runs on, beside the oldest versions without a known hole that concerns it: SECURITY.md, "Keep patched".</summary>
internal static class Patches
{
    private static readonly Version Dotnet = new(10, 0, 10), Sqlite = new(3, 50, 2);

    /// <summary>A sentence for each that is too old, or whose version says nothing.</summary>
    public static IReadOnlyList<string> Missing(string dotnet, string sqlite) => [.. Older(".NET", dotnet, Dotnet), .. Older("SQLite", sqlite, Sqlite)];

    private static IEnumerable<string> Older(string name, string has, Version least)
    {
        // "10.0.10-servicing.1" is what comes before the dash.
        if (!Version.TryParse(has.Split('-')[0], out var version) || version < least)
            yield return $"{name} {has} has known holes: update to {least} or newer (.github/SECURITY.md, \"Keep patched\").";
    }
}
