using System.Security.Cryptography;
using System.Text;

namespace Participation.Journal;

/// <summary>What somebody said in their own words, or of themselves: it leaves the journal when it is erased.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ErasableAttribute : Attribute;

/// <summary>A line that loses its salt and its words: its number, and the data that stays.</summary>
public sealed record Erasure(long Number, string Data);

/// <summary>Words were erased from earlier lines. The digest of what stayed of each stands here, in the chain: nothing else can stand there.</summary>
/// <param name="Lines">By number: the SHA-256 of name and remaining data, in hex.</param>
[EventName("journal.words-erased")]
public sealed record WordsErased(IReadOnlyDictionary<string, string> Lines) : Event;

/// <summary>Takes the words out of events: text becomes empty, what may be missing is missing. What was counted stays.</summary>
public static class Erasures
{
    /// <summary>The erasures that these entries need; an entry without words, or without them already, needs none.</summary>
    public static IReadOnlyList<Erasure> Of(IEnumerable<Entry> entries) => [.. entries.Select(Of).OfType<Erasure>()];

    /// <summary>The event that tells of erasures.</summary>
    public static WordsErased Told(IEnumerable<(Entry Entry, Erasure Erasure)> erased) => new(erased.ToDictionary(
        one => one.Erasure.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        one => Digest(EventNames.Of(one.Entry.Event.GetType()), one.Erasure.Data)));

    /// <summary>SHA-256(name ‖ 0 ‖ data) in hex.</summary>
    public static string Digest(string name, string data) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\0{data}")));

    private static Erasure? Of(Entry entry) =>
        entry.Salt is not null && EventNames.PartingOf(entry.Event.GetType()) is { HasWords: true } parting
            ? new(entry.Number, parting.Blanked(EventNames.Write(entry.Event))) : null;
}
