using Participation.Activities.DotVote;
using Participation.Activities.Ideas;
using Participation.Journal;
using Participation.Server.Storage;
using static Participation.Tests.Journal.Notes;

namespace Participation.Tests.Journal;

/// <summary>
/// Who erases says what was left, and says it of words alone. The enemy here only appends: every hash that was there stays what it was, and what comes after is hashed as it should be.
/// </summary>
public sealed class EraserTests : IDisposable
{
    private const string Vote = """{"dots":{"a":3},"item":"vote"}""", Idea = """{"text":"","kind":"idea","number":1,"item":"ideas"}""";

    private static readonly Guid Stream = Guid.NewGuid();

    private readonly Storage.TemporaryFile file = new();

    /// <summary>A note, an idea, a ballot, a note.</summary>
    private readonly List<Line> lines = FirstForm.Chained(Note(Stream, 1),
        Note(Stream, 2) with { Event = new IdeaGiven("ideas", 1, "Trees", IdeaKind.Idea, null, null, "the square", null) },
        Note(Stream, 3) with { Event = new DotsCast("vote", new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }) }, Note(Stream, 4));

    [Fact]
    public async Task A_vote_cannot_be_rewritten_by_an_appended_word_of_an_eraser()
    {
        using (var journal = new SqliteJournal(file.Path)) await journal.Import(lines);
        var forged = Forged(3, Vote);
        using (var db = JournalConnection.Writer(file.Path))
        using (var command = db.CreateCommand())
        {
            command.CommandText = $"UPDATE entry SET salt = zeroblob(16), data = '{Vote}' WHERE number = 3";
            command.ExecuteNonQuery();
        }
        using (var journal = new SqliteJournal(file.Path)) await journal.Append([forged[^1].ToEntry()]);
        Assert.Equal([new JournalBreak(Stream.ToString(), 3, "data")], JournalFile.Verify(file.Path).Breaks);
        Refused(forged, 3, "data");
        Assert.Equal("journal.broken-chain", await CodeOf(new MemoryJournal().Import(forged)));
    }

    [Fact]
    public void What_a_line_of_the_first_form_keeps_beside_its_words_is_taken_on_the_word_of_who_erased()
    {
        Assert.Null(Line.Break(Forged(2, Idea)));
        Assert.Null(Line.Break(Forged(2, Idea.Replace("1", "7", StringComparison.Ordinal))));
    }

    public static TheoryData<string> Remains =>
    [
        "", "null", "[]", "{}", "{", Vote,
        // Words that are still there, in whatever member, in whatever writing.
        Idea.Replace("\"\"", "\"other words\"", StringComparison.Ordinal), Idea.Replace("}", ",\"place\":\"a square\"}", StringComparison.Ordinal), Idea.Replace("}", ",\"place\":null}", StringComparison.Ordinal),
        Idea.Replace("\"\"", "null", StringComparison.Ordinal), Idea.Replace("\"text\":\"\",", "", StringComparison.Ordinal), Idea.Replace("}", ",\"text\":\"\"}", StringComparison.Ordinal),
        Idea.Replace("}", ",\"Place\":\"a square\"}", StringComparison.Ordinal), Idea.Replace("\"text\"", "\"Text\"", StringComparison.Ordinal), Idea.Replace("}", ",\"t\\u0065xt\":\"other words\"}", StringComparison.Ordinal), Idea.Replace("}", ",\"Text\":\"other words\"}", StringComparison.Ordinal),
        // Nothing that the house would have left.
        Idea.Replace(":1", ": 1", StringComparison.Ordinal), Idea + " ", Idea.Replace("}", ",\"more\":1}", StringComparison.Ordinal), Idea.Replace("}", ",\"number\":2}", StringComparison.Ordinal),
        Idea.Replace("\"idea\"", "\"other\"", StringComparison.Ordinal), Idea.Replace("\"item\"", "\"it\\u0065m\"", StringComparison.Ordinal),
    ];

    [Theory, MemberData(nameof(Remains))]
    public void Nothing_but_words_goes_and_all_words_go(string left) => Refused(Forged(2, left), 2, "data");

    [Theory]
    [InlineData("dot-vote.dots-cast", Vote)]
    [InlineData("journal.words-erased", """{"lines":{}}""")]
    [InlineData("nobody.knew", "{}")]
    public void Of_an_event_without_words_nothing_can_be_erased(string name, string data)
    {
        var line = FirstForm.Of(Note(Stream, 5), lines[^1].Hash(), name, data) with { Salt = null };
        Refused(Told([.. lines, line], (5, FirstForm.Left(line))), 5, "data");
    }

    [Fact]
    public void What_an_eraser_says_twice_must_be_the_same()
    {
        var once = Forged(2, Idea);
        Assert.Null(Line.Break(Told(once, (2, FirstForm.Left(once[1])))));
        Refused(Told(once, (2, FirstForm.Left(once[1] with { Data = Idea + " " }))), 6, "told");
        // The first one to say it has said it.
        List<Line> again = [.. once];
        again[1] = again[1] with { Data = Idea.Replace("1", "7", StringComparison.Ordinal) };
        Refused(Told(again, (2, FirstForm.Left(again[1]))), 5, "told");
    }

    public static TheoryData<string> Tellings =>
    [
        // Of a line with its words, of itself, of later ones, of none; as no number is written; twice, nothing.
        """{"1":"LEFT"}""", """{"2":"LEFT","3":"LEFT"}""", """{"2":"LEFT","5":"LEFT"}""", """{"2":"LEFT","6":"LEFT"}""", """{"2":"LEFT","0":"LEFT"}""", """{"2":"LEFT","-2":"LEFT"}""", """{"02":"LEFT"}""",
        """{"2 ":"LEFT"}""", """{"+2":"LEFT"}""", """{"2.0":"LEFT"}""", """{"x":"LEFT"}""", """{"":"LEFT"}""", """{"99999999999999999999":"LEFT"}""", """{"2":"LEFT","2":"LEFT"}""", """{"2":"LEFT","\u0032":"LEFT"}""",
        """{"2":null}""", """{"2":""}""", """{"2":1}""", "null", "[]",
    ];

    [Theory, MemberData(nameof(Tellings))]
    public void An_eraser_tells_of_earlier_lines_that_lost_their_words_and_of_nothing_else(string told)
    {
        var erased = Forged(2, Idea)[..^1];
        var data = $$"""{"lines":{{told.Replace("LEFT", FirstForm.Left(erased[1]), StringComparison.Ordinal)}}}""";
        Refused([.. erased, FirstForm.Of(Note(Stream, 5), erased[^1].Hash(), "journal.words-erased", data)], 5, "told");
    }

    [Fact]
    public void Zeros_stand_for_nothing()
    {
        // In a table they mean that something is missing: a salt of zeros in a file would be an erased line there.
        Refused(FirstForm.Chained(lines, Note(Stream, 5) with { Salt = Guid.Empty }), 5, "form");
        Refused([.. lines[..3], lines[3] with { Hand = Guid.Empty }], 4, "form");
    }

    public void Dispose() => file.Dispose();

    /// <summary>A line without salt and with this data, and somebody who says that this was left.</summary>
    private List<Line> Forged(int number, string data)
    {
        List<Line> forged = [.. lines];
        forged[number - 1] = forged[number - 1] with { Salt = null, Data = data };
        return Told(forged, (number, FirstForm.Left(forged[number - 1])));
    }

    private static List<Line> Told(IReadOnlyList<Line> lines, (long Number, string Left) told) => FirstForm.Chained(lines,
        Note(Stream, lines.Count + 1) with { Event = new WordsErased(new Dictionary<string, string> { [$"{told.Number}"] = told.Left }) });

    private static void Refused(IReadOnlyList<Line> forged, long number, string reason)
    {
        Assert.Equal((number, reason), Line.Break(forged));
        Assert.Equal("journal.broken-chain", Assert.Throws<JournalException>(() => SessionFile.Read(SessionFile.Write(forged))).Code);
    }
}
