using System.Globalization;
using System.Text.Json;

namespace Participation.Journal;

/// <summary>
/// Walks a stream from its first line on and says where it does not follow from what was before. What lost its words is excused as far as an eraser's word goes,
/// which is not far: words went, all of them and nothing else, and a later line says so. That nothing else went a line's own digest says; of one of the first form only who erased.
/// </summary>
public sealed class Chain
{
    private static readonly string WordsErasedName = EventNames.Of(typeof(WordsErased));

    /// <summary>By number: what each line without words is said to be now, and the first line that said so (0: none yet).</summary>
    private readonly SortedDictionary<long, (string Left, long Teller)> erased = [];

    private (long Number, string Reason)? broken;

    /// <summary>There was a line of the second form: none of the first follows it.</summary>
    private bool parted;

    /// <summary>The number and the hash of the last line that held.</summary>
    public long Number { get; private set; }

    public byte[] Hash { get; private set; } = Line.Nothing;

    /// <summary>The first line that does not hold, with the reason; null when all do that came so far, and all erasures were told.</summary>
    public (long Number, string Reason)? Break =>
        broken ?? (erased.Where(line => line.Value.Teller == 0).Select(line => line.Key).FirstOrDefault() is > 0 and var untold ? (untold, "data") : null);

    /// <summary>
    /// The lines that lost their words, each with the number of the first line that told of it, and whether what they hold beside words rests on that line's word alone.
    /// </summary>
    public IEnumerable<(long Number, long Teller, bool OnItsWord)> Erased => erased.Select(line => (line.Key, line.Value.Teller, line.Value.Left.Length > 0));

    /// <summary>False when this line, or one before it, does not hold.</summary>
    public bool Add(Line line)
    {
        if (broken is not null) return false;
        if (Fault(line) is { } reason)
        {
            broken = (Number + 1, reason);
            return false;
        }
        (Number, Hash) = (line.Number, line.Hash());
        return true;
    }

    public static Chain Of(IEnumerable<Line> lines)
    {
        var chain = new Chain();
        foreach (var line in lines)
            if (!chain.Add(line)) break;
        return chain;
    }

    private string? Fault(Line line)
    {
        if (line.Number != Number + 1) return "number";
        if (!line.Previous.AsSpan().SequenceEqual(Hash)) return "previous";
        if (!line.HasForm() || (parted && line.Words is null)) return "form";
        if (!line.Holds()) return "data";
        if (line.Words is not null && !Parted.IsRight(line)) return "form";
        if (line.Salt is null)
        {
            if (!Parted.IsBlank(line)) return "data";
            erased[line.Number] = (Erasures.Told(line), 0);
        }
        parted |= line.Words is not null;
        return line.Name != WordsErasedName || Told(line) ? null : "told";
    }

    /// <summary>False when the line tells of anything but earlier lines that lost their words, or otherwise than they lost them.</summary>
    private bool Told(Line line)
    {
        try
        {
            foreach (var (written, left) in ((WordsErased)EventNames.Read(line.Name, line.Json)).Lines)
            {
                if (!long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    || number.ToString(CultureInfo.InvariantCulture) != written
                    || !erased.TryGetValue(number, out var found) || found.Left != left) return false;
                if (found.Teller == 0) erased[number] = (left, line.Number);
            }
            return true;
        }
        catch (Exception e) when (e is JsonException or NullReferenceException)
        {
            return false;
        }
    }
}
