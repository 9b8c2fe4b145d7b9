using System.Text.Json;
using System.Text.Json.Nodes;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.LoadTests.Oracle;

/// <summary>An exported session, read with the model: its journal, and whether the chain of it holds.</summary>
/// <param name="Broken">Where and why the chain breaks; null when it holds.</param>
internal sealed record SessionFile(IReadOnlyList<Entry> Entries, SessionState State, string? Broken)
{
    public static SessionFile Read(byte[] json)
    {
        var lines = JsonNode.Parse(json)!["lines"].Deserialize<Line[]>(Json.Options)!;
        var found = Line.Break(lines);
        var entries = lines.Select(line => line.ToEntry()).ToList();
        return new(entries, SessionState.Fold(entries), found is { } at ? $"the chain breaks at entry {at.Number}: {at.Reason}" : null);
    }
}
