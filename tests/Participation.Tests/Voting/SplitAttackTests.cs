using Participation.Tests.Activities;
using Participation.Voting;

namespace Participation.Tests.Voting;

/// <summary>
/// Of no set of groups with fewer than five people together can be computed how many of them made a choice that somebody of them made, from everything that is published of a split vote; unless the
/// counts of all tell it by themselves, as where everybody chose the same.
/// </summary>
public sealed class SplitAttackTests
{
    private const string Everybody = "abcd-";

    public static TheoryData<string> Kinds => [.. Examples.Votes];

    [Theory, MemberData(nameof(Kinds))]
    public void No_group_below_five_can_be_computed(string kind)
    {
        var (split, together, attacked) = (0, 0, 0);
        for (var seed = 0; seed < 250; seed++)
        {
            var votes = Chance(new Random(seed));
            if (votes.Sum(group => group.Sum()) == 0) continue;
            var room = new SplitRoom(kind).Votes(string.Join(", ", votes.Select((group, at) => $"{Everybody[at]} {string.Join(' ', group)}"))).Close();
            var printed = room.Printed;
            if (printed.Count > 0) split++;
            if (printed.ContainsKey(SplitRoom.Others)) together++;
            Assert.Equal(Enumerable.Range(0, 3).Select(choice => votes.Sum(group => group[choice])), room.Totals.Take(3));
            attacked += Attack(votes, printed, $"{kind}, seed {seed}").Count();
        }
        Assert.Equal(0, attacked);
        Assert.True(split > 60 && together > 30, $"{split} were split, {together} of them with groups counted together");
    }

    /// <summary>The attacker finds what there is to find: had each group been printed, or all but one.</summary>
    [Theory]
    [InlineData("3 0 0|0 4 5|2 6 1", "")]
    [InlineData("2 1 0|3 4 2|4 4 1", "0")]
    [InlineData("1 1 0|1 1 0|4 4 4", "0 1")]
    [InlineData("3 0 0|2 0 0|3 4 4", "0 1")]
    public void A_split_without_the_rule_is_found(string people, string hidden)
    {
        int[][] votes = [.. people.Split('|').Select(group => group.Split(' ').Select(n => int.Parse(n, null)).ToArray())];
        var rest = hidden.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(at => int.Parse(at, null)).ToList();
        var printed = votes.Index().Where(group => !rest.Contains(group.Index)).ToDictionary(group => Group(group.Index), group => group.Item);
        if (rest.Count > 0) printed[SplitRoom.Others] = [.. Enumerable.Range(0, 3).Select(choice => rest.Sum(at => votes[at][choice]))];
        Assert.NotEmpty(Attack(votes, printed, "seen"));
    }

    /// <summary>Pages and files say the same, so the attacker has read all of them.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public void What_the_attacker_reads_is_all_that_there_is(string kind)
    {
        for (var seed = 300; seed < 330; seed++)
        {
            var votes = Chance(new Random(seed));
            var room = new SplitRoom(kind).Votes(string.Join(", ", votes.Select((group, at) => $"{Everybody[at]} {string.Join(' ', group)}"))).Close();
            Assert.Equal(room.Printed.OrderBy(group => group.Key).Select(group => (group.Key, string.Join(' ', group.Value))), room.OnPage.OrderBy(group => group.Key).Select(group => (group.Key, string.Join(' ', group.Value))));
        }
    }

    /// <summary>A ballot more, between two closes: what the second report says of groups beside what the first said is nothing.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public void One_ballot_more_is_told_by_no_difference(string kind)
    {
        for (var seed = 400; seed < 430; seed++)
        {
            var random = new Random(seed);
            var votes = Chance(random);
            var room = new SplitRoom(kind).Votes(string.Join(", ", votes.Select((group, at) => $"{Everybody[at]} {string.Join(' ', group)}")));
            var late = room.Come(Everybody[random.Next(Everybody.Length)]);
            Assert.Empty(room.Printed);
            var first = room.Close().Printed;
            room.Reopen();
            if (random.Next(2) == 0) room.Room.NewRound("vote");
            Assert.Empty(room.Cast(late, random.Next(3)).Printed);
            Assert.Empty(room.Close().Printed);
            Assert.Empty(Attack(votes, first, $"{kind}, seed {seed}"));
        }
    }

    /// <summary>Everything that can be computed of fewer than five and that the totals alone do not tell.</summary>
    private static IEnumerable<string> Attack(int[][] votes, Dictionary<string, int[]> printed, string where)
    {
        var totals = Enumerable.Range(0, 3).Select(choice => votes.Sum(group => group[choice])).ToArray();
        var (groups, all) = (votes.Select(group => group.Sum()).ToArray(), new Rooms([.. votes.Select(group => group.Sum())], totals));
        var told = Enumerable.Range(0, votes.Length).Where(at => printed.ContainsKey(Group(at))).ToList();
        var rest = Enumerable.Range(0, votes.Length).Except(told).ToList();
        if (printed.Count > 0 && groups.Where((n, at) => n > 0 && !told.Contains(at)).Any()) Assert.True(printed.ContainsKey(SplitRoom.Others), $"{where}: the groups do not add up");
        var left = Enumerable.Range(0, 3).Select(choice => totals[choice] - told.Sum(at => printed[Group(at)][choice])).ToArray();
        var hidden = new Rooms([.. rest.Select(at => groups[at])], left);
        for (var set = 1; set < 1 << votes.Length; set++)
        {
            var members = Enumerable.Range(0, votes.Length).Where(at => (set >> at & 1) == 1).ToList();
            if (members.Sum(at => groups[at]) is 0 or >= FewPeople.Fewest) continue;
            for (var choice = 0; choice < 3; choice++)
            {
                var among = rest.Select((at, bit) => members.Contains(at) ? 1 << bit : 0).Sum();
                var known = (among == 0 ? 0 : hidden.Known(among, choice)) + members.Where(told.Contains).Sum(at => printed[Group(at)][choice]);
                if (known is > 0 && all.Known(set, choice) is null) yield return $"{where}: {known} of {string.Join(' ', members.Select(Group))} made choice {choice}";
            }
        }
    }

    private static string Group(int at) => Everybody[at] == '-' ? SplitRoom.None : $"{Everybody[at]}";

    /// <summary>Groups of nobody, a few or more, some of them of one mind.</summary>
    private static int[][] Chance(Random random)
    {
        var votes = Everybody.Select(_ => new int[3]).ToArray();
        var mind = random.Next(3);
        foreach (var group in votes)
        {
            var (people, alike) = (random.Next(4) == 0 ? 0 : random.Next(8), random.Next(2) == 0);
            for (; people > 0; people--) group[alike ? mind : random.Next(3)]++;
        }
        // One group of none keeps the rooms few enough to go through.
        votes[random.Next(votes.Length)] = new int[3];
        return votes;
    }
}
