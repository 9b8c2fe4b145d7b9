using System.Text.Json.Nodes;
using Participation.LoadTests.Polis;

namespace Participation.Tests.LoadTests;

/// <summary>The real conversations are read as their publisher and our own checked facts describe them.</summary>
public sealed class PolisFolderTests
{
    private static string Data(string name) => SharedData.At($"data/polis/{name}");

    [Theory]
    [InlineData("london-youth", 26, 39, 640)]
    [InlineData("brexit", 204, 50, 5_312)]
    [InlineData("bg2050", 126, 371, 14_341)]
    [InlineData("austria-consumption-de", 1_116, 522, 61_936)]
    public void Every_vote_is_read_and_the_last_of_each_voter_gives_the_published_counts(string name, int voters, int statements, int votes)
    {
        var folder = PolisFolder.Read(Data(name));
        Assert.Equal((voters, statements, votes), (folder.Voters.Count(), folder.Statements.Count, folder.Votes.Count));

        var last = folder.Votes.GroupBy(vote => (vote.Voter, vote.Statement)).Select(cast => cast.Last()).ToLookup(vote => vote.Statement, vote => vote.Value);
        Assert.All(folder.Statements, statement => Assert.Equal(
            new Tally(last[statement.Id].Count(vote => vote == "agree"), last[statement.Id].Count(vote => vote == "disagree"), last[statement.Id].Count(vote => vote == "pass")),
            folder.Tallies.GetValueOrDefault(statement.Id)));

        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(Data(name), "expected.json")))!["per_comment"]!.AsArray();
        Assert.All(expected, comment =>
        {
            var all = comment!["all"]!.AsArray().Select(count => count!.GetValue<int>()).ToArray();
            Assert.Equal(new Tally(all[0], all[1], all[2]), folder.Tallies.GetValueOrDefault(comment["comment_id"]!.ToString()));
        });
    }

    [Fact]
    public void Quoted_cells_hold_commas_quotes_and_line_ends() => Assert.Equal(
        [["a", "b, c"], ["say \"yes\"", "two\nlines"], ["", "last"]],
        CsvFile.Read(new StringReader("a,\"b, c\"\r\n\n\"say \"\"yes\"\"\",\"two\nlines\"\r\n,last")));

    [Fact]
    public void A_quote_without_end_is_refused() => Assert.Throws<FormatException>(() => CsvFile.Read(new StringReader("a,\"b")).ToList());
}
