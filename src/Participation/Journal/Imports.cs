using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Participation.Journal;

/// <summary>What every journal asks of lines that another one wrote.</summary>
public static class Imports
{
    /// <summary>As the house reads, and what an event must have must be there: the house writes it always, somebody else need not.</summary>
    private static readonly JsonSerializerOptions Strict = new(Json.Options)
    {
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Demand, Json.NothingIgnored } },
    };

    /// <summary>Why these lines may not come in; null when they form one whole stream that can be read.</summary>
    public static string? Refusal(IReadOnlyList<Line> lines)
    {
        if (lines.Any(line => line.Stream != lines[0].Stream || line.Digest.Length != 32 || line.Previous.Length != 32) || Line.Break(lines) is not null)
            return "journal.broken-chain";
        return lines.All(line => Known(line) is not null) ? null : "journal.unreadable";
    }

    /// <summary>The entry of a line that another journal wrote.</summary>
    /// <exception cref="JsonException">A member is missing, is null or is of another type, or a list holds nothing where something belongs.</exception>
    /// <exception cref="KeyNotFoundException">No such event is known.</exception>
    public static Entry EntryOf(Line line)
    {
        var type = EventNames.TypeOf(line.Name);
        using (var data = JsonDocument.Parse(line.Json, new() { MaxDepth = Json.Options.MaxDepth }))
            if (HoldsNothing(data.RootElement)) throw new JsonException("A list holds null.");
        var read = JsonSerializer.Deserialize(line.Json, type, Strict) ?? throw new JsonException("null");
        return new(line.Stream, line.Number, line.At, line.By, line.Hand, line.Command, line.Body, line.Salt, (Event)read) { IsWhole = line.Words is null };
    }

    /// <summary>The entry; null: its name or shape is none that this version knows, and would stop every later reading of the stream.</summary>
    public static Entry? Known(Line line)
    {
        try
        {
            return EntryOf(line);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or NotSupportedException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Nullability says nothing of the elements of a list.</summary>
    private static bool HoldsNothing(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().Any(each => each.ValueKind == JsonValueKind.Null || HoldsNothing(each)),
        JsonValueKind.Object => json.EnumerateObject().Any(member => HoldsNothing(member.Value)),
        _ => false,
    };

    /// <summary>What may not be null and has no default is written always; what may be missing is not written when it is.</summary>
    private static void Demand(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
            if (member.AssociatedParameter is { HasDefaultValue: false, IsNullable: false }) member.IsRequired = true;
    }
}
