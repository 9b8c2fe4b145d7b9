using System.Collections.Immutable;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Participation.Journal;

namespace Participation.Server.Storage;

/// <summary>The ballot boxes of secret votes, in the journal's file and apart from the journal. Written by the writer alone, in its transaction.</summary>
internal static class BoxTable
{
    /// <summary>Sizes tell nothing below this.</summary>
    private const int Block = 1024;

    private sealed record Written(int Ballots, IReadOnlyDictionary<string, int> Marks);

    private sealed record Stored(string Paper, string Ballots);

    public static void Do(SqliteConnection db, Guid session, BoxAct act)
    {
        switch (act)
        {
            case BallotBoxed ballot:
                Cast(db, session, ballot);
                break;
            case BoxesEmptied emptied:
                foreach (var (item, round) in emptied.Boxes)
                    db.Execute("DELETE FROM box WHERE session = @session AND item = @item AND round = @round", new { session = Row.Bytes(session), item, round });
                break;
            default:
                throw new ArgumentException($"{act.GetType().Name} is nothing that happens to a box.");
        }
    }

    /// <summary>By paper, in their order.</summary>
    public static IReadOnlyList<Pile> Read(SqliteConnection db, Guid session, string item, long round) =>
    [
        .. db.Query<Stored>("SELECT paper, ballots FROM box WHERE session = @session AND item = @item AND round = @round ORDER BY paper",
            new { session = Row.Bytes(session), item, round }).Select(Pile),
    ];

    /// <summary>True while a box of a session that is not closed holds ballots; nor is one whose close was taken back.</summary>
    public static bool IsVoting(SqliteConnection db) => db.ExecuteScalar<bool>("""
        SELECT EXISTS (SELECT 1 FROM box WHERE NOT EXISTS (SELECT 1 FROM entry closed WHERE closed.stream = box.session AND closed.name = 'session.closed'
            AND NOT EXISTS (SELECT 1 FROM entry undone WHERE undone.stream = closed.stream AND undone.name = 'session.act-undone' AND json_extract(undone.data, '$.act') = closed.number)))
        """);

    private static void Cast(SqliteConnection db, Guid session, BallotBoxed ballot)
    {
        var place = new { session = Row.Bytes(session), item = ballot.Item, round = ballot.Round, paper = ballot.Paper };
        var stored = db.QuerySingleOrDefault<Stored>(
            "SELECT paper, ballots FROM box WHERE session = @session AND item = @item AND round = @round AND paper = @paper", place);
        var pile = (stored is null ? Journal.Pile.Nothing(ballot.Paper) : Pile(stored)).With(ballot);
        db.Execute("INSERT OR REPLACE INTO box (session, item, round, paper, ballots) VALUES (@session, @item, @round, @paper, @ballots)",
            new { place.session, place.item, place.round, place.paper, ballots = Text(pile) });
    }

    private static Pile Pile(Stored stored)
    {
        var written = JsonSerializer.Deserialize<Written>(stored.Ballots, Json.Options)!;
        return new(stored.Paper, written.Ballots, written.Marks.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    private static string Text(Pile pile)
    {
        var text = JsonSerializer.Serialize(new Written(pile.Ballots, pile.Marks), Json.Options);
        return text.PadRight((text.Length + Block - 1) / Block * Block);
    }
}
