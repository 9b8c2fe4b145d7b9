using Dapper;
using Microsoft.Data.Sqlite;
using Participation.Journal;

namespace Participation.Server.Storage;

/// <summary>One walk along the chain of a stream as it lies in the file, to its recorded head.</summary>
internal sealed class JournalWalk
{
    private readonly Chain chain = new();
    private readonly List<(Line Line, string Hash)> found = [];
    private readonly List<(long Number, string Name)> after = [];
    private readonly string name;
    private readonly JournalBreak? unknown;

    /// <param name="sought">The beginning of a hash, in lower hex; null when none is sought.</param>
    public JournalWalk(SqliteConnection db, byte[] stream, string? sought)
    {
        name = NameOf(stream);
        try
        {
            foreach (var row in db.Query<Row>($"SELECT {Row.ColumnsOf(db)} FROM entry WHERE stream = @stream ORDER BY number", new { stream }, buffered: false))
            {
                var line = row.ToLine();
                if (!chain.Add(line)) break;
                // The start reads it, and ends where it cannot.
                if (line.Number == 1 && Imports.Known(line) is null) unknown = new(name, 1, "event");
                if (sought is not null) Seek(line, sought);
            }
        }
        catch (Exception e) when (e is FormatException or InvalidCastException)
        {
            Break = new(name, chain.Number + 1, "form");
            return;
        }
        Break = chain.Break is var (number, reason) ? new(name, number, reason) : AtHead(db, stream) ?? unknown;
    }

    public JournalBreak? Break { get; }

    /// <summary>Null when every line still has its words.</summary>
    public JournalErasure? Erased => chain.Erased.ToList() is { Count: > 0 } erased ? new(name, erased.Count, erased.Count(line => line.OnItsWord)) : null;

    public IEnumerable<JournalHead> Found => found.Select(one =>
    {
        var erased = chain.Erased.Where(line => line.Number <= one.Line.Number && line.Teller > one.Line.Number).ToList();
        return new JournalHead(name, one.Line.Number, one.Hash, one.Line.At,
            [.. after.Where(line => line.Number > one.Line.Number).CountBy(line => line.Name).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => (kind.Key, kind.Value))],
            [.. erased.Select(line => line.Number)], erased.Count(line => line.OnItsWord));
    });

    private void Seek(Line line, string sought)
    {
        if (found.Count > 0) after.Add((line.Number, line.Name));
        var hash = Convert.ToHexStringLower(chain.Hash);
        if (hash.StartsWith(sought, StringComparison.Ordinal)) found.Add((line, hash));
    }

    /// <summary>Where the stream is recorded to end it must end: a changed last line, or a cut tail, shows by nothing else.</summary>
    private JournalBreak? AtHead(SqliteConnection db, byte[] stream)
    {
        var head = db.QuerySingleOrDefault<Head>("SELECT number, hash FROM head WHERE stream = @stream", new { stream }) ?? Head.None;
        if (head.Number > chain.Number) return new(name, chain.Number + 1, "missing");
        return head.Number < chain.Number || !head.Hash.AsSpan().SequenceEqual(chain.Hash) ? new(name, chain.Number, "head") : null;
    }

    private static string NameOf(byte[] stream) => stream.Length == 16 ? Row.Id(stream).ToString() : Convert.ToHexStringLower(stream);
}
