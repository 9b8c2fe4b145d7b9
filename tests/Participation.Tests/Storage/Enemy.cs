using System.Text.Json.Nodes;
using Participation.Activities.Clusters;
using Participation.Activities.DotVote;
using Participation.Activities.Ideas;
using Participation.Journal;
using Participation.Tests.Journal;

namespace Participation.Tests.Storage;

/// <summary>
/// Somebody who can write into the data file and knows all of this house: changes whatever was recorded, makes it look erased, and appends entries as they should be, with their hashes.
/// What he does is drawn by chance from what would help him.
/// </summary>
internal sealed class Enemy(Random chance)
{
    private static readonly string[] Members = ["", "text", "name", "text place", "place text", "dots", "dots item", "text text", "keywords", "item", "lines"];

    private static readonly Event[] Events =
    [
        new Noted("forged"), new IdeaGiven("ideas", 9, "forged", IdeaKind.Project, null, null, null, null), new DotsCast("vote", new Dictionary<string, int> { ["a"] = 9 }),
        new KeywordsChosen("board", "g", ["forged"]), new ClusterNamed("board", "c", "forged", null), new WordsErased(new Dictionary<string, string> { ["2"] = "" }), new WordsErased(new Dictionary<string, string>()),
    ];

    private bool rewrote;

    /// <summary>True when he wrote the end anew, the hash of the last entry with it: a chain that holds says nothing then, only a fingerprint that was kept elsewhere does.</summary>
    public bool WroteTheEndAnew(IReadOnlyList<Line> before, IReadOnlyList<Line> after) =>
        rewrote || after.Count < before.Count || !before[^1].Hash().AsSpan().SequenceEqual(after[before.Count - 1].Hash());

    public List<Line> Attack(IReadOnlyList<Line> recorded)
    {
        var lines = recorded.ToList();
        for (var times = chance.Next(1, 4); times > 0; times--)
        {
            var at = chance.Next(lines.Count);
            lines[at] = Changed(lines[at], lines[chance.Next(lines.Count)]);
        }
        if (chance.Next(12) == 0) lines.RemoveAt(chance.Next(lines.Count));
        if (lines.Count > 1 && chance.Next(12) == 0) (lines[0], lines[^1]) = (lines[^1], lines[0]);
        if (chance.Next(8) == 0) Rechain(lines);
        for (var more = chance.Next(4); more > 0; more--) lines.Add(Next(lines, new Noted("more")));
        // Most often he says what would excuse him, and now and then says it again.
        for (var more = chance.Next(1, 3); more > 0; more--) lines.Add(Next(lines, Telling(lines)));
        return lines;
    }

    private Line Changed(Line line, Line other) => chance.Next(16) switch
    {
        0 or 1 => Blanked(line),
        2 => Blanked(line) with { Data = Otherwise(line.Data) },
        3 => line with { Data = Otherwise(line.Data), Salt = null },
        4 => Hashed(line with { Data = Otherwise(line.Data) }),
        5 => line with { Name = other.Name, Data = other.Data, Digest = other.Digest, Words = other.Words, Salt = other.Salt },
        6 => line with { Words = line.Words is { } words ? words with { Text = Otherwise(words.Text) } : new("", "{}", new byte[32]), Salt = null },
        7 => line with { Words = line.Words is { } words ? words with { Members = Members[chance.Next(Members.Length)] } : null, Salt = chance.Next(2) == 0 ? null : line.Salt },
        8 => line with { Words = line.Words is { } words ? words with { Digest = line.Digest } : null, Digest = line.Words?.Digest ?? line.Digest },
        9 => line with { Words = line.Words is null ? new(Members[chance.Next(Members.Length)], Otherwise(line.Data), line.Digest) : null },
        10 => Said(line) is { Salt: not null } same ? Line.Of(same, line.Previous) with { Salt = null } : line,
        11 => Said(line) is { Salt: not null } anew ? Line.Of(anew with { Event = Events[chance.Next(Events.Length)] }, line.Previous) : line,
        12 => line with { By = Guid.NewGuid() },
        13 => line with { At = line.At.AddTicks(1), Hand = Guid.Empty },
        14 => Hashed(line with { Salt = Guid.NewGuid() }),
        _ => line with { Words = null, Data = line.Json, Salt = null },
    };

    /// <summary>As an erasure would leave it.</summary>
    private static Line Blanked(Line line) => Said(line) is { } said && Erasures.Of([said]) is [var erased] ? line.Without(erased) : line with { Salt = null };

    /// <summary>Null when it says nothing that could be read.</summary>
    private static Entry? Said(Line line)
    {
        try
        {
            return line.ToEntry();
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or NullReferenceException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The same JSON with another number, word or count in it, or with one more.</summary>
    private string Otherwise(string json)
    {
        using var read = System.Text.Json.JsonDocument.Parse(json);
        if (read.RootElement.ValueKind != System.Text.Json.JsonValueKind.Object || !read.RootElement.EnumerateObject().Any()) return """{"more":1}""";
        // What was changed before may name a member twice.
        var members = new JsonObject();
        foreach (var member in read.RootElement.EnumerateObject()) members[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        var (name, value) = members.ElementAt(chance.Next(members.Count));
        members[name] = value switch
        {
            JsonObject counts => new JsonObject([.. counts.Select(count => KeyValuePair.Create<string, JsonNode?>(count.Key + "x", 7))]),
            JsonArray => new JsonArray("forged"),
            JsonValue number when number.GetValueKind() == System.Text.Json.JsonValueKind.Number => 77,
            _ => "forged",
        };
        return members.ToJsonString(Json.Options);
    }

    private static Line Hashed(Line line) => line.Salt is not { } salt ? line
        : line.Words is { } words ? line with { Digest = LineHash.OfData(line.Name, line.Data), Words = words with { Digest = LineHash.OfWords(salt, line.Name, words.Text) } }
        : line with { Digest = LineHash.OfWhole(salt, line.Name, line.Data) };

    /// <summary>Every hash from some line on, as it would be had all of it been recorded so.</summary>
    private void Rechain(List<Line> lines)
    {
        rewrote = true;
        for (var at = 0; at < lines.Count; at++)
            lines[at] = Hashed(lines[at]) with { Number = at + 1, Previous = at == 0 ? Line.Nothing : lines[at - 1].Hash() };
    }

    private Line Next(List<Line> lines, Event happened)
    {
        var entry = Notes.Note(lines[0].Stream, lines.Count + 1) with { Event = happened };
        var previous = lines[^1].Hash();
        return chance.Next(6) == 0 ? FirstForm.Of(entry, previous) : Line.Of(entry, previous);
    }

    private WordsErased Telling(List<Line> lines) => new(lines.Where(line => line.Salt is null || chance.Next(30) == 0)
        .GroupBy(line => line.Number).ToDictionary(
            same => $"{same.Key}", same => same.First() is var line && (line.Words is null) != (chance.Next(20) == 0) ? FirstForm.Left(line) : ""));
}
