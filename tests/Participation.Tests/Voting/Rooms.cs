namespace Participation.Tests.Voting;

/// <summary>
/// An attacker who knows how many of each group voted and reads what is published: how many made each choice, of all and of the groups that are told. It goes through
/// every room that would have the same report, without a thought for what is likely.
/// </summary>
internal sealed class Rooms
{
    /// <summary>By set of groups and choice the least and the most that it can be.</summary>
    private readonly Dictionary<(int Set, int Choice), (int Least, int Most)> could = [];

    /// <param name="groups">How many voted, of those who are not told apart.</param>
    /// <param name="choices">What they chose together.</param>
    public Rooms(int[] groups, int[] choices)
    {
        Assert.Equal(groups.Sum(), choices.Sum());
        Count = 0;
        Fill(0, groups, [.. choices], new int[groups.Length, choices.Length]);
    }

    public int Count { get; private set; }

    /// <summary>What the attacker knows of a set of groups, a bit for each: how many of them made a choice; null where there is more than one possibility.</summary>
    public int? Known(int set, int choice) => could[(set, choice)] is var (least, most) && least == most ? least : null;

    private void Fill(int group, int[] groups, int[] left, int[,] room)
    {
        if (group == groups.Length) Take(groups.Length, left.Length, room);
        else Row(group, 0, groups[group], groups, left, room);
    }

    /// <summary>All ways in which the people of one group can have chosen from what is left.</summary>
    private void Row(int group, int choice, int people, int[] groups, int[] left, int[,] room)
    {
        if (choice == left.Length - 1)
        {
            if (people > left[choice]) return;
            (room[group, choice], left[choice]) = (people, left[choice] - people);
            Fill(group + 1, groups, left, room);
            left[choice] += people;
            return;
        }
        for (var n = 0; n <= Math.Min(people, left[choice]); n++)
        {
            (room[group, choice], left[choice]) = (n, left[choice] - n);
            Row(group, choice + 1, people - n, groups, left, room);
            left[choice] += n;
        }
    }

    private void Take(int groups, int choices, int[,] room)
    {
        Count++;
        for (var set = 1; set < 1 << groups; set++)
            for (var choice = 0; choice < choices; choice++)
            {
                var n = 0;
                for (var group = 0; group < groups; group++) n += (set >> group & 1) * room[group, choice];
                var (least, most) = could.GetValueOrDefault((set, choice), (int.MaxValue, int.MinValue));
                could[(set, choice)] = (Math.Min(least, n), Math.Max(most, n));
            }
    }
}
