using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Participation.LoadTests.Chaos;

/// <summary>What a chaos program says at its end: its figures, and what did not hold.</summary>
internal sealed partial class Tale(string name)
{
    private readonly List<string> remarks = [];
    private readonly Dictionary<string, int> kinds = [];
    private readonly long since = Stopwatch.GetTimestamp();

    /// <summary>Said at once: a run that does not come to its end has said what it found.</summary>
    public void Add(IEnumerable<string> found)
    {
        foreach (var remark in found)
        {
            remarks.Add(remark);
            // Many of one kind must not hide the one of another.
            var kind = Digits().Replace(remark, "#");
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            if (kinds[kind] <= 5 && kinds.Count <= 40) Console.WriteLine($"  ! {remark}");
        }
    }

    /// <returns>Whether it holds: where it does not, some of what follows would wait for ever.</returns>
    public bool Expect(bool holds, string otherwise)
    {
        if (!holds) Add([otherwise]);
        return holds;
    }

    /// <summary>The exit code.</summary>
    public int End(params (string What, object Value)[] figures)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"chaos {name}, {Stopwatch.GetElapsedTime(since).TotalSeconds:0} s"));
        foreach (var (what, value) in figures) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-40} {value:0.##}"));
        Console.WriteLine(remarks.Count == 0 ? "  nothing lost, nothing twice" : $"  {remarks.Count} findings");
        foreach (var (kind, times) in kinds.Where(each => each.Value > 5)) Console.WriteLine($"  {times} times: {kind}");
        return remarks.Count == 0 ? 0 : 1;
    }

    [GeneratedRegex("[0-9a-f-]{8,}|[0-9]+([.][0-9]+)?")]
    private static partial Regex Digits();
}
