using System.Security.Cryptography;
using System.Text;

namespace Participation.Journal;

/// <summary>What somebody said in their own words, or of themselves: it leaves the journal when it is erased.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ErasableAttribute : Attribute;

/// <summary>A line that loses its salt and its words: its number, and what is left.</summary>
/// <param name="Left">Of the words, of which nothing is; in a line of the first form of the whole event.</param>
public sealed record Erasure(long Number, string Left, bool IsWhole);

/// <summary>Words were erased from earlier lines.</summary>
/// <param name="Lines">
/// By number: of lines of the first form the SHA-256 of name and what stayed, in hex, for nothing else vouches for that any more; of others nothing, for their own
/// digest vouches for what stays, and what is left of words is always the same.
/// </param>
[EventName("journal.words-erased")]
public sealed record WordsErased([property: Pointer] IReadOnlyDictionary<string, string> Lines) : Event;

/// <summary>Takes the words out of events: text becomes empty, what may be missing is missing. What was counted stays.</summary>
public static class Erasures
{
    /// <summary>The erasures that these entries need; an entry without words, or without them already, needs none.</summary>
    public static IReadOnlyList<Erasure> Of(IEnumerable<Entry> entries) => [.. entries.Select(Of).OfType<Erasure>()];

    /// <summary>The event that tells of erasures.</summary>
    public static WordsErased Told(IEnumerable<(Entry Entry, Erasure Erasure)> erased) => new(erased.ToDictionary(
        one => one.Erasure.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        one => one.Erasure.IsWhole ? Digest(EventNames.Of(one.Entry.Event.GetType()), one.Erasure.Left) : ""));

    /// <summary>An entry with words as it will be read once they are gone.</summary>
    public static Entry Without(Entry entry)
    {
        var parting = EventNames.PartingOf(entry.Event.GetType());
        return entry with { Salt = null, Event = EventNames.Read(EventNames.Of(entry.Event.GetType()), Parted.Joined(parting.Blank, parting.Part(entry.Event).Data)) };
    }

    /// <summary>What an erasure says of a line that has lost its words.</summary>
    internal static string Told(Line line) => line.Words is null ? Digest(line.Name, line.Data) : "";

    private static Erasure? Of(Entry entry) =>
        entry.Salt is null || EventNames.PartingOf(entry.Event.GetType()) is not { HasWords: true } parting ? null
        : entry.IsWhole ? new(entry.Number, parting.Blanked(EventNames.Write(entry.Event)), IsWhole: true)
        : new(entry.Number, parting.Blank, IsWhole: false);

    /// <summary>SHA-256(name ‖ 0 ‖ data) in hex.</summary>
    private static string Digest(string name, string data) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\0{data}")));
}
