using Dapper;
using Microsoft.Data.Sqlite;
using Participation.Journal;

namespace Participation.Server.Storage;

/// <summary>The journal in one SQLite file: one writer thread, any number of readers, one server per file.</summary>
public sealed class SqliteJournal : IJournal, IDisposable, IAsyncDisposable
{
    private readonly string path;
    private readonly JournalLock held;
    private readonly JournalWriter writer;
    private IWatch[] watches = [];
    private int disposed;

    /// <param name="path">The file; made when it is missing.</param>
    /// <param name="lockTimeout">How long an append waits while another program holds the file; 5 s by default.</param>
    /// <param name="capacity">How many appends may wait for the writer before further ones are refused as <c>journal.busy</c>.</param>
    /// <exception cref="StorageRefusedException">The file is in use, of a newer version, damaged, or not a journal.</exception>
    public SqliteJournal(string path, TimeSpan? lockTimeout = null, int capacity = 16_384)
    {
        this.path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(this.path)!);
        held = new(this.path);
        BrokeOff = new FileInfo(this.path + "-wal") is { Exists: true, Length: > 0 };
        foreach (var beside in (string[])["-wal", "-shm", ".lock"]) PrivateFile.Close(this.path + beside);
        FileSizeSignal.Take();
        SqliteConnection? db = null;
        try
        {
            PrivateFile.Make(this.path);
            db = Schema.Open(this.path, Schema.Steps);
            Folder.Flush(this.path);
            Damage.Refuse(db, this.path);
            Epoch = Epoch.Of(db);
            writer = new(db, lockTimeout ?? TimeSpan.FromSeconds(5), capacity, Tell);
        }
        catch
        {
            db?.Dispose();
            held.Dispose();
            throw;
        }
    }

    /// <summary>The file, with its whole path.</summary>
    public string File => path;

    public Epoch Epoch { get; }

    /// <summary>The program that had the file before did not close it: power, a kill, a crash.</summary>
    public bool BrokeOff { get; }

    internal long Commits => writer.Commits;

    public Task<IReadOnlyList<Entry>> Read(Guid stream, long after = 0, int most = int.MaxValue, CancellationToken ct = default) =>
        Ask<IReadOnlyList<Entry>>(db => EntryReader.Read(db, stream, after, most, ct), ct);

    public Task<IReadOnlyList<Line>> Lines(Guid stream, CancellationToken ct = default) => Query(
        $"SELECT {Row.Columns} FROM entry WHERE stream = @stream ORDER BY number", new { stream = Row.Bytes(stream) }, line => line, ct);

    public Task<IReadOnlyList<Entry>> Firsts(CancellationToken ct = default) => Query<Entry>(
        $"SELECT {Row.Columns} FROM entry WHERE number = 1 AND stream IN (SELECT stream FROM head) ORDER BY at, stream",
        null, line => Imports.Known(line) ?? throw new StorageRefusedException(
            $"{path} cannot be started on: the first entry of journal {line.Stream} is none that this version knows. Restore the newest copy that holds."), ct);

    public Task<IReadOnlyDictionary<Guid, Tip>> Tips(CancellationToken ct = default) => Ask<IReadOnlyDictionary<Guid, Tip>>(db =>
        db.Query<(byte[] Stream, long Number, byte[] Hash)>("SELECT stream, number, hash FROM head")
            .ToDictionary(head => Row.Id(head.Stream), head => new Tip(head.Number, Convert.ToHexStringLower(head.Hash))), ct);

    public Task Append(IReadOnlyList<Entry> entries, BoxAct? box = null, IReadOnlyList<Erasure>? erasures = null, Strand? strand = null) => entries.Count == 0
        ? Task.CompletedTask
        : writer.Enqueue(new([.. entries.Select(entry => Line.Of(entry, Line.Nothing))], box: box, erasures: erasures, entries: entries, strand: strand));

    public Task Gone() => writer.Enqueue(new([], act: _ => { }, erases: true));

    public void Watch(IWatch watch)
    {
        lock (held) watches = [.. watches, watch];
    }

    public async Task<IReadOnlyList<Pile>> Box(Guid stream, string item, long round)
    {
        IReadOnlyList<Pile> piles = [];
        await OnWriter(db => piles = BoxTable.Read(db, stream, item, round));
        return piles;
    }

    /// <summary>When words were last erased; null: never. Looks at every entry.</summary>
    internal DateTimeOffset? LastErasure()
    {
        using var db = JournalConnection.Reader(path, pooled: true);
        return db.ExecuteScalar<long?>("SELECT max(at) FROM entry WHERE name = @name", new { name = EventNames.Of(typeof(WordsErased)) }) is { } ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }

    /// <summary>True while a box of a session that is not closed holds ballots; nor is one whose close was taken back.</summary>
    internal bool IsVoting()
    {
        using var db = JournalConnection.Reader(path, pooled: true);
        return BoxTable.IsVoting(db);
    }

    public Task Import(IReadOnlyList<Line> lines)
    {
        if (lines.Count == 0) return Task.CompletedTask;
        if (Imports.Refusal(lines) is { } code) return Task.FromException(new JournalException(code));
        return writer.Enqueue(new(lines, isImport: true, entries: [.. lines.Select(line => line.ToEntry())]));
    }

    /// <summary>Runs an act on the writer's connection, between two groups.</summary>
    internal Task OnWriter(Action<SqliteConnection> act) => writer.Enqueue(new([], act: act));

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1) return;
        JournalConnection.ClosePool(path);
        writer.Dispose();
        held.Dispose();
    }

    public ValueTask DisposeAsync() => new(Task.Run(Dispose));

    private void Tell(JournalWork work)
    {
        foreach (var watch in watches) watch.Committed(work.Lines[0].Stream, work.Entries);
    }

    private Task<IReadOnlyList<T>> Query<T>(string sql, object? parameters, Func<Line, T> map, CancellationToken ct) => Ask<IReadOnlyList<T>>(db =>
        [.. db.Query<Row>(new CommandDefinition(sql, parameters, flags: CommandFlags.None, cancellationToken: ct)).Select(row => map(row.ToLine()))], ct);

    // SQLite's driver has no asynchronous calls: a reader works on a thread of the pool, never on the caller's.
    private Task<T> Ask<T>(Func<SqliteConnection, T> question, CancellationToken ct) => Task.Run(() =>
    {
        using var db = JournalConnection.Reader(path, pooled: true);
        return question(db);
    }, ct);
}
