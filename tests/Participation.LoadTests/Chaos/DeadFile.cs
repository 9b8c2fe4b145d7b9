using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;
using Participation.Journal;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;
using Participation.Server.Storage;

namespace Participation.LoadTests.Chaos;

/// <summary>What a server left behind, looked at before it is started again: pages, chains, and a row for every receipt that was given.</summary>
internal static class DeadFile
{
    /// <summary>What is wrong; nothing when all holds.</summary>
    /// <param name="acknowledged">What had its receipt before this was called.</param>
    public static List<string> Check(string path, IEnumerable<Intent> acknowledged)
    {
        var check = JournalFile.Verify(path);
        var remarks = check.Damage.Concat(check.Breaks.Select(found => $"{found}")).ToList();
        using var db = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        db.Open();
        var rows = db.Query<(byte[] By, byte[] Command)>("SELECT coalesce(hand, by), command FROM entry")
            .GroupBy(row => (new Guid(row.By, bigEndian: true), new Guid(row.Command, bigEndian: true))).ToDictionary(row => row.Key, row => row.Count());
        foreach (var intent in acknowledged)
        {
            var times = rows.GetValueOrDefault((intent.By, intent.Sent.Command));
            if (times != 1) remarks.Add($"{intent.Sent.Name} {intent.Sent.Command} was acknowledged as {intent.Answer!.Number} and is there {times} times");
        }
        return remarks;
    }

    /// <summary>The ballot boxes hold what people chose and were told to be cast: each choice so many times. Only once everybody has an answer.</summary>
    public static IEnumerable<string> Boxes(string path, IEnumerable<Intent> acknowledged)
    {
        using var db = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        db.Open();
        var lying = db.Query<(string Paper, string Ballots)>("SELECT paper, ballots FROM box")
            .SelectMany(box => JsonNode.Parse(box.Ballots)!["marks"]!.AsObject().Select(mark => ((box.Paper, mark.Key), mark.Value!.GetValue<int>())))
            .ToDictionary(each => each.Item1, each => each.Item2);
        var cast = acknowledged.Where(intent => intent.Sent.Name == Sent.Casts).Select(intent => JsonSerializer.SerializeToNode(intent.Sent.Data, Json.Options)!)
            .GroupBy(ballot => (ballot["paper"]!.GetValue<string>(), ballot["choices"]![0]!.GetValue<string>())).ToDictionary(ballots => ballots.Key, ballots => ballots.Count());
        return lying.Keys.Union(cast.Keys).Where(mark => lying.GetValueOrDefault(mark) != cast.GetValueOrDefault(mark))
            .Select(mark => $"in the box of {mark.Item1} lie {lying.GetValueOrDefault(mark)} times {mark.Item2} for {cast.GetValueOrDefault(mark)} ballots");
    }
}
