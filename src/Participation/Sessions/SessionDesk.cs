using System.Collections.Concurrent;
using System.Security.Cryptography;
using Participation.Journal;

namespace Participation.Sessions;

/// <summary>Told, after the journal holds it, that a session has something new to show.</summary>
public interface ISessionWatch
{
    /// <param name="state">The session after these entries, all of them on disk.</param>
    void Committed(SessionState state, IReadOnlyList<Entry> entries);
}

/// <summary>
/// The one writer. It decides each command on the state that the commands before it will leave, hands the entries to the journal without
/// waiting for those before, and gives the receipt when they are on disk. Screens read <see cref="Read"/>: only what is on disk.
/// </summary>
/// <param name="salt">128 random bits for each entry; chance is a parameter.</param>
/// <param name="clock">By which erasures rest between their turns; null: they do not.</param>
public sealed class SessionDesk(IJournal journal, ISessionWatch watch, Func<Guid> salt, TimeProvider? clock = null)
{
    private readonly ConcurrentDictionary<Guid, Lane> lanes = [];

    /// <summary>Decides and records. The task ends when the entries are on disk, or with a refusal that recorded nothing.</summary>
    public async Task<Receipt> Record<TCommand>(TCommand command, Func<SessionState, TCommand, Decision> decide)
        where TCommand : SessionCommand
    {
        while (true)
        {
            var lane = lanes.GetOrAdd(command.From.Session, id => new Lane(id));
            var loading = lane.Load(journal);
            if (!loading.IsCompletedSuccessfully && !await Readable(loading)) return new Receipt(0, new Refusal("journal.failed", Retry: true));
            if (Decide(lane, command, decide) is { } deciding) return await deciding;
        }
    }

    /// <summary>
    /// Takes words out of the journal for ever, where the decision points, and records what else it decides. When the receipt is given they have left memory as well, and no screen is told them
    /// any more. Others do not wait for it.
    /// </summary>
    public Task<Receipt> Erase<TCommand>(TCommand command, Func<SessionState, TCommand, Decision> decide)
        where TCommand : SessionCommand
    {
        var asked = new Eraser.Asked(command, state => decide(state, command));
        while (true)
        {
            var lane = lanes.GetOrAdd(command.From.Session, id => new Lane(id));
            lock (lane)
            {
                if (lane.Left) continue;
                if (!lane.Ask(asked)) return asked.Answer.Task;
            }
            _ = new Eraser(journal, clock, Enter, Again).Run(lane);
            return asked.Answer.Task;
        }
    }

    /// <summary>The session as it is on disk. A session that does not exist is <see cref="SessionState.None"/>.</summary>
    public async Task<SessionState> Read(Guid session)
    {
        var lane = lanes.GetOrAdd(session, id => new Lane(id));
        while (true)
        {
            await lane.Load(journal);
            lock (lane) if (lane.Ready) return lane.Committed;
        }
    }

    /// <summary>The session as it is on disk, for a passing look: one that is not in memory is folded and not kept.</summary>
    public async Task<SessionState> Glance(Guid session)
    {
        if (lanes.ContainsKey(session)) return await Read(session);
        var state = SessionState.None;
        await foreach (var part in journal.ReadParts(session)) state = state.Evolve(part);
        return state;
    }

    /// <summary>What lies in a ballot box, with all that was handed to the journal before.</summary>
    /// <exception cref="JournalException">It cannot be read now.</exception>
    public Task<IReadOnlyList<Pile>> Box(Guid session, string item, long round) => journal.Box(session, item, round);

    /// <summary>
    /// Forgets the sessions for which nobody has asked since the last call, unless they are <paramref name="kept"/> or something of theirs is on
    /// its way to the disk. Nothing is lost: state and receipts are made from the journal again when somebody comes.
    /// </summary>
    public void Forget(Func<Guid, bool> kept)
    {
        foreach (var (session, lane) in lanes)
        {
            lock (lane)
            {
                if (!kept(session) && lane.Leave()) lanes.TryRemove(session, out _);
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
    private Task<Receipt>? Decide<TCommand>(Lane lane, TCommand command, Func<SessionState, TCommand, Decision> decide)
        where TCommand : SessionCommand
    {
        lock (lane)
        {
            if (!lane.Ready || lane.Left) return null;
            if (lane.Earlier(command.From) is { } earlier) return Again(earlier, command.From);
            var decision = decide(lane.Ahead, command);
            return decision.Refused is not null ? Task.FromResult(new Receipt(lane.Ahead.Number, decision.Refused)) : Enter(lane, command, decision);
        }
    }

    /// <summary>What was decided becomes entries, also that nothing changed, and these are handed to the journal. The lane is held by whoever decided.</summary>
    private Task<Receipt> Enter(Lane lane, SessionCommand command, Decision decision)
    {
        var (from, grain) = (command.From, salt());
        IReadOnlyList<Event> events = decision.Events.Count > 0 ? decision.Events : [new NothingChanged()];
        var body = decision.Box is null ? Digest(grain, from.Body.Span) : Guid.Empty;
        var entries = new Entry[events.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = new Entry(from.Session, lane.Ahead.Number + 1 + i, from.At, from.Id, from.Hand, from.Command, body,
                i == 0 ? grain : salt(), events[i]);
        }
        var ahead = lane.Ahead.Evolve(entries);
        lane.Decided(entries, ahead);
        var receipt = Commit(lane, lane.Epoch, entries, decision, ahead);
        lane.Receipts[(from.Hand ?? from.Id, from.Command)] = new Lane.Given(grain, body, 0, receipt);
        return receipt;
    }

    private async Task<Receipt> Commit(Lane lane, int epoch, Entry[] entries, Decision decision, SessionState after)
    {
        try
        {
            await journal.Append(entries, decision.Box, decision.Erasures).ConfigureAwait(false);
        }
        catch (JournalException failed)
        {
            lane.Break(epoch);
            return new Receipt(0, new Refusal(failed.Code == "journal.gap" ? "journal.failed" : failed.Code, Retry: true));
        }
        if (lane.Commit(after, epoch))
        {
            watch.Committed(after, entries);
            return new Receipt(entries[^1].Number);
        }
        // Broken meanwhile: a reading that began before this entry was on disk may hold the words that went with it.
        if (decision.Erasures.Count > 0) lane.Break(lane.Epoch);
        if (await Anew(lane, entries[^1].Number) is { } read) watch.Committed(read, entries);
        return new Receipt(entries[^1].Number);
    }

    /// <summary>The session from the journal, with the entry of this number; null when it cannot be read now: then the next to ask reads it.</summary>
    private async Task<SessionState?> Anew(Lane lane, long number)
    {
        while (true)
        {
            var epoch = lane.Epoch;
            if (!await Readable(lane.Load(journal))) return null;
            lock (lane)
            {
                if (lane.Ready && lane.Committed.Number >= number) return lane.Committed;
            }
            // It was read before this entry was on disk.
            lane.Break(epoch);
        }
    }

    /// <summary>The receipt of a command that came before. Its salt may be erased, and of a secret ballot no digest is kept: then the id alone tells.</summary>
    private static Task<Receipt> Again(Lane.Given earlier, Sender from) =>
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
