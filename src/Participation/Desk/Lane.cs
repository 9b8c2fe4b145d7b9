using System.Collections.Concurrent;
using Participation.Journal;

namespace Participation.Desk;

/// <summary>One stream on the desk: how it stands on disk, how it will stand when all that was handed over is on disk, and every receipt given.</summary>
internal sealed class Lane<TState>(Guid stream) where TState : class, IFold<TState>
{
    /// <summary>What was handed over and may not be on disk yet, in order; while a reading of the journal is followed, all that came since it began.</summary>
    private readonly Queue<(IReadOnlyList<Entry> Entries, Handed<TState>? Own)> recent = [];
    private readonly ConcurrentQueue<IReadOnlyList<Entry>> told = [];
    private readonly List<Entry> missed = [];
    private readonly HashSet<Guid> wordless = [];
    private List<Eraser<TState>.Asked> erasures = [];
    private Task? loading;
    private bool asked, followed, erasing;

    public Guid Stream => stream;

    public TState Committed { get; private set; } = TState.None;

    public TState Ahead { get; private set; } = TState.None;

    public Receipts Receipts { get; private set; } = new();

    /// <summary>False while it has to be read from the journal first, or again.</summary>
    public bool Ready { get; private set; }

    /// <summary>It is on the desk no more: whoever still holds it must ask the desk for the stream again before deciding anything.</summary>
    public bool Left { get; private set; }

    /// <summary>To which what is decided now belongs. With each break, and each time another was faster, a new one begins.</summary>
    public Strand Strand { get; private set; } = new();

    /// <summary>Reads the journal once, and again after a failed commit.</summary>
    public Task Load(IJournal journal)
    {
        lock (this)
        {
            asked = true;
            if (loading is { IsFaulted: false }) return loading;
            missed.Clear();
            return loading = Fold(journal, Strand);
        }
    }

    public void Decided(Handed<TState> one)
    {
        Ahead = one.After;
        recent.Enqueue((one.Entries, one));
        Note(one.Entries);
    }

    /// <summary>The journal holds these. Its thread waits for nobody: whoever holds the lane now, or next, hears it.</summary>
    public void Tell(IReadOnlyList<Entry> entries)
    {
        told.Enqueue(entries);
        if (!Monitor.TryEnter(this)) return;
        try
        {
            Listen();
        }
        finally
        {
            Monitor.Exit(this);
        }
    }

    /// <summary>Takes up what the journal told. The lane is held by whoever calls.</summary>
    public void Listen()
    {
        while (told.TryDequeue(out var entries))
        {
            if (Ready) Hear(entries);
            // What is told while the journal is read may be in the reading or not; before a reading everything is in it.
            else if (loading is not null) missed.AddRange(entries);
        }
    }

    /// <summary>
    /// Another was faster: what came is folded, and what was decided ahead is decided again on it, in its order, once for all that lay on one strand.
    /// </summary>
    /// <param name="again">Decides again; called while the lane is held.</param>
    /// <returns>What became of one of them.</returns>
    public Task<Receipt> CatchUp(IJournal journal, Handed<TState> one, Action<IReadOnlyList<Handed<TState>>> again)
    {
        lock (this)
        {
            Listen();
            if (one.Strand != Strand) return one.Again ?? Task.FromResult(Receipt.Later());
            var back = recent.Select(each => each.Own).OfType<Handed<TState>>().Where(own => Strand.Refusal(own.Entries[0].Number) is not null).ToList();
            Begin();
            foreach (var each in back)
            {
                each.TakeBack();
                Receipts.TakeBack(each.Command.From);
            }
            loading = Follow(journal, Strand, back, again);
            return one.Again ?? Task.FromResult(Receipt.Later());
        }
    }

    /// <summary>An erasure waits for its turn; true when nobody takes turns yet.</summary>
    public bool Ask(Eraser<TState>.Asked one)
    {
        erasures.Add(one);
        return !erasing && (erasing = true);
    }

    /// <summary>The erasures that wait; none: the turns are over.</summary>
    public IReadOnlyList<Eraser<TState>.Asked> NextErasures()
    {
        lock (this)
        {
            var next = erasures;
            (erasures, erasing) = ([], next.Count > 0);
            return next;
        }
    }

    /// <summary>From here on what comes is kept: a reading of the journal that begins now can be brought up to it. Null when the lane has to be loaded first.</summary>
    public Strand? Keep()
    {
        lock (this)
        {
            Listen();
            if (!Ready) return null;
            followed = true;
            return Strand;
        }
    }

    public void KeepNoMore()
    {
        lock (this)
        {
            followed = false;
            Trim();
        }
    }

    /// <summary>
    /// The desk goes on from a state without the words of some entries, which was folded from a reading that is followed; null: nothing was to go. What is committed shows words until the
    /// entry is that tells of it. False when the reading does not lead here.
    /// </summary>
    public bool Renew(TState? without, Strand strand)
    {
        Listen();
        if (strand != Strand || !Ready) return false;
        if (without is null) return true;
        // Another wrote what the reading has and nobody told: it is folded before the next try.
        if (without.Number > Ahead.Number) Break(strand);
        var since = recent.SelectMany(one => one.Entries).Where(entry => entry.Number > without.Number).ToList();
        // Where another wrote what was decided here as well, two have one number: the journal will say which stands.
        if (without.Number + since.Count != Ahead.Number || since.Where((entry, i) => entry.Number != without.Number + 1 + i).Any()) return false;
        Ahead = without.Evolve(since);
        return true;
    }

    /// <summary>Everything of this person up to a number is erased.</summary>
    public void NoWords(Guid who, long upTo)
    {
        if (!recent.SelectMany(one => one.Entries).Any(entry => entry.By == who && entry.Number > upTo && Gives(entry))) wordless.Add(who);
    }

    /// <summary>True when a person gave nothing since everything of theirs was erased.</summary>
    public bool IsWordless(Guid who) => wordless.Contains(who);

    /// <summary>True, once, when nobody has asked since the last call and nothing is on its way to the disk.</summary>
    public bool Leave()
    {
        Listen();
        (var wasAsked, asked) = (asked, false);
        return Left = !wasAsked && !erasing && loading is { IsCompleted: true } && Ahead.Number == Committed.Number;
    }

    /// <summary>What was decided ahead never happened, or may hold words that were erased: the state is folded anew before the next decision.</summary>
    public void Break(Strand strand)
    {
        lock (this)
        {
            if (strand != Strand) return;
            Begin();
            loading = null;
            wordless.Clear();
        }
    }

    private static bool Gives(Entry entry) => entry.Event is not (WordsErased or NothingChanged);

    /// <summary>A new strand, on which nothing was decided yet.</summary>
    private void Begin()
    {
        (Strand, Ready) = (new(), false);
        recent.Clear();
        missed.Clear();
    }

    private void Hear(IReadOnlyList<Entry> entries)
    {
        if (entries[^1].Number <= Committed.Number) return;
        if (OwnOf(entries) is { } own) (Committed, own.OnDisk) = (own.After, true);
        // Another erased: what is held here has the words still.
        else if (entries.Any(entry => entry.Event is WordsErased)) Break(Strand);
        else Overtaken(entries);
        Trim();
    }

    private Handed<TState>? OwnOf(IReadOnlyList<Entry> entries)
    {
        foreach (var one in recent)
            if (ReferenceEquals(one.Entries, entries)) return one.Own;
        return null;
    }

    /// <summary>What another decided. What was decided here ahead of it comes back from the journal, and is decided again then.</summary>
    private void Overtaken(IReadOnlyList<Entry> entries)
    {
        var nothingAhead = Ahead.Number == Committed.Number;
        Committed = Committed.Evolve(entries.Where(entry => entry.Number > Committed.Number));
        Receipts.Remember(entries);
        Note(entries);
        recent.Enqueue((entries, null));
        if (nothingAhead) Ahead = Committed;
    }

    private void Note(IReadOnlyList<Entry> entries) => wordless.ExceptWith(entries.Where(Gives).Select(entry => entry.By));

    private void Trim()
    {
        while (!followed && recent.TryPeek(out var first) && (first.Own is null || first.Own.OnDisk)) recent.Dequeue();
    }

    private async Task Fold(IJournal journal, Strand strand)
    {
        // Not while the caller holds the lane: it notes first that this runs.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (true)
        {
            var (state, receipts) = (TState.None, new Receipts());
            await foreach (var part in journal.ReadParts(stream).ConfigureAwait(false))
            {
                state = state.Evolve(part);
                receipts.Remember(part);
            }
            if (Stands(strand, state, receipts)) return;
        }
    }

    /// <summary>False: words went while it was read, and what was read may have them.</summary>
    private bool Stands(Strand strand, TState state, Receipts receipts)
    {
        lock (this)
        {
            if (strand != Strand) return true;
            Listen();
            var late = missed.Where(entry => entry.Number > state.Number).ToList();
            var spoilt = missed.Exists(entry => entry.Event is WordsErased);
            missed.Clear();
            if (spoilt) return false;
            receipts.Remember(late);
            (Committed, Receipts, Ready) = (state.Evolve(late), receipts, true);
            Ahead = Committed;
            return true;
        }
    }

    private async Task Follow(IJournal journal, Strand strand, IReadOnlyList<Handed<TState>> back, Action<IReadOnlyList<Handed<TState>>> again)
    {
        var (held, came) = (Committed, new List<Entry>());
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            await foreach (var part in journal.ReadParts(stream, after: held.Number).ConfigureAwait(false)) came.AddRange(part);
            lock (this)
            {
                if (strand != Strand) return;
                Listen();
                came.AddRange(missed.Where(entry => entry.Number > held.Number + came.Count).ToList());
                missed.Clear();
                if (came.Exists(entry => entry.Event is WordsErased))
                {
                    Break(strand);
                    return;
                }
                Receipts.Remember(came);
                Note(came);
                Ahead = Committed = held.Evolve(came);
                Ready = true;
                again(back);
            }
        }
        finally
        {
            // Broken meanwhile, or the journal cannot be read: they are sent again.
            foreach (var one in back) one.Becomes(Task.FromResult(Receipt.Later()));
        }
    }
}
