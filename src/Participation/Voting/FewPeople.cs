namespace Participation.Voting;

/// <summary>
/// Which groups of people may be told apart, wherever something is printed of groups: beside contributions and in votes. A group is told where at least five share it, and what is
/// not told is nobody, everybody, or at least five people of at least two groups (complementary suppression, Willenborg and de Waal 2001): so neither what is printed nor
/// what is left when it is subtracted is about fewer.
/// </summary>
internal static class FewPeople
{
    /// <summary>A smaller group would name its people.</summary>
    public const int Fewest = 5;

    /// <param name="lines">People by group, wherever they add up to something that is known; a group is told in all of them or in none.</param>
    /// <param name="alike">Whether the groups that are not told have something in common that is printed of them all; null: nothing is.</param>
    public static HashSet<string> Told(IReadOnlyList<IReadOnlyDictionary<string, int>> lines, Func<IReadOnlyList<string>, bool>? alike = null)
    {
        var told = lines.SelectMany(line => line.Keys).Where(group => lines.All(line => line.GetValueOrDefault(group, Fewest) >= Fewest)).ToHashSet();
        // One group may stand in several lines: each that goes can leave too few over in another.
        while (lines.FirstOrDefault(line => Tells(line, told, alike)) is { } line)
            told.Remove(line.Where(group => told.Contains(group.Key)).OrderBy(group => group.Value).ThenBy(group => group.Key, StringComparer.Ordinal).First().Key);
        return told;
    }

    private static bool Tells(IReadOnlyDictionary<string, int> line, HashSet<string> told, Func<IReadOnlyList<string>, bool>? alike)
    {
        var withheld = line.Where(group => !told.Contains(group.Key)).ToList();
        return withheld.Count > 0 && withheld.Count < line.Count
            && (withheld.Count == 1 || withheld.Sum(group => group.Value) < Fewest || alike?.Invoke([.. withheld.Select(group => group.Key)]) == true);
    }
}
