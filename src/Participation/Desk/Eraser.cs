using Participation.Journal;

namespace Participation.Desk;

/// <summary>
/// Takes words out of a stream while it goes on. Erasures that wait are done together: the journal is read once, beside the desk; the stream is folded without the words,
/// brought up to what was decided meanwhile, and from the entry that tells of the erasure the desk goes on with that. Who erases waits for it, nobody else.
/// </summary>
/// <param name="clock">Reading takes a tenth of the time at most, however many erase; null: no pause.</param>
/// <param name="enter">How the desk records a decision; called while the lane is held.</param>
/// <param name="again">Its answer to a command that came before.</param>
internal sealed class Eraser<TState>(
    IJournal journal, TimeProvider? clock, Func<Lane<TState>, Command, Decision, Task<Receipt>> enter, Func<Given, Sender, Task<Receipt>> again)
    where TState : class, IFold<TState>
{
    private const int Attempts = 20, Rest = 9;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>An erasure that waits for its turn.</summary>
    public sealed record Asked(Command Command, Func<TState, Decision> Decide)
    {
        public TaskCompletionSource<Receipt> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <param name="Idle">There is nothing that was not erased: to answer it nothing is read.</param>
    private sealed record Aim(Func<IReadOnlyList<Entry>, IEnumerable<Entry>> Which, bool Idle);

    /// <summary>What one of them takes out of what was read.</summary>
    private sealed record Share(Asked Asked, IReadOnlyList<Erasure> Erasures);

    /// <summary>Turn after turn, until nobody waits.</summary>
    public async Task Run(Lane<TState> lane)
    {
        while (lane.NextErasures() is { Count: > 0 } asked)
        {
            var begun = clock?.GetTimestamp() ?? 0;
            await Turn(lane, asked).ConfigureAwait(false);
            if (clock?.GetElapsedTime(begun) is { } took) await Task.Delay(took * Rest < Longest ? took * Rest : Longest, clock).ConfigureAwait(false);
        }
    }

    private async Task Turn(Lane<TState> lane, IReadOnlyList<Asked> asked)
    {
        try
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                await lane.Load(journal).ConfigureAwait(false);
                if (await Try(lane, asked).ConfigureAwait(false)) return;
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The journal cannot be read: nothing was erased, and it can be tried again.
        }
        foreach (var one in asked) one.Answer.TrySetResult(Receipt.Later());
    }

    /// <summary>False when a commit failed meanwhile: then what was read is not what the desk goes on from.</summary>
    private async Task<bool> Try(Lane<TState> lane, IReadOnlyList<Asked> asked)
    {
        if (lane.Keep() is not { } strand) return false;
        try
        {
            var open = asked.Where(one => !one.Answer.Task.IsCompleted).Select(one => (One: one, Aim: Points(lane, one))).Where(one => one.Aim is not null).ToList();
            if (open.Count == 0) return true;
            var entries = open.All(each => each.Aim!.Idle) ? [] : await journal.Read(lane.Stream).ConfigureAwait(false);
            var lost = new Dictionary<long, (Entry Entry, Erasure Erasure)>();
            var shares = open.Select(each => new Share(each.One, Take(each.Aim!.Which(entries), lost))).ToList();
            var without = lost.Count == 0 ? null : TState.None.Evolve(entries.Select(entry => lost.TryGetValue(entry.Number, out var one) ? Erasures.Without(one.Entry) : entry));
            if (Enter(lane, strand, shares, entries.Count, lost, without) is not { } given) return false;
            foreach (var (one, receipt) in given) one.Answer.TrySetResult(await receipt.ConfigureAwait(false));
            return true;
        }
        finally
        {
            lane.KeepNoMore();
        }
    }

    /// <summary>What it points at; null when it is answered already: it came before, or is refused.</summary>
    private Aim? Points(Lane<TState> lane, Asked one)
    {
        lock (lane)
        {
            if (lane.Receipts.Of(one.Command.From) is { } earlier) _ = Repeat(one, earlier);
            else if (one.Decide(lane.Ahead) is var decision && decision.Erases is null) one.Answer.TrySetResult(new Receipt(0, decision.Refused));
            else return new(decision.Erases, decision.Whose is { } who && lane.IsWordless(who));
            return null;
        }
    }

    /// <summary>What came before is on disk, and its words may still be on their way out.</summary>
    private async Task Repeat(Asked one, Given earlier)
    {
        try
        {
            await journal.Gone().ConfigureAwait(false);
            one.Answer.TrySetResult(await again(earlier, one.Command.From).ConfigureAwait(false));
        }
        catch (JournalException failed)
        {
            one.Answer.TrySetResult(Receipt.Later(failed.Code));
        }
    }

    private static IReadOnlyList<Erasure> Take(IEnumerable<Entry> which, Dictionary<long, (Entry, Erasure)> lost)
    {
        var entries = which.Where(entry => !lost.ContainsKey(entry.Number)).ToDictionary(entry => entry.Number);
        var erasures = Erasures.Of(entries.Values);
        foreach (var erasure in erasures) lost[erasure.Number] = (entries[erasure.Number], erasure);
        return erasures;
    }

    private List<(Asked, Task<Receipt>)>? Enter(
        Lane<TState> lane, Strand strand, IReadOnlyList<Share> shares, long read, Dictionary<long, (Entry Entry, Erasure Erasure)> lost, TState? without)
    {
        lock (lane)
        {
            if (!lane.Renew(without, strand)) return null;
            var (given, spoilt) = (new List<(Asked, Task<Receipt>)>(), false);
            foreach (var (asked, erasures) in shares)
            {
                // The same command twice among those that waited; the server's own never comes twice, and need not be known.
                if (lane.Receipts.Of(asked.Command.From) is { } earlier)
                {
                    given.Add((asked, again(earlier, asked.Command.From)));
                    continue;
                }
                var decision = asked.Decide(lane.Ahead);
                if (decision.Refused is null && erasures.Count > 0)
                {
                    decision = decision with { Events = [.. decision.Events, Erasures.Told(erasures.Select(erasure => lost[erasure.Number]))], Erasures = erasures };
                    foreach (var erasure in erasures) lane.Receipts.Unsalt(lost[erasure.Number].Entry);
                }
                // It was allowed a moment ago and is not now: the state lacks words that stay.
                spoilt |= decision.Refused is not null && erasures.Count > 0;
                given.Add((asked, decision.Refused is null && (decision.Events.Count > 0 || asked.Command.From.Id != Guid.Empty)
                    ? enter(lane, asked.Command, decision)
                    : Task.FromResult(new Receipt(lane.Ahead.Number, decision.Refused))));
                if (decision is { Refused: null, Whose: { } who }) lane.NoWords(who, read);
            }
            if (spoilt) lane.Break(strand);
            return given;
        }
    }
}
