using System.Globalization;

namespace Participation.Tests;

/// <summary>
/// How long a test waits for what must come: long enough for a machine that does other things too, short enough that a red test costs seconds. No test
/// measures a time by it. On a machine that is slow the environment says more: PATIENCE=120 (seconds), for the journeys of the browser as well.
/// </summary>
internal static class Patience
{
    private static readonly TimeSpan? Said = double.TryParse(Environment.GetEnvironmentVariable("PATIENCE"), CultureInfo.InvariantCulture, out var seconds) && seconds > 0
        ? TimeSpan.FromSeconds(seconds) : null;

    public static TimeSpan Usual { get; } = Said ?? TimeSpan.FromSeconds(20);

    /// <summary>For what the house promises within a minute, or what starts another program.</summary>
    public static TimeSpan Long { get; } = 3 * Usual;

    /// <summary>Asks again until it holds. What is not there yet is no exception: the condition says how it is told.</summary>
    public static async Task Until(Func<bool> holds, Func<string> otherwise, TimeSpan? most = null)
    {
        for (var since = TimeProvider.System.GetTimestamp(); !holds(); await Task.Delay(20))
            if (TimeProvider.System.GetElapsedTime(since) > (most ?? Usual)) Assert.Fail(otherwise());
    }

    /// <summary>Waits for what must end.</summary>
    public static Task Patiently(this Task task) => task.WaitAsync(Usual, TestContext.Current.CancellationToken);
}
