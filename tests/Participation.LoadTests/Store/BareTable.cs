using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Participation.Journal;
using Participation.Server.Storage;

namespace Participation.LoadTests.Store;

/// <summary>The product's table and nothing of the product: a prepared command writes rows that lie ready. What the machine can give at most.</summary>
internal sealed class BareTable : IDisposable
{
    private const string Full = "2";

    private readonly SqliteConnection db;
    private readonly SqliteCommand insert;
    private readonly object?[][] rows;

    /// <param name="path">A file that the product made, so that the table is the same.</param>
    public BareTable(string path, Ideas ideas)
    {
        db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        db.Open();
        Run("PRAGMA journal_mode = WAL");
        Run("PRAGMA synchronous = FULL");
        Assert(db);
        insert = db.CreateCommand();
        insert.CommandText = $"INSERT INTO entry ({Row.Columns}) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
        for (var i = 0; i < 15; i++) insert.Parameters.Add(new SqliteParameter($"${i}", null));
        insert.Prepare();
        rows = [.. Enumerable.Range(1, 4096).Select(number => Values(Line.Of(ideas.At(number), Line.Nothing)))];
    }

    /// <summary>Not measured with less than what is promised.</summary>
    public static void Assert(SqliteConnection db)
    {
        using var ask = db.CreateCommand();
        ask.CommandText = "PRAGMA synchronous";
        if (ask.ExecuteScalar()?.ToString() != Full) throw new InvalidOperationException("synchronous is not FULL.");
    }

    /// <summary>Writes for so long, so many rows in each transaction.</summary>
    public Written Write(int group, TimeSpan time)
    {
        var (since, number, cpu) = (Stopwatch.GetTimestamp(), 0L, Spent.Seconds);
        while (Stopwatch.GetElapsedTime(since) < time)
        {
            Run("BEGIN IMMEDIATE");
            for (var i = 0; i < group; i++) Insert(++number);
            Run("COMMIT");
        }
        var spent = Spent.Seconds - cpu;
        return Written.Of(number, since, spent, spent);
    }

    public void Dispose()
    {
        insert.Dispose();
        db.Dispose();
    }

    private void Insert(long number)
    {
        var row = rows[number % rows.Length];
        for (var i = 0; i < row.Length; i++) insert.Parameters[i].Value = row[i];
        insert.Parameters[1].Value = number;
        insert.ExecuteNonQuery();
    }

    private void Run(string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object?[] Values(Line line) =>
    [
        Row.Bytes(line.Stream), line.Number, line.At.UtcTicks, Row.Bytes(line.By), DBNull.Value, Row.Bytes(line.Command), Row.Bytes(line.Body), line.Name,
        Row.Bytes(line.Salt!.Value), line.Data, line.Digest, line.Previous,
        line.Words!.Members, line.Words.Text, line.Words.Digest,
    ];
}
