using System.Collections.Concurrent;
using System.Security.Cryptography;
using Participation.Journal;

namespace Participation.Desk;

/// <summary>
/// The one writer. It decides each command on the state that the commands before it will leave, hands the entries to the journal without
/// waiting for those before, and gives the receipt when they are on disk. Screens read <see cref="Read"/>: only what is on disk. Where another desk
/// was faster, it folds what came and decides again.
/// </summary>
public sealed class Desk<TState> : IWatch where TState : class, IFold<TState>
{
    private readonly ConcurrentDictionary<Guid, Lane<TState>> lanes = [];
    private readonly IJournal journal;
    private readonly Func<Guid> salt;
    private readonly TimeProvider? clock;

    /// <param name="salt">128 random bits for each entry; chance is a parameter.</param>
    /// <param name="clock">By which erasures rest between their turns; null: they do not.</param>
    public Desk(IJournal journal, Func<Guid> salt, TimeProvider? clock = null)
    {
        (this.journal, this.salt, this.clock) = (journal, salt, clock);
        journal.Watch(this);
    }

    /// <summary>Decides and records. The task ends when the entries are on disk, or with a refusal that recorded nothing.</summary>
    public async Task<Receipt> Record<TCommand>(TCommand command, Func<TState, TCommand, Decision> decide)
        where TCommand : Command
    {
        while (true)
        {
            var lane = lanes.GetOrAdd(command.From.Stream, id => new Lane<TState>(id));
            var loading = lane.Load(journal);
            if (!loading.IsCompletedSuccessfully && !await Readable(loading)) return Receipt.Later();
            if (Decide(lane, command, state => decide(state, command)) is { } deciding) return await deciding;
        }
    }

    /// <summary>
    /// Takes words out of the journal for ever, where the decision points, and records what else it decides. When the receipt is given they have left memory as well, and no screen is told them
    /// any more. Others do not wait for it.
    /// </summary>
    public Task<Receipt> Erase<TCommand>(TCommand command, Func<TState, TCommand, Decision> decide)
        where TCommand : Command
    {
        var asked = new Eraser<TState>.Asked(command, state => decide(state, command));
        while (true)
        {
            var lane = lanes.GetOrAdd(command.From.Stream, id => new Lane<TState>(id));
            lock (lane)
            {
                if (lane.Left) continue;
                if (!lane.Ask(asked)) return asked.Answer.Task;
            }
            _ = new Eraser<TState>(journal, clock, (held, asking, decision) => Enter(held, asking, decision, null), Again).Run(lane);
            return asked.Answer.Task;
        }
    }

    /// <summary>The stream as it is on disk. One that does not exist is the fold of nothing.</summary>
    public async Task<TState> Read(Guid stream)
    {
        var lane = lanes.GetOrAdd(stream, id => new Lane<TState>(id));
        while (true)
        {
            await lane.Load(journal);
            lock (lane)
            {
                lane.Listen();
                if (lane.Ready) return lane.Committed;
            }
        }
    }

    /// <summary>The stream as it is on disk, for a passing look: one that is not in memory is folded and not kept.</summary>
    public async Task<TState> Glance(Guid stream)
    {
        if (lanes.ContainsKey(stream)) return await Read(stream);
        var state = TState.None;
        await foreach (var part in journal.ReadParts(stream)) state = state.Evolve(part);
        return state;
    }

    /// <summary>The journal holds these, whoever decided them.</summary>
    public void Committed(Guid stream, IReadOnlyList<Entry> entries)
    {
        if (lanes.TryGetValue(stream, out var lane)) lane.Tell(entries);
    }

    /// <summary>What lies in a ballot box, with all that was handed to the journal before.</summary>
    /// <exception cref="JournalException">It cannot be read now.</exception>
    public Task<IReadOnlyList<Pile>> Box(Guid stream, string item, long round) => journal.Box(stream, item, round);

    /// <summary>
    /// Forgets the streams for which nobody has asked since the last call, unless they are <paramref name="kept"/> or something of theirs is on
    /// its way to the disk. Nothing is lost: state and receipts are made from the journal again when somebody comes.
    /// </summary>
    public void Forget(Func<Guid, bool> kept)
    {
        foreach (var (stream, lane) in lanes)
        {
            lock (lane)
            {
                if (!kept(stream) && lane.Leave()) lanes.TryRemove(stream, out _);
            }
        }
    }

    /// <summary>False when the journal cannot be read now: nothing is decided on a state that nobody knows.</summary>
    private static async Task<bool> Readable(Task loading)
    {
        await loading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return loading.IsCompletedSuccessfully;
    }

    /// <summary>Null: the lane has to be loaded again first, because a commit failed in between, or it was forgotten and there is a new one.</summary>
    private Task<Receipt>? Decide(Lane<TState> lane, Command command, Func<TState, Decision> decide)
    {
        lock (lane)
        {
            lane.Listen();
            if (!lane.Ready || lane.Left) return null;
            if (lane.Receipts.Of(command.From) is { } earlier) return Again(earlier, command.From);
            var decision = decide(lane.Ahead);
            return decision.Refused is not null ? Task.FromResult(new Receipt(lane.Ahead.Number, decision.Refused)) : Enter(lane, command, decision, decide);
        }
    }

    /// <summary>What was decided becomes entries, also that nothing changed, and these are handed to the journal. The lane is held by whoever decided.</summary>
    private Task<Receipt> Enter(Lane<TState> lane, Command command, Decision decision, Func<TState, Decision>? decide, int times = 1)
    {
        var (from, grain) = (command.From, salt());
        IReadOnlyList<Event> events = decision.Events.Count > 0 ? decision.Events : [new NothingChanged()];
        var body = decision.Box is null ? Digest(grain, from.Body.Span) : Guid.Empty;
        var entries = new Entry[events.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = new Entry(from.Stream, lane.Ahead.Number + 1 + i, from.At, from.Id, from.Hand, from.Command, body,
                i == 0 ? grain : salt(), events[i]);
        }
        var handed = new Handed<TState>(command, decision, decide, times, lane.Strand, entries, lane.Ahead.Evolve(entries));
        lane.Decided(handed);
        var receipt = Commit(lane, handed);
        lane.Receipts.Promise(from, new Given(grain, body, 0, receipt));
        return receipt;
    }

    /// <summary>Before the receipt is given the journal has told the lane, and all who watch, that it holds these.</summary>
    private async Task<Receipt> Commit(Lane<TState> lane, Handed<TState> handed)
    {
        try
        {
            await journal.Append(handed.Entries, handed.Decision.Box, handed.Decision.Erasures, handed.Strand).ConfigureAwait(false);
        }
        catch (JournalException failed) when (failed.Code == "journal.gap")
        {
            return await lane.CatchUp(journal, handed, back => DecideAgain(lane, back)).ConfigureAwait(false);
        }
        catch (JournalException failed)
        {
            lane.Break(handed.Strand);
            return handed.Again is { } again ? await again.ConfigureAwait(false) : Receipt.Later(failed.Code);
        }
        return new Receipt(handed.Entries[^1].Number);
    }

    /// <summary>What was decided ahead of what another wrote, in its order. What is not recorded now is sent again by its sender.</summary>
    private void DecideAgain(Lane<TState> lane, IReadOnlyList<Handed<TState>> back)
    {
        foreach (var one in back)
        {
            var from = one.Command.From;
            one.Becomes(lane.Receipts.Of(from) is { } earlier ? Again(earlier, from)
                : !one.MayBeDecidedAgain ? Task.FromResult(Receipt.Later())
                : one.Decide!(lane.Ahead) is var decision && decision.Refused is not null ? Task.FromResult(new Receipt(lane.Ahead.Number, decision.Refused))
                : Enter(lane, one.Command, decision, one.Decide, one.Times + 1));
        }
    }

    /// <summary>The receipt of a command that came before. Its salt may be erased, and of a secret ballot no digest is kept: then the id alone tells.</summary>
    private static Task<Receipt> Again(Given earlier, Sender from) =>
        earlier.Salt is { } grain && earlier.Body != Guid.Empty && Digest(grain, from.Body.Span) != earlier.Body
            ? Task.FromResult(new Receipt(0, new Refusal("command.reused")))
            : earlier.Receipt ?? Task.FromResult(new Receipt(earlier.Number));

    /// <summary>The first 128 bits of SHA-256(salt ‖ body).</summary>
    private static Guid Digest(Guid salt, ReadOnlySpan<byte> body)
    {
        Span<byte> salted = stackalloc byte[16 + body.Length];
        salt.TryWriteBytes(salted);
        body.CopyTo(salted[16..]);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(salted, hash);
        return new Guid(hash[..16]);
    }
}
