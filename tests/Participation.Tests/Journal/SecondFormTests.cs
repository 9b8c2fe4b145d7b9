using Participation.Activities.DotVote;
using Participation.Activities.Ideas;
using Participation.Journal;
using static Participation.Tests.Journal.Notes;

namespace Participation.Tests.Journal;

/// <summary>Lines that hold words apart from the rest: an erasure takes words, and nobody can make it take or change anything else.</summary>
public sealed class SecondFormTests
{
    private const string Words = """{"text":"Trees","place":"the square"}""", Rest = """{"kind":"idea","number":1,"item":"ideas"}""", Dots = """{"dots":{"a":1,"b":2},"item":"vote"}""";

    private static readonly Guid Stream = Guid.NewGuid();

    /// <summary>A note, an idea, a ballot.</summary>
    private readonly List<Line> lines = Chained([],
        Note(Stream, 1),
        Note(Stream, 2) with { Event = new IdeaGiven("ideas", 1, "Trees", IdeaKind.Idea, null, null, "the square", null) },
        Note(Stream, 3) with { Event = new DotsCast("vote", new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }) });

    [Fact]
    public void Words_stand_in_one_text_and_the_rest_in_another()
    {
        Assert.Equal(("text place", Words, Rest), (lines[1].Words!.Members, lines[1].Words!.Text, lines[1].Data));
        Assert.Equal(("", "{}", Dots), (lines[2].Words!.Members, lines[2].Words!.Text, lines[2].Data));
        Assert.Equal(("text", "{}"), (lines[0].Words!.Members, lines[0].Data));
        Assert.Null(Line.Break(lines));
    }

    [Fact]
    public void An_erasure_leaves_the_rest_and_its_digest()
    {
        var erased = Erased(lines, 2);
        Assert.Equal(("""{"text":""}""", Rest, (Guid?)null), (erased[1].Words!.Text, erased[1].Data, erased[1].Salt));
        Assert.Null(Line.Break(erased));
        Assert.Equal(lines.Select(line => Convert.ToHexString(line.Hash())), erased.Take(3).Select(line => Convert.ToHexString(line.Hash())));
        Assert.Equal([(2L, 4L, false)], Chain.Of(erased).Erased);
        Assert.Equal((2L, "data"), Line.Break(erased[..3]));
    }

    [Fact]
    public void What_stays_cannot_be_changed_when_words_go()
    {
        foreach (var other in new[] { Rest.Replace("1", "7", StringComparison.Ordinal), Rest.Replace("\"idea\"", "\"project\"", StringComparison.Ordinal), "{}", Rest + " " })
            Refused(Changed(Erased(lines, 2), 2, line => line with { Data = other }), 2, "data");
        Refused(Changed(Told(lines, (3, "")), 3, line => line with { Salt = null, Data = """{"dots":{"a":3},"item":"vote"}""" }), 3, "data");
        // Nor can anything be declared to be words that is none, for the list is hashed.
        Refused(Changed(Told(lines, (3, "")), 3, line => line with { Salt = null, Data = """{"item":"vote"}""", Words = line.Words! with { Members = "dots" } }), 3, "data");
        Refused(Changed(Told(lines, (3, "")), 3, line => line with { Salt = null, Words = line.Words! with { Members = "dots" } }), 3, "form");
        Refused(Changed(Told(lines, (3, "")), 3, line => line with { Salt = null }), 3, "data");
    }

    public static TheoryData<string> Left =>
        ["{}", """{"text":null}""", """{"text":"","place":null}""", """{"text":"","place":""}""", """{"text":"other"}""", """{"Text":""}""", """{ "text":""}""", """{"text":""} """, """{"text":"","text":""}""", """{"t\u0065xt":""}""", """{"text":"","number":1}""", ""];

    [Theory, MemberData(nameof(Left))]
    public void All_words_go_and_leave_what_an_erasure_leaves(string left)
    {
        var forged = Changed(Erased(lines, 2), 2, line => line with { Words = line.Words! with { Text = left } });
        Assert.Equal(2, Line.Break(forged)?.Number);
        Assert.Equal("journal.broken-chain", Assert.Throws<JournalException>(() => SessionFile.Read(SessionFile.Write(forged))).Code);
    }

    /// <summary>What somebody would write who can hash: name, members, words, rest.</summary>
    public static TheoryData<string, string, string, string> Misshapen => new()
    {
        // Words that the type does not call so, or in another order, or twice.
        { "dot-vote.dots-cast", "dots", """{"dots":{"a":1}}""", """{"item":"vote"}""" },
        { "ideas.idea-given", "text place number", """{"text":"a","number":1}""", """{"item":"ideas"}""" },
        { "ideas.idea-given", "place text", """{"text":"a"}""", """{"item":"ideas","number":1}""" },
        { "ideas.idea-given", "text text", """{"text":"a"}""", """{"item":"ideas","number":1}""" },
        { "ideas.idea-given", "text  place", """{"text":"a"}""", """{"item":"ideas","number":1}""" },
        { "ideas.idea-given", "Text place", """{"text":"a"}""", """{"item":"ideas","number":1}""" },
        // Words in the rest, rest in the words, by whatever name.
        { "ideas.idea-given", "text place", """{"place":"b"}""", """{"item":"ideas","number":1,"text":"a"}""" },
        { "ideas.idea-given", "text place", """{"text":"a"}""", """{"item":"ideas","number":1,"place":null}""" },
        { "ideas.idea-given", "text place", """{"text":"a"}""", """{"item":"ideas","number":1,"Text":"b"}""" },
        { "ideas.idea-given", "text place", """{"text":"a"}""", """{"item":"ideas","number":1,"t\u0065xt":"b"}""" },
        { "ideas.idea-given", "text place", """{"text":"a","number":2}""", """{"item":"ideas","number":1}""" },
        { "ideas.idea-given", "", "{}", """{"item":"ideas","number":1,"text":"a"}""" },
        { "ideas.idea-given", "text", """{"text":"a"}""", """{"item":"ideas","number":1,"place":"b"}""" },
        // A member twice.
        { "ideas.idea-given", "text place", """{"text":"a","text":"b"}""", """{"item":"ideas","number":1}""" },
        { "ideas.idea-given", "text place", """{"text":"a","Text":"b"}""", """{"item":"ideas","number":1}""" },
        { "ideas.idea-given", "text place", """{"text":"a"}""", """{"item":"ideas","number":1,"number":2}""" },
        // No two objects that could be put together.
        { "ideas.idea-given", "text place", """ {"text":"a"}""", """{"item":"ideas","number":1}""" },
        { "ideas.idea-given", "text place", """{"text":"a"}""", """{"item":"ideas","number":1} """ },
        { "ideas.idea-given", "text place", "{ }", """{"item":"ideas","number":1}""" },
        { "ideas.idea-given", "text place", "null", """{"item":"ideas","number":1}""" },
        { "ideas.idea-given", "text place", "", """{"item":"ideas","number":1}""" },
        { "ideas.idea-given", "text place", """["text"]""", """{"item":"ideas","number":1}""" },
        { "ideas.idea-given", "text place", """{"text":"a"}{}""", """{"item":"ideas","number":1}""" },
        { "ideas.idea-given", "text place", """{"text":"a"}""", """{"item":"ideas","number":1""" },
        { "ideas.idea-given", "text place", """{"text":"\ud800"}""", """{"item":"ideas","\ud800":1}""" },
        { "nobody.knew", "text ", """{"text":"a"}""", "{}" },
        { "nobody.knew", "text", """{"text":"a"}""", """{"text":"a"}""" },
    };

    [Theory, MemberData(nameof(Misshapen))]
    public void A_line_is_parted_as_its_event_says(string name, string members, string words, string rest)
    {
        var entry = Note(Stream, 4);
        var line = Line.Of(entry, lines[^1].Hash()) with
        {
            Name = name, Data = rest, Digest = LineHash.OfData(name, rest), Words = new(members, words, LineHash.OfWords(entry.Salt!.Value, name, words)),
        };
        Refused([.. lines, line], 4, "form");
    }

    [Fact]
    public void A_list_of_before_the_event_had_another_member_is_good()
    {
        const string Less = """{"item":"ideas","number":1}""", Said = """{"text":"a"}""";
        var entry = Note(Stream, 4);
        var line = Line.Of(entry, lines[^1].Hash()) with
        {
            Name = "ideas.idea-given", Data = Less, Digest = LineHash.OfData("ideas.idea-given", Less), Words = new("text", Said, LineHash.OfWords(entry.Salt!.Value, "ideas.idea-given", Said)),
        };
        Assert.Null(Line.Break([.. lines, line]));
        Assert.Null(Line.Break(Erased([.. lines, line], 4)));
    }

    [Fact]
    public void No_line_of_the_first_form_follows()
    {
        Refused(FirstForm.Chained(lines, Note(Stream, 4)), 4, "form");
        Assert.Null(Line.Break(Chained(FirstForm.Chained(Note(Stream, 1), Note(Stream, 2)), Note(Stream, 3))));
        // A line in the other form has another hash, whatever else is the same.
        Assert.NotEqual(lines[0].Hash(), (lines[0] with { Words = null }).Hash());
        Assert.NotEqual(lines[0].Hash(), (lines[0] with { Words = lines[0].Words! with { Members = "" } }).Hash());
        Assert.NotEqual(lines[0].Hash(), (lines[0] with { Words = lines[0].Words! with { Digest = new byte[32] } }).Hash());
        // Where the name ends and the list begins is hashed too.
        Assert.NotEqual(lines[0].Hash(), (lines[0] with { Name = lines[0].Name + "te", Words = lines[0].Words! with { Members = "xt" } }).Hash());
    }

    [Theory]
    [InlineData("1", "LEFT")]
    [InlineData("2", "LEFT")]
    [InlineData("2", "x")]
    [InlineData("3", "")]
    [InlineData("5", "")]
    [InlineData("6", "")]
    [InlineData("02", "")]
    public void An_eraser_tells_of_earlier_lines_that_lost_their_words_and_vouches_for_nothing(string number, string left)
    {
        var erased = Erased(lines, 2);
        var told = new WordsErased(new Dictionary<string, string> { [number] = left.Replace("LEFT", FirstForm.Left(erased[1]), StringComparison.Ordinal) });
        Refused(Chained(erased, Note(Stream, 5) with { Event = told }), 5, "told");
    }

    [Fact]
    public void Words_that_were_told_to_be_erased_cannot_come_back()
    {
        var erased = Erased(lines, 2);
        Refused([lines[0], lines[1], .. erased[2..]], 4, "told");
        Assert.Null(Line.Break(Told(erased, (2, ""))));
    }

    [Fact]
    public void Zeros_stand_for_nothing()
    {
        Refused(Chained(lines, Note(Stream, 4) with { Salt = Guid.Empty }), 4, "form");
        Refused(Changed(lines, 3, line => line with { Hand = Guid.Empty }), 3, "form");
        Refused(Changed(lines, 3, line => line with { Words = line.Words! with { Digest = [] } }), 3, "form");
    }

    private static List<Line> Chained(IReadOnlyList<Line> before, params IEnumerable<Entry> entries)
    {
        var chained = before.ToList();
        foreach (var entry in entries) chained.Add(Line.Of(entry, chained.Count == 0 ? Line.Nothing : chained[^1].Hash()));
        return chained;
    }

    private static List<Line> Erased(IReadOnlyList<Line> lines, int number) =>
        Told(Changed(lines, number, line => line.Without(Erasures.Of([line.ToEntry()])[0])), (number, ""));

    private static List<Line> Told(IReadOnlyList<Line> lines, (long Number, string Left) told) => Chained(lines,
        Note(Stream, lines.Count + 1) with { Event = new WordsErased(new Dictionary<string, string> { [$"{told.Number}"] = told.Left }) });

    private static List<Line> Changed(IReadOnlyList<Line> lines, int number, Func<Line, Line> change) => [.. lines.Select(line => line.Number == number ? change(line) : line)];

    private static void Refused(IReadOnlyList<Line> forged, long number, string reason)
    {
        Assert.Equal((number, reason), Line.Break(forged));
        Assert.Equal("journal.broken-chain", Assert.Throws<JournalException>(() => SessionFile.Read(SessionFile.Write(forged))).Code);
    }
}
