using Microsoft.Data.Sqlite;
using Participation.Journal;
using SQLitePCL;

namespace Participation.Server.Storage;

/// <summary>
/// Reads entries for folding, straight from SQLite's own memory: no row object, no array for an identifier, no text in between. Digest and
/// hash are left where they are: they are for checking, and a fold does not check.
/// </summary>
internal static class EntryReader
{
    private const string Sql = """
        SELECT number, at, by, hand, command, body, name, salt, data, words FROM entry
        WHERE stream = ?1 AND number > ?2 ORDER BY number LIMIT ?3
        """;

    /// <summary>The entries of a stream with numbers above <paramref name="after"/>, at most so many.</summary>
    /// <exception cref="FormatException">A row was not written by a journal.</exception>
    public static List<Entry> Read(SqliteConnection db, Guid stream, long after, int most, CancellationToken ct)
    {
        var code = raw.sqlite3_prepare_v2(db.Handle, Sql, out var statement);
        SqliteException.ThrowExceptionForRC(code, db.Handle);
        using (statement)
        {
            Check(raw.sqlite3_bind_blob(statement, 1, Row.Bytes(stream)), db);
            Check(raw.sqlite3_bind_int64(statement, 2, after), db);
            Check(raw.sqlite3_bind_int64(statement, 3, most), db);
            var entries = new List<Entry>();
            while ((code = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                ct.ThrowIfCancellationRequested();
                entries.Add(Entry(statement, stream));
            }
            if (code != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(code, db.Handle);
            return entries;
        }
    }

    private static Entry Entry(sqlite3_stmt row, Guid stream)
    {
        var (number, at) = (raw.sqlite3_column_int64(row, 0), raw.sqlite3_column_int64(row, 1));
        var (hand, salt) = (Id(row, 3), Id(row, 7));
        // A hand of zeros would hash like no hand.
        if (at < 0 || at > DateTime.MaxValue.Ticks || hand == Guid.Empty) throw Malformed(number);
        var name = raw.sqlite3_column_blob(row, 6);
        return new(stream, number, new DateTimeOffset(at, TimeSpan.Zero), Id(row, 2) ?? throw Malformed(number), hand,
            Id(row, 4) ?? throw Malformed(number), Id(row, 5) ?? throw Malformed(number), salt == Guid.Empty ? null : salt,
            raw.sqlite3_column_type(row, 8) == raw.SQLITE_NULL ? throw Malformed(number) : EventNames.Read(name, raw.sqlite3_column_blob(row, 9), raw.sqlite3_column_blob(row, 8)))
        {
            IsWhole = raw.sqlite3_column_type(row, 9) == raw.SQLITE_NULL,
        };
    }

    private static Guid? Id(sqlite3_stmt row, int column)
    {
        var bytes = raw.sqlite3_column_blob(row, column);
        return bytes.Length switch
        {
            16 => new Guid(bytes, bigEndian: true),
            0 => null,
            _ => throw new FormatException("An identifier has 16 bytes."),
        };
    }

    private static void Check(int code, SqliteConnection db) => SqliteException.ThrowExceptionForRC(code, db.Handle);

    private static FormatException Malformed(long number) => new($"Line {number} has not the form of a line.");
}
