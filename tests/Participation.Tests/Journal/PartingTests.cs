using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Participation.Journal;

namespace Participation.Tests.Journal;

/// <summary>Whatever can be erased leaves what can be read for ever, of every type that an event may hold; or the start fails.</summary>
public sealed class PartingTests
{
    private sealed record Scored([property: Erasable] IReadOnlyDictionary<string, string> Scores, [property: Erasable] IReadOnlyList<string> Why, int? Sum) : Event;

    private sealed record Listed([property: Erasable] ImmutableArray<string> Texts, [property: Erasable] string[] Others, string Item) : Event;

    private sealed record Answer(string Text, IReadOnlyList<string> Reasons, int? Year, Place Where);

    private sealed record Place(string Name, string? Note);

    private sealed record Answered([property: Erasable] Answer Answer, [property: Erasable] Answer? Second, [property: Erasable] IReadOnlyList<Answer> More, string Item) : Event;

    private sealed record Renamed([property: Erasable, JsonPropertyName("said")] string Text, string Item) : Event;

    private sealed record Born([property: Erasable] int? Year, [property: Erasable] DateTimeOffset? On) : Event;

    public static TheoryData<string, Event> Words => new()
    {
        { """{"scores":{},"why":[]}""", new Scored(new Dictionary<string, string> { ["a"] = "b" }, ["c"], 3) },
        { """{"texts":[],"others":[]}""", new Listed(["a"], ["b"], "ideas") },
        {
            """{"answer":{"text":"","reasons":[],"where":{"name":""}},"more":[]}""",
            new Answered(new("a", ["b"], 1950, new("c", "d")), new("e", [], null, new("f", null)), [new("g", [], null, new("h", null))], "ideas")
        },
        { """{"said":""}""", new Renamed("a", "ideas") },
        { "{}", new Born(1950, DateTimeOffset.UnixEpoch) },
    };

    [Theory, MemberData(nameof(Words))]
    public void Every_type_is_parted_erased_and_read_again(string left, Event e)
    {
        var parting = new Parting(e.GetType());
        var (words, rest) = parting.Part(e);
        Assert.Equal(left, parting.Blank);
        Assert.Equal(JsonSerializer.Serialize<object>(e, Json.Options), JsonSerializer.Serialize(JsonSerializer.Deserialize(Parted.Joined(words, rest), e.GetType(), Json.Options), Json.Options));

        // In both forms the same is left, and no letter of what was said.
        var erased = JsonSerializer.Deserialize(Parted.Joined(parting.Blank, rest), e.GetType(), Json.Options)!;
        Assert.Equal(parting.Blank, parting.Part((Event)erased).Words);
        var whole = JsonSerializer.Deserialize(parting.Blanked(JsonSerializer.Serialize<object>(e, Json.Options)), e.GetType(), Json.Options)!;
        Assert.Equal(JsonSerializer.Serialize(erased, Json.Options), JsonSerializer.Serialize(whole, Json.Options));
        Assert.Equal(rest, parting.Part((Event)erased).Data);
    }

    private sealed record Aged([property: Erasable] int Age) : Event;

    private sealed record Person(string Name, int Age);

    private sealed record Met([property: Erasable] Person Who) : Event;

    private sealed record Drawn([property: Erasable] byte[] Strokes) : Event;

    private sealed record Preset([property: Erasable] string? Text = "nothing was said") : Event;

    private sealed record Note([property: Erasable] string Text);

    private sealed record Noticed(IReadOnlyList<Note> Notes) : Event;

    [Theory]
    [InlineData(typeof(Aged), "Aged.Age")]
    [InlineData(typeof(Met), "Met.Who.Age")]
    [InlineData(typeof(Drawn), "Drawn.Strokes")]
    [InlineData(typeof(Preset), "Preset")]
    [InlineData(typeof(Noticed), "Note.Text")]
    public void What_could_not_be_erased_or_not_be_read_then_stops_the_start(Type type, string what) =>
        Assert.Contains(what, Assert.Throws<InvalidOperationException>(() => new Parting(type)).Message, StringComparison.Ordinal);
}
