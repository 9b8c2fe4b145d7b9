using System.Diagnostics;
using System.Globalization;

namespace Participation.LoadTests.Chaos;

/// <summary>What a chaos program says at its end: its figures, and what did not hold.</summary>
internal sealed class Tale(string name)
{
    private readonly List<string> remarks = [];
    private readonly long since = Stopwatch.GetTimestamp();

    /// <summary>Said at once: a run that does not come to its end has said what it found.</summary>
    public void Add(IEnumerable<string> found)
    {
        foreach (var remark in found)
        {
            remarks.Add(remark);
            if (remarks.Count <= 20) Console.WriteLine($"  ! {remark}");
        }
    }

    public void Expect(bool holds, string otherwise)
    {
        if (!holds) Add([otherwise]);
    }

    /// <summary>The exit code.</summary>
    public int End(params (string What, object Value)[] figures)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"chaos {name}, {Stopwatch.GetElapsedTime(since).TotalSeconds:0} s"));
        foreach (var (what, value) in figures) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-40} {value:0.##}"));
        Console.WriteLine(remarks.Count == 0 ? "  nothing lost, nothing twice" : $"  {remarks.Count} findings");
        return remarks.Count == 0 ? 0 : 1;
    }
}
