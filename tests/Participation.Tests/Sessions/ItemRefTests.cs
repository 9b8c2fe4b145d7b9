using System.Text.Json;
using System.Text.RegularExpressions;
using Participation.Journal;
using Participation.Sessions;
using Participation.Tests.Laws;
using Participation.Tests.Workshops;
using Participation.Workshops;
using Source = Participation.Sessions.Source;

namespace Participation.Tests.Sessions;

/// <summary>What settings name of the agenda is known by its type, under whatever name a kind calls it; in JSON it is what it always was.</summary>
public sealed partial class ItemRefTests
{
    private sealed record Settings(IReadOnlyList<Source> Cards, VotesOf? Dots = null, Source? About = null, string? Note = null);

    private static readonly Settings All = new([new("ideas"), new("more")], new("vote"), null, "ideas");

    [Fact]
    public void Each_item_that_settings_name_is_found_with_its_place() =>
        Assert.Equal([("cards[0]", new Source("ideas")), ("cards[1]", new Source("more")), ("dots", new VotesOf("vote"))], ItemRef.In(All));

    [Fact]
    public void A_reference_is_an_id_in_json_and_comes_back_from_it()
    {
        var written = JsonSerializer.Serialize(All, Json.Options);
        Assert.Equal("""{"cards":["ideas","more"],"dots":"vote","note":"ideas"}""", written);
        Assert.Equal(ItemRef.In(All), ItemRef.In(JsonSerializer.Deserialize<Settings>(written, Json.Options)!));
    }

    [Theory, InlineData("""{"cards":[1]}"""), InlineData("""{"cards":["a"],"dots":{}}"""), InlineData("""{"cards":["a"],"dots":["b"]}""")]
    public void Anything_but_an_id_is_none(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Settings>(json, Json.Options));

    [Theory]
    [InlineData("""{ "from": ["writing", "later"], "allow": [] }""", "from[1]")]
    [InlineData("""{ "from": ["board"], "allow": [] }""", "from[0]")]
    [InlineData("""{ "from": ["writing"], "allow": [], "weights": "later" }""", "weights")]
    public void No_item_builds_on_one_that_comes_later_or_on_itself(string settings, string member)
    {
        var files = Folder.Files();
        files[WorkshopFile.Name] = $$"""
            { "title": "@title", "description": "@title", "consent": "@title", "agenda": [
              { "id": "writing", "kind": "ideas", "title": "@title", "minutes": 5, "settings": { "question": "@title" } },
              { "id": "board", "kind": "clusters", "title": "@title", "minutes": 5, "settings": {{settings}} },
              { "id": "later", "kind": "dot-vote", "title": "@title", "minutes": 5, "settings": { "question": "@title", "from": ["writing"] } } ] }
            """;

        var refused = Assert.Throws<WorkshopException>(() => WorkshopFile.Read("small", files));
        Assert.Equal(("workshop.not-earlier", $"$.agenda[1].settings.{member}"), (refused.Code, refused.Place));
    }

    /// <summary>A member of settings whose name shared code knows is one that every later kind has to call so.</summary>
    [Fact]
    public void No_shared_code_asks_settings_for_a_member_by_its_name()
    {
        Expect.None(Repository.Sources("src/Participation", ".cs").Where(source => !source.Path.StartsWith("src/Participation/Activities/", StringComparison.Ordinal))
            .SelectMany(source => ByName().Matches(source.Text).Select(match => $"{source.Path}: {match.Value}")));
    }

    [GeneratedRegex("""(?:\bSettings\.(?:TryGetProperty|GetProperty)\("[^)]*\)|"(?:from|weights)")""")]
    private static partial Regex ByName();
}
