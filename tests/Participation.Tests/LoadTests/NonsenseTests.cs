using System.Text;
using Participation.LoadTests;
using Participation.LoadTests.Chaos;
using Participation.LoadTests.Chaos.Fuzz;
using Participation.LoadTests.Figures;
using Participation.Tests.Laws;

namespace Participation.Tests.LoadTests;

/// <summary>The short forms of the long programs: votes that race, and nonsense on the live door of the real server.</summary>
public sealed class NonsenseTests
{
    [Fact]
    public async Task Of_votes_that_race_on_twenty_connections_one_ballot_counts_and_the_same_one_gets_the_same_receipt()
    {
        var run = await VotesProgram.Once(new Arguments(["--slowness", "12"]), rounds: 20);
        Assert.Equal("", string.Join('\n', run.Remarks));
        Assert.Equal(Of(run, "to be recorded"), Of(run, "recorded"));
    }

    [Fact]
    public async Task Nonsense_on_the_live_door_ends_nothing_and_harms_nobody()
    {
        var run = await FuzzProgram.Once(new Arguments(["--slowness", "12"]), seed: 4, frames: 8_000, sockets: 8, beside: 1);
        Assert.Equal("", string.Join('\n', run.Remarks));
        Assert.True(Of(run, "connections") > 100);
    }

    [Fact]
    public void The_same_seed_says_the_same_nonsense_of_every_sort()
    {
        var (one, two) = (Words(9), Words(9));
        Assert.Equal(one, two);
        foreach (var sort in new[] { "\"type\":99", "\\ud83d", "\\u0000", "\"type\":1,\"arguments\":[],\"target\":\"Join\",\"type\":2", "{\"data\":{\"data\":{\"data\":", "another", "\"target\":\"Join\"" })
            Assert.Contains(sort, one, StringComparison.Ordinal);
        // Also a kind that is new today.
        Expect.None(CommandNames.All.Keys.Where(name => !one.Contains($"\"{name}\"", StringComparison.Ordinal)));
        static string Words(int seed)
        {
            var grammar = new Grammar(new Random(seed));
            return string.Concat(Enumerable.Range(0, 2_000).Select(_ => Encoding.Latin1.GetString(grammar.Next().Bytes)));
        }
    }

    private static double Of(Run run, string name) => run.Figures.Single(figure => figure.Name == name).Value;
}
