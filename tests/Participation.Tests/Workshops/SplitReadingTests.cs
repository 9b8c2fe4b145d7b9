using Participation.Tests.Laws;
using Participation.Texts;
using Participation.Workshops;

namespace Participation.Tests.Workshops;

/// <summary>By what votes are split is said in the workshop, and refused where it could not be told or would tell too much.</summary>
public sealed class SplitReadingTests
{
    private const string Classed = "\"label\": \"@types.citizen\", \"class\": \"society\"";

    [Theory]
    [InlineData("\"budget\": 3,", "\"budget\": 3, \"split\": \"colour\",", "workshop.wrong-value")]
    [InlineData("\"budget\": 3,", "\"budget\": 3, \"split\": [\"class\", \"type\"],", "workshop.wrong-value")]
    [InlineData("\"budget\": 3,", "\"budget\": 3, \"split\": \"zone\",", "workshop.split-not-asked")]
    [InlineData("\"budget\": 3,", "\"budget\": 3, \"split\": \"class\", \"secret\": true,", "workshop.split-secret")]
    public void What_cannot_be_split_is_named_with_its_place(string old, string other, string code)
    {
        var refused = Assert.Throws<WorkshopException>(() => Read((old, other)));
        Assert.Equal((code, "workshop.json", "$.agenda[2].settings.split"), (refused.Code, refused.File, refused.Place));
        Assert.All(LocalText.Languages, language => Assert.DoesNotContain("workshop.", refused.Reason.In(language), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("class")]
    [InlineData("type")]
    [InlineData("table")]
    public void What_the_workshop_asks_splits_its_votes(string by) =>
        Assert.Equal(by, Read(("\"budget\": 3,", $"\"budget\": 3, \"split\": \"{by}\",")).Agenda[2].Settings.GetProperty("split").GetString());

    [Fact]
    public void A_type_without_a_class_is_split_by_none()
    {
        var refused = Assert.Throws<WorkshopException>(() => Read(("\"budget\": 3,", "\"budget\": 3, \"split\": \"class\","), (Classed, "\"label\": \"@types.citizen\"")));
        Assert.Equal("workshop.split-not-asked", refused.Code);
    }

    /// <summary>Two splits of the same ballots could be subtracted from each other.</summary>
    [Theory]
    [InlineData("\"split\": \"type\",", "\"split\": \"class\",", false)]
    [InlineData("\"split\": \"type\",", "", false)]
    [InlineData("", "\"split\": \"type\",", false)]
    [InlineData("\"split\": \"type\",", "\"split\": \"type\",", true)]
    public void What_goes_on_with_a_vote_splits_it_as_before(string first, string second, bool fine)
    {
        var again = "{ \"id\": \"third-look\", \"kind\": \"dot-vote\", \"title\": \"@second-look.title\", \"minutes\": 5, \"continues\": \"second-look\", \"settings\": { " + second
            + " \"question\": \"@second-look.question\", \"options\": [{ \"id\": \"tables\", \"label\": \"@second-look.tables\" }] } }, { \"id\": \"closing\"";
        var changes = new[] { ("\"budget\": 3,", $"\"budget\": 3, {first}"), ("{\n      \"id\": \"closing\"", again) };
        if (fine) Assert.Equal(5, Read(changes).Agenda.Count);
        else Assert.Equal(("workshop.split-differs", "$.agenda[3].settings.split"), Assert.Throws<WorkshopException>(() => Read(changes)) is var refused ? (refused.Code, refused.Place) : default);
    }

    /// <summary>The opinion round, whose votes are not split, with something changed in its file.</summary>
    private static Participation.Workshops.Workshop Read(params (string Old, string Other)[] changes)
    {
        var files = WorkshopFile.Names.ToDictionary(name => name, name => Repository.Read($"workshops/opinion-round/{name}"));
        files[WorkshopFile.Name] = files[WorkshopFile.Name].Replace(" \"split\": \"class\",", "", StringComparison.Ordinal);
        foreach (var (old, other) in changes)
        {
            Assert.Contains(old, files[WorkshopFile.Name], StringComparison.Ordinal);
            files[WorkshopFile.Name] = files[WorkshopFile.Name].Replace(old, other, StringComparison.Ordinal);
        }
        return WorkshopFile.Read("opinion-round", files);
    }
}
