namespace Participation.LoadTests.Reader;

/// <summary>Two heaps of things, of which each must lie as often in one as in the other.</summary>
internal static class Counting
{
    /// <param name="open">May lie there once more.</param>
    public static IEnumerable<string> Differences(string place, IEnumerable<string> meant, IEnumerable<string> found, IEnumerable<string> open)
    {
        var (must, there, may) = (Count(meant), Count(found), Count(open));
        foreach (var text in must.Keys.Union(there.Keys))
        {
            var (least, most) = (must.GetValueOrDefault(text), must.GetValueOrDefault(text) + may.GetValueOrDefault(text));
            var times = there.GetValueOrDefault(text);
            if (times < least || times > most) yield return $"{place}: «{text}» is there {times} times and was acknowledged {least} times";
        }
    }

    private static Dictionary<string, int> Count(IEnumerable<string> texts) => texts.GroupBy(text => text).ToDictionary(same => same.Key, same => same.Count());
}
