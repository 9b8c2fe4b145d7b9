using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Participation.Server.Storage;

/// <summary>
/// The one thread that writes. It takes whatever waits, up to <see cref="GroupLimit"/> entries, into one transaction: many commands, one flush of the disk.
/// </summary>
internal sealed class JournalWriter : IDisposable
{
    public const int GroupLimit = 512;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1), Soon = TimeSpan.FromMilliseconds(200);

    private readonly BlockingCollection<JournalWork> queue;
    private readonly Queue<JournalWork> waiting = [];
    /// <summary>What is on disk, and is answered when what it erased has left the log too.</summary>
    private readonly List<JournalWork> owed = [];
    private readonly Dictionary<Guid, Head> heads = [];
    private readonly WriterTable table;
    private readonly Action<JournalWork> told;
    private readonly TimeSpan lockTimeout;
    private readonly Thread thread;
    // One that crashed may have left a ballot there.
    private bool ballotInLog = true;
    private long tried;

    /// <param name="told">Hears of each work that is on disk, before whoever handed it over does.</param>
    public JournalWriter(SqliteConnection db, TimeSpan lockTimeout, int capacity, Action<JournalWork> told)
    {
        (table, this.lockTimeout, queue, this.told) = (new(db), lockTimeout, new(capacity), told);
        // Words whose erasure was not answered before a crash: it may be asked for again at once.
        Empty();
        thread = new(Run) { IsBackground = true, Name = "journal writer" };
        thread.Start();
    }

    /// <summary>Transactions committed since the start.</summary>
    public long Commits { get; private set; }

    public Task Enqueue(JournalWork work)
    {
        try
        {
            if (!queue.TryAdd(work)) work.Fail("journal.busy");
        }
        catch (InvalidOperationException closed)
        {
            work.Fail("journal.failed", closed);
        }
        return work.Task;
    }

    public void Dispose()
    {
        queue.CompleteAdding();
        thread.Join();
        table.Dispose();
        queue.Dispose();
    }

    private void Run()
    {
        while (Fill())
        {
            if (waiting.Peek().Act is not null) Act(waiting.Dequeue());
            else Group();
            if (owed.Count > 0 && Stopwatch.GetElapsedTime(tried) >= Soon) Empty();
        }
        Empty();
        // It is recorded; whoever asks again is answered when the next start has emptied the log.
        foreach (var work in owed) work.Fail("journal.locked");
    }

    /// <summary>Waits until something waits; false when the writer is closed and all is done.</summary>
    private bool Fill()
    {
        while (waiting.Count == 0)
        {
            if (queue.TryTake(out var first, owed.Count > 0 ? Soon : Idle)) waiting.Enqueue(first);
            else if (queue.IsCompleted) return false;
            else Empty();
        }
        var entries = waiting.Sum(work => work.Lines.Count);
        while (entries < GroupLimit && queue.TryTake(out var next))
        {
            waiting.Enqueue(next);
            entries += next.Lines.Count;
        }
        return true;
    }

    private void Group()
    {
        var held = HeldBack();
        // What is held back was first and stays first.
        if (waiting.TryPeek(out var first) && first.Act is null) Write();
        if (held.Count == 0) return;
        held.AddRange(waiting);
        waiting.Clear();
        foreach (var work in held) waiting.Enqueue(work);
    }

    /// <summary>
    /// Takes out the ballots that have to wait, with what comes after them in their session: while a reader keeps the ballot before in the log, the next one
    /// would be seen apart from it. Other sessions go on.
    /// </summary>
    private List<JournalWork> HeldBack()
    {
        if (!ballotInLog || !waiting.Any(work => work.Box is not null) || Empty()) return [];
        var (sessions, held) = (new HashSet<Guid>(), new List<JournalWork>());
        for (var left = waiting.Count; left > 0; left--)
        {
            var work = waiting.Dequeue();
            if (work.Box is not null) sessions.Add(work.Lines[0].Stream);
            if (work.Act is not null || !sessions.Contains(work.Lines[0].Stream)) waiting.Enqueue(work);
            else if (work.Waited >= lockTimeout) work.Fail("journal.locked");
            else held.Add(work);
        }
        return held;
    }

    private void Write()
    {
        var (stored, refused) = (new List<JournalWork>(), new List<(JournalWork Work, string Code)>());
        try
        {
            if (!table.TryBegin())
            {
                while (waiting.TryPeek(out var oldest) && oldest.Waited >= lockTimeout) waiting.Dequeue().Fail("journal.locked");
                return;
            }
            table.CheckObjects();
            var moved = new HashSet<Guid>();
            while (waiting.TryPeek(out var work) && work.Act is null)
            {
                // Asked while it still waits: if the file cannot be read, nothing is lost from the queue unanswered.
                var refusal = Refusal(work);
                waiting.Dequeue();
                if (refusal is not null)
                {
                    // It is answered after the commit: whoever wrote its number first may be in this group.
                    work.Break(refusal);
                    refused.Add((work, refusal));
                    continue;
                }
                stored.Add(work);
                Store(work);
                moved.Add(work.Lines[0].Stream);
            }
            foreach (var stream in moved) table.Move(stream, heads[stream]);
            table.Commit();
        }
        catch (Exception e)
        {
            Undo(stored, e);
            foreach (var (work, code) in refused) work.Fail(code);
            return;
        }
        Commits++;
        foreach (var work in stored) Tell(work);
        foreach (var work in stored) Answer(work);
        foreach (var (work, code) in refused) work.Fail(code);
        // What was erased leaves the log at once; a reader in the way lets it leave when nothing waits.
        Quietly(table.CheckpointWhenDue);
        // No log may keep what was erased, or one ballot apart from the next: it would show how the box looked between them.
        ballotInLog |= stored.Exists(work => work.Box is not null);
        if (stored.Exists(work => work.Box is not null || work.Erases)) Empty();
    }

    /// <summary>A receipt says that words are gone: it is given when no file has them any more.</summary>
    private void Answer(JournalWork work)
    {
        if (work.Erases) owed.Add(work);
        else work.TrySetResult();
    }

    /// <summary>Empties the log; false when a reader is in the way.</summary>
    private bool Empty()
    {
        var empty = false;
        Quietly(() => empty = table.Truncate());
        tried = Stopwatch.GetTimestamp();
        if (!empty) return false;
        ballotInLog = false;
        foreach (var work in owed) work.TrySetResult();
        owed.Clear();
        return true;
    }

    /// <summary>What is on disk is on disk, whatever becomes of those who hear of it.</summary>
    private void Tell(JournalWork work)
    {
        try
        {
            told(work);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
        }
    }

    private string? Refusal(JournalWork work)
    {
        if (work.Broken is { } broken) return broken;
        var (stream, number) = (work.Lines[0].Stream, HeadOf(work.Lines[0].Stream).Number);
        if (work.IsImport && number > 0) return "journal.exists";
        foreach (var line in work.Lines)
        {
            if (line.Stream != stream || line.Number != ++number) return "journal.gap";
        }
        return null;
    }

    private void Store(JournalWork work)
    {
        var head = heads[work.Lines[0].Stream];
        foreach (var line in work.Lines)
        {
            var chained = work.IsImport ? line : line with { Previous = head.Hash };
            table.Insert(chained);
            head = new(chained.Number, chained.Hash());
        }
        foreach (var erased in work.Erasures) table.Erase(work.Lines[0].Stream, erased);
        heads[work.Lines[0].Stream] = head;
        if (work.Box is { } box) BoxTable.Do(table.Connection, work.Lines[0].Stream, box);
    }

    private Head HeadOf(Guid stream)
    {
        if (!heads.TryGetValue(stream, out var head)) heads[stream] = head = table.HeadOf(stream);
        return head;
    }

    /// <summary>Nothing of the group was stored. What is behind it fails by its numbers; the heads are read anew from the file.</summary>
    private void Undo(List<JournalWork> group, Exception e)
    {
        Quietly(table.Rollback);
        heads.Clear();
        // Moving the log into the file may free the space that the next group needs.
        if (CodeOf(e) == "journal.full") Empty();
        if (group.Count == 0) group.Add(waiting.Dequeue());
        foreach (var work in group) work.Fail(CodeOf(e), e);
    }

    private void Act(JournalWork work)
    {
        try
        {
            work.Act!(table.Connection);
            Answer(work);
            if (work.Erases) Empty();
        }
        catch (Exception e)
        {
            work.Fail(CodeOf(e), e);
        }
    }

    /// <summary>Checkpoints and rollbacks that fail do no harm to what is stored: they are tried again with the next group.</summary>
    private static void Quietly(Action act)
    {
        try
        {
            act();
        }
        catch (SqliteException)
        {
        }
    }

    // A file limit of the shell (ulimit -f) shows as a failed write, a full disk as FULL, or as a shared-memory file that cannot grow.
    private static string CodeOf(Exception e) => e switch
    {
        SqliteException { SqliteErrorCode: raw.SQLITE_FULL } => "journal.full",
        SqliteException { SqliteExtendedErrorCode: raw.SQLITE_IOERR_WRITE or raw.SQLITE_IOERR_SHMSIZE } => "journal.full",
        SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED } => "journal.locked",
        _ => "journal.failed",
    };
}
