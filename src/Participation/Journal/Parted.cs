using System.Text;
using System.Text.Json;

namespace Participation.Journal;

/// <summary>An event's JSON in two texts, words and the rest: how it is put together, and whether it was taken apart as it should be.</summary>
internal static class Parted
{
    private static readonly JsonReaderOptions Depth = new() { MaxDepth = Json.Options.MaxDepth };

    /// <summary>Both are objects to the brace, so one follows the other in one object.</summary>
    public static string Joined(string words, string rest) =>
        words == Parting.Nothing ? rest : rest == Parting.Nothing ? words : $"{rest.AsSpan(..^1)},{words.AsSpan(1..)}";

    /// <summary>Into a place of the length of both.</summary>
    public static ReadOnlySpan<byte> Joined(ReadOnlySpan<byte> words, ReadOnlySpan<byte> rest, Span<byte> place)
    {
        rest.CopyTo(place);
        place[rest.Length - 1] = (byte)',';
        words[1..].CopyTo(place[rest.Length..]);
        return place[..(rest.Length + words.Length - 1)];
    }

    /// <summary>
    /// True when the words are of the members that the line names, those are words of its event, and no word stands in the rest. Of an event that nobody here knows
    /// the line's own list is believed until something was erased.
    /// </summary>
    public static bool IsRight(Line line)
    {
        var (parting, listed) = (EventNames.PartingOf(line.Name), Listed(line.Words!));
        if (parting is null ? line.Salt is null || listed.Contains("") || listed.Distinct().Count() < listed.Length : !parting.Lists(listed)) return false;
        return Names(line.Words!.Text) is { } words && Names(line.Data) is { } rest
            && words.IsSubsetOf(listed) && !rest.Overlaps(listed) && (parting is null || !rest.Any(parting.IsWord));
    }

    /// <summary>True when this is what an erasure leaves of the line, to the letter, and the event can be read.</summary>
    public static bool IsBlank(Line line)
    {
        try
        {
            return EventNames.PartingOf(line.Name) is { HasWords: true } parting && line.ToEntry() is not null
                && (line.Words is { } words ? words.Members.Length > 0 && words.Text == parting.BlankOf(Listed(words)) : line.Data == parting.Blanked(line.Data));
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException or NullReferenceException or NotSupportedException)
        {
            return false;
        }
    }

    private static string[] Listed(LineWords words) => words.Members.Length == 0 ? [] : words.Members.Split(' ');

    /// <summary>The names of an object's members; null when it is none from the first letter to the last, or has one twice.</summary>
    private static HashSet<string>? Names(string json)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), Depth);
            if (!json.StartsWith('{') || !json.EndsWith('}') || !reader.Read()) return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (!names.Add(reader.GetString()!)) return null;
                reader.Skip();
            }
            return reader.Read() || (names.Count == 0 && json != Parting.Nothing) ? null : names;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
