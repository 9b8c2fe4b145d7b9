namespace Participation.LoadTests.Oracle;

/// <summary>
/// How soon all screens must be the same once nothing is in the way any more. Five seconds are the goal, for a machine that does nothing else. Where a test runs beside
/// others on two shared processors, it is not the server that is slow: there <c>--slowness N</c> lets everything take N times as long, no receipt is timed, and the judge stays as
/// strict in all else.
/// </summary>
internal static class Healing
{
    private static readonly TimeSpan Goal = TimeSpan.FromSeconds(5);

    /// <summary>Whether times say something of the server; beside other work only what is counted does.</summary>
    public static bool Times(Arguments arguments) => arguments["--slowness"] is null;

    public static TimeSpan Of(Arguments arguments) => Goal * arguments.Number("--slowness", 1);
}
