using Participation.Journal;

namespace Participation.Sessions;

/// <summary>One session on the desk: how it stands on disk, how it will stand when all that was handed over is on disk, and every receipt given.</summary>
internal sealed class Lane(Guid session)
{
    /// <summary>What was decided and may not be on disk yet, in order; while a reading of the journal is followed, all since it began.</summary>
    private readonly Queue<Entry> recent = [];
    private readonly HashSet<Guid> wordless = [];
    private List<Eraser.Asked> erasures = [];
    private Task? loading;
    private bool asked, followed, erasing;

    /// <summary>The number of a receipt that was given, or the promise of one, with the salted digest of the command it was given for.</summary>
    public readonly record struct Given(Guid? Salt, Guid Body, long Number, Task<Receipt>? Receipt);

    public Guid Session => session;

    public SessionState Committed { get; private set; } = SessionState.None;

    public SessionState Ahead { get; private set; } = SessionState.None;

    public Dictionary<(Guid By, Guid Command), Given> Receipts { get; private set; } = [];

    /// <summary>False while it has to be read from the journal first, or again.</summary>
    public bool Ready => loading is { IsCompletedSuccessfully: true };

    /// <summary>It is on the desk no more: whoever still holds it must ask the desk for the session again before deciding anything.</summary>
    public bool Left { get; private set; }

    /// <summary>Counts the breaks: a commit that ends later than the break after it belongs to what is no more.</summary>
    public int Epoch { get; private set; }

    /// <summary>Reads the journal once, and again after a failed commit.</summary>
    public Task Load(IJournal journal)
    {
        lock (this)
        {
            asked = true;
            return loading is { IsFaulted: false } ? loading : loading = Fold(journal);
        }
    }

    /// <summary>The receipt of a command that came before, or the promise of it.</summary>
    public Given? Earlier(Sender from) => Receipts.TryGetValue((from.Hand ?? from.Id, from.Command), out var earlier) ? earlier : null;

    public void Decided(IReadOnlyList<Entry> entries, SessionState after)
    {
        Ahead = after;
        foreach (var entry in entries)
        {
            recent.Enqueue(entry);
            if (Gives(entry)) wordless.Remove(entry.By);
        }
    }

    /// <summary>An erasure waits for its turn; true when nobody takes turns yet.</summary>
    public bool Ask(Eraser.Asked one)
    {
        erasures.Add(one);
        return !erasing && (erasing = true);
    }

    /// <summary>The erasures that wait; none: the turns are over.</summary>
    public IReadOnlyList<Eraser.Asked> NextErasures()
    {
        lock (this)
        {
            var next = erasures;
            (erasures, erasing) = ([], next.Count > 0);
            return next;
        }
    }

    /// <summary>From here on what is decided is kept: a reading of the journal that begins now can be brought up to it. Null when the lane has to be loaded first.</summary>
    public int? Follow()
    {
        lock (this)
        {
            if (!Ready) return null;
            followed = true;
            return Epoch;
        }
    }

    public void Unfollow()
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
    public bool Renew(SessionState? without, int epoch)
    {
        if (epoch != Epoch || !Ready) return false;
        if (without is null) return true;
        var now = without.Evolve(recent.Where(entry => entry.Number > without.Number));
        if (now.Number != Ahead.Number) return false;
        Ahead = now;
        return true;
    }

    /// <summary>Nobody can try words against a digest any more, in memory either.</summary>
    public void Unsalt(Entry erased)
    {
        var key = (erased.Hand ?? erased.By, erased.Command);
        if (Receipts.TryGetValue(key, out var given) && given.Salt == erased.Salt) Receipts[key] = given with { Salt = null };
    }

    /// <summary>Everything of this person up to a number is erased.</summary>
    public void NoWords(Guid who, long upTo)
    {
        if (!recent.Any(entry => entry.By == who && entry.Number > upTo && Gives(entry))) wordless.Add(who);
    }

    /// <summary>True when a person gave nothing since everything of theirs was erased.</summary>
    public bool IsWordless(Guid who) => wordless.Contains(who);

    /// <summary>True, once, when nobody has asked since the last call and nothing is on its way to the disk.</summary>
    public bool Leave()
    {
        (var wasAsked, asked) = (asked, false);
        return Left = !wasAsked && !erasing && loading is { IsCompleted: true } && Ahead.Number == Committed.Number;
    }

    /// <summary>False when the lane was broken since this was decided: then the journal alone tells how the session stands.</summary>
    public bool Commit(SessionState after, int epoch)
    {
        lock (this)
        {
            if (epoch != Epoch || !Ready) return false;
            if (after.Number > Committed.Number) Committed = after;
            Trim();
            return true;
        }
    }

    /// <summary>What was decided ahead never happened, or may hold words that were erased: the state is folded anew before the next decision.</summary>
    public void Break(int epoch)
    {
        lock (this)
        {
            if (epoch != Epoch) return;
            Epoch++;
            loading = null;
            recent.Clear();
            wordless.Clear();
        }
    }

    private static bool Gives(Entry entry) => entry.Event is not (WordsErased or NothingChanged);

    private void Trim()
    {
        while (!followed && recent.TryPeek(out var first) && first.Number <= Committed.Number) recent.Dequeue();
    }

    private async Task Fold(IJournal journal)
    {
        var epoch = Epoch;
        var (state, receipts) = (SessionState.None, new Dictionary<(Guid By, Guid Command), Given>());
        await foreach (var part in journal.ReadParts(session).ConfigureAwait(false))
        {
            state = state.Evolve(part);
            foreach (var entry in part)
            {
                // A command's body stands with the salt of its first entry, and its receipt carries the number of its last.
                var key = (entry.Hand ?? entry.By, entry.Command);
                receipts[key] = new Given(receipts.TryGetValue(key, out var first) ? first.Salt : entry.Salt, entry.Body, entry.Number, null);
            }
        }
        lock (this)
        {
            if (epoch != Epoch) return;
            Receipts = receipts;
            Ahead = Committed = state;
        }
    }
}
