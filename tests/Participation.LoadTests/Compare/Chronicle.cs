using System.Diagnostics;
using System.Globalization;
using System.Text;
using Participation.LoadTests.Figures;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Load;

namespace Participation.LoadTests.Compare;

/// <summary>When each idea was due, acknowledged and shown (of <see cref="Stopwatch"/>; 0: not yet), from what arrives at the screens.</summary>
internal sealed class Chronicle(Work work)
{
    private const string Words = "More shade on the way to school, trees rather than sails, and benches to rest on";

    private readonly long[] due = new long[work.Ideas];
    private readonly long[] answered = new long[work.Ideas];
    private readonly long[] numbers = new long[work.Ideas];
    private readonly long[] onConsole = new long[work.Ideas];
    private readonly List<List<(long At, int Total)>> phones = [];
    private int answers, altered;

    public int Refused { get; private set; }

    public int Answers => Volatile.Read(ref answers);

    /// <summary>How late frames were that carry the moment of their tick.</summary>
    public Percentiles Ticks { get; } = new();

    /// <summary>Ticks count from here on.</summary>
    public bool Measuring { get; set; }

    public static string Text(int idea) => string.Create(CultureInfo.InvariantCulture, $"{idea:000000} {Words}");

    public void Due(int idea, long at) => due[idea] = at;

    /// <summary>What a phone hears: receipts of its own ideas, and how many there are.</summary>
    public Client.Ears Phone()
    {
        var totals = new List<(long At, int Total)>();
        phones.Add(totals);
        return (heard, message, at) =>
        {
            if (heard.Meaning == Meaning.Refusal) Refused++;
            if (heard.Meaning == Meaning.Receipt)
            {
                (answered[heard.Idea], numbers[heard.Idea]) = (at, heard.Number);
                Interlocked.Increment(ref answers);
            }
            if (heard.Meaning != Meaning.Frame) return;
            if (Glance.Patched(message, "\"/activity/total\""u8) is { } total) lock (totals) totals.Add((at, total));
            else if (Measuring && Glance.After(message, "\"ticked\":"u8) is { } ticked) Ticks.Add(ticked, at);
        };
    }

    /// <summary>What a console hears: the ideas themselves, each with its number in its text.</summary>
    public void Console(Heard heard, ReadOnlySpan<byte> message, long at)
    {
        if (heard.Meaning != Meaning.Frame) return;
        var place = 0;
        while (Glance.Text(message, Submissions.Digits, ref place) is { } idea)
            if (idea < work.Ideas && onConsole[idea] == 0)
            {
                onConsole[idea] = at;
                if (!message[place..].StartsWith(Encoding.UTF8.GetBytes($"{Text(idea)}\""))) altered++;
            }
    }

    /// <summary>Everything has arrived everywhere.</summary>
    public bool Whole => Answers == work.Ideas && Array.IndexOf(onConsole, 0) < 0 && phones.TrueForAll(Has);

    public Percentiles Acknowledging => Spread(answered);

    public Percentiles OnConsoles => Spread(onConsole);

    /// <summary>The n-th idea of the journal has reached a phone when it shows n.</summary>
    public Percentiles OnPhones()
    {
        var order = Enumerable.Range(0, work.Ideas).Where(idea => answered[idea] > 0).OrderBy(idea => numbers[idea]).ToArray();
        var times = new Percentiles();
        foreach (var totals in phones)
        {
            var shown = 0;
            foreach (var (at, total) in totals)
                for (; shown < Math.Min(total, order.Length); shown++)
                    if (work.IsMeasured(order[shown])) times.Add(due[order[shown]], at);
        }
        return times;
    }

    /// <summary>What did not arrive.</summary>
    public IEnumerable<string> Missing()
    {
        if (Answers < work.Ideas) yield return $"{work.Ideas - Answers} of {work.Ideas} ideas have no receipt ({Refused} refused)";
        if (onConsole.Count(at => at == 0) is > 0 and var unseen) yield return $"{unseen} ideas are on no console";
        if (altered > 0) yield return $"{altered} ideas are shown otherwise than they were given";
        if (phones.Count(totals => !Has(totals)) is > 0 and var behind) yield return $"{behind} phones do not know of all ideas";
    }

    private bool Has(List<(long At, int Total)> totals)
    {
        lock (totals) return totals.Count > 0 && totals[^1].Total == work.Ideas;
    }

    private Percentiles Spread(long[] at)
    {
        var times = new Percentiles();
        for (var idea = 0; idea < at.Length; idea++)
            if (at[idea] > 0 && work.IsMeasured(idea)) times.Add(due[idea], at[idea]);
        return times;
    }
}
