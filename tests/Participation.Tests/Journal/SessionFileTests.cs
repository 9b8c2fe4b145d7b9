using Participation.Journal;

namespace Participation.Tests.Journal;

public sealed class SessionFileTests
{
    private static async Task<IReadOnlyList<Line>> Lines(int count = 7)
    {
        var (journal, stream) = (new MemoryJournal(), Guid.NewGuid());
        await journal.Append(Notes.Many(stream, 1, count));
        return await journal.Lines(stream);
    }

    [Fact]
    public async Task Lines_come_back_as_they_went_and_the_bytes_are_the_same()
    {
        var lines = await Lines();
        var text = SessionFile.Write(lines);
        var again = SessionFile.Read(text);

        Assert.Equal(text, SessionFile.Write(again));
        Assert.Equal(lines.Select(line => line.ToEntry()), again.Select(line => line.ToEntry()));
        Assert.Equal(lines[^1].Hash(), again[^1].Hash());
    }

    [Fact]
    public async Task Another_journal_takes_them_in()
    {
        var lines = SessionFile.Read(SessionFile.Write(await Lines()));
        var other = new MemoryJournal();
        await other.Import(lines);

        Assert.Equal(SessionFile.Write(lines), SessionFile.Write(await other.Lines(lines[0].Stream)));
    }

    [Fact]
    public async Task What_was_erased_stays_erased_and_the_file_still_holds()
    {
        var journal = new MemoryJournal();
        var notes = Notes.Many(Guid.NewGuid(), 1, 4);
        await journal.Append(notes);
        var (told, erasures) = Notes.Erasing(5, notes[2]);
        await journal.Append([told], erasures: erasures);

        Assert.Equal(new Noted(""), SessionFile.Read(SessionFile.Write(await journal.Lines(told.Stream)))[2].ToEntry().Event);
    }

    [Fact]
    public async Task Whatever_is_changed_in_it_is_noticed()
    {
        var lines = await Lines();
        var text = SessionFile.Write(lines);
        foreach (var (old, other) in new[]
        {
            ("note 7", "note 8"),
            (lines[^1].By.ToString(), Guid.NewGuid().ToString()),
            (lines[^1].Command.ToString(), Guid.NewGuid().ToString()),
            (lines[2].Hand!.Value.ToString(), Guid.NewGuid().ToString()),
            ("\"number\":4", "\"number\":5"),
            (Convert.ToHexStringLower(lines[^1].Hash()), new string('0', 64)),
        })
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            Assert.Equal("journal.broken-chain", Assert.Throws<JournalException>(() => SessionFile.Read(text.Replace(old, other, StringComparison.Ordinal))).Code);
        }
        var cut = SessionFile.Write([.. lines.Take(6)]).Split("\"head\"")[0] + "\"head\"" + text.Split("\"head\"")[1];
        Assert.Equal("journal.broken-chain", Assert.Throws<JournalException>(() => SessionFile.Read(cut)).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"format":"participation.session/1","session":"6f1d0a52-1111-4111-8111-111111111111","lines":[],"head":""}""")]
    [InlineData("""{"format":"participation.session/1","session":"6f1d0a52-1111-4111-8111-111111111111","lines":[null],"head":""}""")]
    [InlineData("""{"format":"participation.session/1","session":"6f1d0a52-1111-4111-8111-111111111111","lines":null,"head":""}""")]
    public void What_is_no_session_file_is_refused(string text) =>
        Assert.Equal("journal.not-a-session-file", Assert.Throws<JournalException>(() => SessionFile.Read(text)).Code);

    [Theory]
    [InlineData("session/2", "session/3")]
    [InlineData("session/2", "session/1")]
    [InlineData("\"form\":2", "\"form\":1")]
    [InlineData("\"form\":2", "\"form\":3")]
    [InlineData("\"form\":2,", "")]
    [InlineData("\"members\":\"text\",", "")]
    [InlineData("\"wordsDigest\":\"", "\"wordsDigest\":null,\"wordsDigest\":\"")]
    [InlineData("\"name\":\"journal.noted\"", "\"name\":null")]
    [InlineData("\"data\":\"{}\"", "\"data\":null")]
    [InlineData("\"data\":\"{}\",", "")]
    [InlineData("\"digest\":\"", "\"digest\":\"x")]
    [InlineData("\"digest\"", "\"digests\"")]
    [InlineData("\"number\":1,", "\"number\":1, \"more\":1,")]
    public async Task A_file_of_another_shape_is_refused(string old, string other)
    {
        var text = SessionFile.Write(await Lines());
        Assert.Contains(old, text, StringComparison.Ordinal);

        Assert.Equal("journal.not-a-session-file", Assert.Throws<JournalException>(() => SessionFile.Read(text.Replace(old, other, StringComparison.Ordinal))).Code);
    }
}
