using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Participation.Server.Storage;

/// <summary>A statement that is compiled once and run many times, without a command or a reader between it and SQLite: the writer has no time for them.</summary>
internal sealed class Prepared : IDisposable
{
    private readonly sqlite3 db;
    private readonly sqlite3_stmt statement;

    /// <param name="sql">With the parameters ?1, ?2, …</param>
    public Prepared(SqliteConnection connection, string sql)
    {
        db = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(db, sql, out statement), db);
    }

    /// <param name="values">Blobs, whole numbers, texts, or nothing.</param>
    /// <exception cref="InvalidOperationException">Another number of rows than one was written.</exception>
    public void RunForOneRow(params ReadOnlySpan<object?> values)
    {
        try
        {
            for (var i = 0; i < values.Length; i++) SqliteException.ThrowExceptionForRC(Bind(i + 1, values[i]), db);
            SqliteException.ThrowExceptionForRC(raw.sqlite3_step(statement), db);
            if (raw.sqlite3_changes(db) != 1) throw new InvalidOperationException("One row was handed over, and not one was written.");
        }
        finally
        {
            // Also after an error: a statement that still runs would keep the transaction from being rolled back.
            raw.sqlite3_reset(statement);
        }
    }

    public void Dispose() => statement.Dispose();

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        byte[] blob => raw.sqlite3_bind_blob(statement, place, blob),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        string text => raw.sqlite3_bind_text(statement, place, text),
        _ => throw new ArgumentException($"{value.GetType().Name} is not stored."),
    };
}
