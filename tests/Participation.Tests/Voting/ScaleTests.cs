using System.Text.RegularExpressions;
using Participation.Sessions;
using Participation.Tests.Activities;
using Participation.Tests.Laws;
using Participation.Voting;

namespace Participation.Tests.Voting;

/// <summary>A scale has no two grades that look alike, and a kind's screens have the scale that its votes are counted by.</summary>
public sealed partial class ScaleTests
{
    [Theory]
    [InlineData("full 1, block 1")]
    [InlineData("full 1, full 2")]
    [InlineData("full 1")]
    [InlineData("none 0, full 1")]
    [InlineData("full 1, veto 8")]
    [InlineData("a 1, b 2, c 3, d 4, e 5, f 6, g 7, h 7")]
    public void Grades_that_could_not_be_told_apart_are_no_scale(string grades) => Assert.Throws<ArgumentException>(() => Read(grades));

    [Fact]
    public void As_many_grades_as_there_are_fills_are_one_and_one_of_them_stands_on_a_ballot()
    {
        var scale = Read("a 1, b 2, c 3, d 4, e 5, f 6, block 7");
        Assert.Null(scale.Refuses(["block"]));
        Assert.All((string[][])[[], ["a", "b"], ["a", "a"], ["A"], [""], [null!]], choices => Assert.Equal("ballot.wrong-choice", scale.Refuses(choices)?.Code));
    }

    /// <summary>A board is weighed by a vote on a scale as by dots.</summary>
    [Fact]
    public void Those_in_favour_weigh_and_nobody_else()
    {
        var tally = new Dictionary<string, Tally> { ["OP-001"] = Tally.None.Plus("full", 5).Plus("fair", 2).Plus("neither", 4).Plus("against", 3).Plus("block", 1), ["OP-002"] = Tally.None.Plus("against", 2) };
        Assert.Equal(new Dictionary<string, int> { ["OP-001"] = 7, ["OP-002"] = 0 }, Read("full 1, fair 3, neither 4, against 6, block 7").Weights(tally));
    }

    [Fact]
    public void The_screens_of_a_kind_have_its_scale()
    {
        var compared = 0;
        foreach (var kind in Examples.Votes)
        {
            var item = Given.Item("vote", kind, Examples.Of(kind).Settings, mark: "VO");
            var scene = new Given(Given.Item("ideas", "ideas", new { question = Given.Text("What?") }), item).State is var state ? state.Scene(item) : null!;
            if (scene.Vote!.Rule is not Scale scale) continue;
            var folder = ActivityKinds.Of(kind).GetType().Name;
            var shown = Grades().Matches(Repository.Read($"src/Participation/Activities/{folder}/scale.ts")).Select(grade => $"{grade.Groups["id"]} {grade.Groups["fill"]}");
            Assert.Equal(scale.Grades.OrderBy(grade => grade.Fill).Select(grade => $"{grade.Id} {grade.Fill}"), shown);
            compared++;
        }
        Assert.True(compared > 0);
    }

    private static Scale Read(string grades) => new([.. grades.Split(", ").Select(grade => grade.Split(' ')).Select(grade => new Grade(grade[0], int.Parse(grade[1])))]);

    [GeneratedRegex("\\{ id: \"(?<id>[a-z-]+)\", fill: (?<fill>\\d) \\}")]
    private static partial Regex Grades();
}
