using System.Security.Cryptography;
using System.Text;
using Participation.Journal;

namespace Participation.Tests.Journal;

/// <summary>
/// Lines as the first released version wrote and erased them: one text, one salted digest. Made here by hand, for the house writes them no more and reads them for ever.
/// </summary>
internal static class FirstForm
{
    public static Line Of(Entry entry, byte[] previous) =>
        Of(entry, previous, EventNames.Of(entry.Event.GetType()), EventNames.Write(entry.Event));

    /// <summary>Also of an event that nobody knows, or in JSON that nobody would write.</summary>
    public static Line Of(Entry entry, byte[] previous, string name, string data) => new(
        entry.Stream, entry.Number, entry.At, entry.By, entry.Hand, entry.Command, entry.Body, name, entry.Salt, data,
        SHA256.HashData([.. (entry.Salt ?? Guid.Empty).ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes($"{name}\0{data}")]), previous);

    public static List<Line> Chained(params IEnumerable<Entry> entries) => Chained([], entries);

    /// <summary>What somebody may do who can only append.</summary>
    public static List<Line> Chained(IReadOnlyList<Line> before, params IEnumerable<Entry> entries)
    {
        var lines = before.ToList();
        foreach (var entry in entries) lines.Add(Of(entry, lines.Count == 0 ? Line.Nothing : lines[^1].Hash()));
        return lines;
    }

    /// <summary>SHA-256(name ‖ 0 ‖ data) in hex: what an eraser says is left of a line.</summary>
    public static string Left(Line line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{line.Name}\0{line.Data}")));
}
