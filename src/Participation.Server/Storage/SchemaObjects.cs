using Dapper;
using Microsoft.Data.Sqlite;

namespace Participation.Server.Storage;

/// <summary>
/// What a journal's file is made of: the tables of its steps and nothing else. A trigger could swallow what is written while receipts go out.
/// </summary>
internal static class SchemaObjects
{
    private sealed record Made(string Type, string Name, string Sql)
    {
        public override string ToString() => $"{Type} {Name}";
    }

    /// <summary>Names the objects that are in the file and not in its steps, missing from it, or not as a step made them; empty when all is as it should be.</summary>
    /// <param name="steps">The steps that the file has taken.</param>
    public static IReadOnlyList<string> Foreign(SqliteConnection db, IEnumerable<string> steps)
    {
        using var model = new SqliteConnection("Data Source=:memory:");
        model.Open();
        foreach (var step in steps) model.Execute(step);
        var (expected, found) = (Of(model), Of(db));
        return [.. found.Except(expected).Concat(expected.Except(found)).Select(made => made.ToString()).Distinct()];
    }

    // A step's text may have been checked out with other line ends.
    private static List<Made> Of(SqliteConnection db) => [.. db
        .Query<(string Type, string Name, string? Sql)>("SELECT type, name, sql FROM sqlite_schema")
        .Select(made => new Made(made.Type, made.Name, made.Sql?.Replace("\r", "", StringComparison.Ordinal) ?? ""))];
}
