using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Participation.LoadTests.Load;

/// <summary>The ideas of a run: each carries its number in its text, so that whoever is shown it knows when it was due.</summary>
/// <param name="rate">How many a second.</param>
/// <param name="warmUp">So many of the first are sent and not measured.</param>
internal sealed class Submissions(int count, double rate, int warmUp)
{
    private const string Words = "More shade on the way to school, trees rather than sails, and benches to rest on";
    private readonly long[] due = new long[count];

    public int Count => count;

    /// <summary>How late this program itself was in sending: when that is much, the machine was busy and the other times say little.</summary>
    public Percentiles Sending { get; } = new();

    public static string Text(int number) => $"{number:000000} {Words}";

    public long Due(int number) => due[number];

    public bool IsMeasured(int number) => number >= warmUp;

    /// <summary>Calls back when each is due, however long those before take (an open loop), and at the end of the warm-up.</summary>
    public async Task Run(Action<int> submit, Action warm)
    {
        var (started, next) = (Stopwatch.GetTimestamp(), 0);
        while (next < count)
        {
            for (; next < count && At(started, next) <= Stopwatch.GetTimestamp(); next++)
            {
                if (next == warmUp) warm();
                due[next] = At(started, next);
                if (IsMeasured(next)) Sending.Add(due[next]);
                submit(next);
            }
            await Task.Delay(1);
        }
    }

    /// <summary>The numbers of the ideas that a frame brings, alone or in a list.</summary>
    public static IEnumerable<int> In(JsonElement frame) => frame.GetProperty("patch").EnumerateArray()
        .Where(step => step.TryGetProperty("value", out _)).SelectMany(step => Texts(step.GetProperty("value")));

    private static IEnumerable<int> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object when value.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
            && text.GetString() is { Length: > 6 } idea && int.TryParse(idea.AsSpan(0, 6), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => [number],
        _ => [],
    };

    private long At(long started, int number) => started + (long)(number / rate * Stopwatch.Frequency);
}
