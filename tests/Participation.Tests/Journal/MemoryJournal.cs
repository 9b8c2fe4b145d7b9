using Participation.Journal;

namespace Participation.Tests.Journal;

/// <summary>The journal in memory, for every test that needs no file. JournalLaws hold it to the same promises as SQLite's.</summary>
public sealed class MemoryJournal : IJournal
{
    private readonly Dictionary<Guid, List<Line>> streams = [];
    private readonly Dictionary<(Guid Stream, string Item, long Round, string Paper), Pile> boxes = [];
    private readonly Lock gate = new();
    private readonly List<IWatch> watches = [];
    private Task told = Task.CompletedTask;

    /// <summary>While set, nothing can be stored and every append fails with this code (journal.full).</summary>
    public string? Failing { get; set; }

    /// <summary>While set, appends are stored and acknowledged only when it completes, in their order: a slow disk.</summary>
    public TaskCompletionSource? Held { get; set; }

    public Task<IReadOnlyList<Entry>> Read(Guid stream, long after = 0, int most = int.MaxValue, CancellationToken ct = default) =>
        Task.FromResult<IReadOnlyList<Entry>>([.. Of(stream).Where(line => line.Number > after).Take(most).Select(line => line.ToEntry())]);

    public Task<IReadOnlyList<Line>> Lines(Guid stream, CancellationToken ct = default) => Task.FromResult(Of(stream));

    public Task<IReadOnlyList<Entry>> Firsts(CancellationToken ct = default)
    {
        lock (gate)
            return Task.FromResult<IReadOnlyList<Entry>>([.. streams.Values.Select(lines => lines[0].ToEntry()).OrderBy(first => first.At)]);
    }

    public Task<IReadOnlyDictionary<Guid, Tip>> Tips(CancellationToken ct = default)
    {
        lock (gate)
            return Task.FromResult<IReadOnlyDictionary<Guid, Tip>>(streams.ToDictionary(
                stream => stream.Key, stream => new Tip(stream.Value.Count, Convert.ToHexStringLower(stream.Value[^1].Hash()))));
    }

    public Task<IReadOnlyList<Pile>> Box(Guid stream, string item, long round)
    {
        lock (gate)
            return Task.FromResult<IReadOnlyList<Pile>>([.. boxes.Where(box => (box.Key.Stream, box.Key.Item, box.Key.Round) == (stream, item, round)).Select(box => box.Value).OrderBy(pile => pile.Paper, StringComparer.Ordinal)]);
    }

    /// <summary>Who watches already hears last from now on.</summary>
    public void Watch(IWatch watch)
    {
        lock (gate)
        {
            watches.Remove(watch);
            watches.Add(watch);
        }
    }

    public Task Append(IReadOnlyList<Entry> entries, BoxAct? box = null, IReadOnlyList<Erasure>? erasures = null, Strand? strand = null)
    {
        if (entries.Count == 0) return Task.CompletedTask;
        var lines = entries.Select(entry => Line.Of(entry, Line.Nothing)).ToList();
        lock (gate)
        {
            if (Held is null or { Task.IsCompleted: true }) return Store(entries, lines, box, erasures ?? [], strand);
            return Held.Task.ContinueWith(_ => Store(entries, lines, box, erasures ?? [], strand), TaskContinuationOptions.ExecuteSynchronously).Unwrap();
        }
    }

    public Task Import(IReadOnlyList<Line> lines)
    {
        if (lines.Count == 0) return Task.CompletedTask;
        if (Imports.Refusal(lines) is { } code) return Refused(code);
        var entries = lines.Select(line => line.ToEntry()).ToList();
        lock (gate) return streams.TryAdd(lines[0].Stream, [.. lines]) ? told = Tell(told, entries) : Refused("journal.exists");
    }

    private Task Store(IReadOnlyList<Entry> entries, IReadOnlyList<Line> lines, BoxAct? box, IReadOnlyList<Erasure> erasures, Strand? strand)
    {
        lock (gate)
        {
            if (strand?.Refusal(lines[0].Number) is { } broken) return Refused(broken);
            if (Failing is { } code) return Refused(code, lines, strand);
            var stored = streams.GetValueOrDefault(lines[0].Stream) ?? [];
            if (lines.Where((line, i) => line.Number != stored.Count + 1 + i || line.Stream != lines[0].Stream).Any()) return Refused("journal.gap", lines, strand);
            foreach (var line in lines) stored.Add(line with { Previous = stored.Count == 0 ? Line.Nothing : stored[^1].Hash() });
            foreach (var erased in erasures) stored[(int)erased.Number - 1] = stored[(int)erased.Number - 1].Without(erased);
            streams[lines[0].Stream] = stored;
            if (box is not null) Do(lines[0].Stream, box);
            return told = Tell(told, entries);
        }
    }

    /// <summary>One after the other, and never while whoever appends holds what a watch may want.</summary>
    private async Task Tell(Task before, IReadOnlyList<Entry> entries)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        IWatch[] all;
        lock (gate) all = [.. watches];
        foreach (var watch in all) watch.Committed(entries[0].Stream, entries);
    }

    private void Do(Guid stream, BoxAct act)
    {
        if (act is BallotBoxed ballot)
        {
            var place = (stream, ballot.Item, ballot.Round, ballot.Paper);
            boxes[place] = boxes.GetValueOrDefault(place, Pile.Nothing(ballot.Paper)).With(ballot);
            return;
        }
        var emptied = ((BoxesEmptied)act).Boxes;
        foreach (var place in boxes.Keys.Where(place => place.Stream == stream && emptied.Contains((place.Item, place.Round))).ToList()) boxes.Remove(place);
    }

    private IReadOnlyList<Line> Of(Guid stream)
    {
        lock (gate) return [.. streams.GetValueOrDefault(stream) ?? []];
    }

    private static Task Refused(string code, IReadOnlyList<Line> lines, Strand? strand)
    {
        strand?.Break(lines[0].Number, code);
        return Refused(code);
    }

    private static Task Refused(string code) => Task.FromException(new JournalException(code));
}
