using System.Globalization;

namespace Participation.Server.Reports;

/// <summary>
/// The user as whom a server that is root starts node: a number that no account has, drawn anew by each server. Linux counts processes against a limit by user: as `nobody`,
/// whom other programs of the machine and of its containers also take, they would count as the worker's, and one day it would not start.
/// </summary>
internal static class WorkerUser
{
    public const int Nobody = 65534;

    /// <summary>Above what accounts, directories and containers are given, and below what systemd keeps for itself.</summary>
    private const int First = 2_001_000_000, Count = 146_000_000;

    /// <summary>In a user namespace in which there is no such number, nobody: there processes count by namespace.</summary>
    public static int Number { get; } = Of(Random.Shared.Next(First, First + Count), Lines("/proc/self/uid_map"), Lines("/proc/self/gid_map"));

    /// <param name="maps">Of users and groups: first inside, first outside, how many.</param>
    internal static int Of(int drawn, params string[][] maps) => maps.All(map => map.Any(line => Holds(line, drawn))) ? drawn : Nobody;

    private static bool Holds(string line, int number)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => long.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return parts is [var first, _, var count] && number >= first && number - first < count;
    }

    private static string[] Lines(string map)
    {
        try
        {
            return File.ReadAllLines(map);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
