using System.Text.RegularExpressions;

namespace Participation.Workshops;

/// <summary>The two letters before the numbers of an item's contributions: as given, or made from its kind; no two items have the same.</summary>
internal static partial class Marks
{
    public static IReadOnlyList<string> Of(IReadOnlyList<ItemDraft> drafts, SourceFile file)
    {
        var taken = new HashSet<string>();
        foreach (var (i, draft) in drafts.Index())
        {
            if (draft.Mark is not { } mark) continue;
            if (!Mark().IsMatch(mark)) throw file.Refuse($"$.agenda[{i}].mark", "workshop.wrong-mark", mark);
            if (!taken.Add(mark)) throw file.Refuse($"$.agenda[{i}].mark", "workshop.duplicate-mark", mark);
        }
        return [.. drafts.Select(draft => draft.Mark ?? Free(draft.Kind, taken))];
    }

    /// <summary>dot-vote: DV; slide: SL, and the next slides SM, SN … as long as there are letters.</summary>
    private static string Free(string kind, HashSet<string> taken)
    {
        var words = kind.ToUpperInvariant().Split('-', StringSplitOptions.RemoveEmptyEntries);
        var (first, second) = words is [[var a, ..], [var b, ..], ..] ? (a, b) : words is [[var c, var d, ..], ..] ? (c, d) : ('X', 'A');
        for (var i = 0; i < Letters * Letters; i++)
        {
            var mark = $"{Letter(first - 'A' + (i / Letters))}{Letter(second - 'A' + i)}";
            if (taken.Add(mark)) return mark;
        }
        return kind;
    }

    private const int Letters = 26;

    private static char Letter(int number) => (char)('A' + (((number % Letters) + Letters) % Letters));

    [GeneratedRegex(@"^[A-Z]{2}\z")]
    private static partial Regex Mark();
}
