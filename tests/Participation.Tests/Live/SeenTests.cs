using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Participation.Tests.Laws;

namespace Participation.Tests.Live;

/// <summary>What has not come yet is no exception, and nothing is taken for it.</summary>
public sealed partial class SeenTests
{
    private static readonly string[] Texts = ["null", "{}", "[]", "3", "\"activity\"", """{"activity":null}""", """{"activity":[]}""", """{"activity":{"cards":3,"total":"x"}}"""];

    public static TheoryData<string> Unready => [.. Texts];

    [Theory, MemberData(nameof(Unready))]
    public void A_condition_over_what_is_not_there_is_false(string json)
    {
        var view = new Seen(JsonNode.Parse(json));
        Assert.False(view["activity"]["total"].Number == 0);
        Assert.False(view["activity"]["cards"].Count == 0 || view["activity"]["cards"][0].IsThere);
        Assert.False(view["activity"]["cards"][0]["pinned"].Yes == false);
        Assert.False(view["activity"]["cards"][0]["text"].Text == "");
        Assert.False(view["activity"]["cards"][2].Says("") || view["activity"]["cards"][2].Lacks("words"));
        Assert.Empty(view["activity"]["cards"].Each);
    }

    [Fact]
    public void What_is_there_is_told()
    {
        var view = new Seen(JsonNode.Parse("""{"activity":{"cards":[{"text":"Bänke","pinned":true}],"total":1}}"""))["activity"];
        Assert.True(view["cards"].Count == 1 && view["total"].Number == 1 && view["cards"][0]["pinned"].Yes == true && view["cards"].Each.Single()["text"].Text == "Bänke");
        Assert.True(view.Says("Bänke") && view.Lacks("Bank") && view["total"].Is(1));
    }

    [Fact]
    public async Task A_wait_for_what_never_comes_says_what_was_missing() =>
        Assert.Contains("no copy", (await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Patience.Until(() => false, () => "no copy", TimeSpan.Zero))).Message, StringComparison.Ordinal);

    /// <summary>To look into what may be missing with a ! is an exception in the one run in which it is.</summary>
    [Fact]
    public void No_condition_that_is_waited_for_assumes_that_something_is_there() =>
        Expect.None(Repository.Sources("tests/Participation.Tests", ".cs").SelectMany(source => Assuming().Matches(source.Text).Select(wait => $"{source.Path}: {wait.Value}")));

    [GeneratedRegex(@"\bUntil\([^;""]*=>[^;""]*!(\.|\[)[^;]*;")]
    private static partial Regex Assuming();
}
