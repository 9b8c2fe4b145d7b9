using Participation.Journal;

namespace Participation.Sessions;

/// <summary>One session on the desk: how it stands on disk, how it will stand when all that was handed over is on disk, and every receipt given.</summary>
internal sealed class Lane(Guid session)
{
    private Task? loading;
    private bool asked;

    /// <summary>The number of a receipt that was given, or the promise of one, with the salted digest of the command it was given for.</summary>
    public readonly record struct Given(Guid? Salt, Guid Body, long Number, Task<Receipt>? Receipt);

    public SessionState Committed { get; private set; } = SessionState.None;

    public SessionState Ahead { get; set; } = SessionState.None;

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

    /// <summary>True, once, when nobody has asked since the last call and nothing is on its way to the disk.</summary>
    public bool Leave()
    {
        (var wasAsked, asked) = (asked, false);
        return Left = !wasAsked && loading is { IsCompleted: true } && Ahead.Number == Committed.Number;
    }

    /// <summary>False when the lane was broken since this was decided: then the journal alone tells how the session stands.</summary>
    public bool Commit(SessionState after, int epoch)
    {
        lock (this)
        {
            if (epoch != Epoch || !Ready) return false;
            if (after.Number > Committed.Number) Committed = after;
            return true;
        }
    }

    /// <summary>What was decided ahead never happened, or holds words that were erased: the state is folded anew before the next decision.</summary>
    public void Break(int epoch)
    {
        lock (this)
        {
            if (epoch != Epoch) return;
            Epoch++;
            loading = null;
        }
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
