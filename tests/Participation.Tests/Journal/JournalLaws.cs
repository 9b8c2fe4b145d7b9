using Participation.Journal;
using Participation.Server.Storage;
using static Participation.Tests.Journal.Notes;

namespace Participation.Tests.Journal;

/// <summary>What every journal promises, whatever it stores in.</summary>
public abstract class JournalLaws
{
    private readonly Guid stream = Guid.NewGuid();

    protected abstract IJournal Journal { get; }

    [Fact]
    public async Task What_was_appended_is_read_back_in_order()
    {
        var entries = Many(stream, 1, 7);
        await Journal.Append(entries[..2]);
        await Journal.Append(entries[2..]);
        Assert.Equal(entries, await Journal.Read(stream));
        Assert.Equal(entries[4..], await Journal.Read(stream, after: 4));
        Assert.Empty(await Journal.Read(stream, after: 7));
        Assert.Empty(await Journal.Read(Guid.NewGuid()));
    }

    [Fact]
    public async Task Nothing_to_append_is_nothing_to_refuse()
    {
        await Journal.Append([]);
        await Journal.Import([]);
        Assert.Empty(await Journal.Firsts());
    }

    [Fact]
    public async Task A_number_is_taken_once()
    {
        await Journal.Append(Many(stream, 1, 2));
        Assert.Equal("journal.gap", await CodeOf(Journal.Append([Note(stream, 2)])));
        Assert.Equal(2, (await Journal.Read(stream)).Count);
    }

    [Fact]
    public async Task A_gap_is_refused_and_so_is_all_behind_it()
    {
        await Journal.Append([Note(stream, 1)]);
        var behind = new[] { Journal.Append([Note(stream, 3)]), Journal.Append([Note(stream, 4)]), Journal.Append([Note(stream, 5)]) };
        foreach (var append in behind) Assert.Equal("journal.gap", await CodeOf(append));
        await Journal.Append([Note(stream, 2)]);
        Assert.Equal([1L, 2L], (await Journal.Read(stream)).Select(entry => entry.Number));
    }

    [Fact]
    public async Task All_entries_of_an_append_are_stored_or_none()
    {
        Assert.Equal("journal.gap", await CodeOf(Journal.Append([Note(stream, 1), Note(stream, 2), Note(stream, 4)])));
        Assert.Equal("journal.gap", await CodeOf(Journal.Append([Note(stream, 1), Note(Guid.NewGuid(), 2)])));
        Assert.Empty(await Journal.Read(stream));
        Assert.Empty(await Journal.Firsts());
    }

    [Fact]
    public async Task Appends_need_not_wait_for_each_other()
    {
        var entries = Many(stream, 1, 300);
        await Task.WhenAll(entries.Select(entry => Journal.Append([entry])));
        Assert.Equal(entries, await Journal.Read(stream));
    }

    [Fact]
    public async Task A_long_stream_is_read_whole_and_in_order_from_any_number_on()
    {
        var entries = Many(stream, 1, 20_000);
        foreach (var group in entries.Chunk(512)) await Journal.Append(group);
        Assert.Equal(entries, await Journal.Read(stream));
        Assert.Equal(entries[37..], await Journal.Read(stream, after: 37));
        Assert.Equal(entries[19_990..], await Journal.Read(stream, after: 19_990));
        Assert.Equal(entries[37..40], await Journal.Read(stream, after: 37, most: 3));
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(3, 4)]
    [InlineData(8, 4)]
    [InlineData(9, 4)]
    [InlineData(9, 1)]
    public async Task A_stream_in_parts_is_the_stream(int entries, int length)
    {
        var written = Many(stream, 1, entries);
        await Journal.Append(written);
        var parts = new List<IReadOnlyList<Entry>>();
        await foreach (var part in Journal.ReadParts(stream, length)) parts.Add(part);
        Assert.Equal(written, parts.SelectMany(part => part));
        Assert.All(parts, part => Assert.True(part.Count <= length));
    }

    [Fact]
    public async Task Who_watches_is_told_each_append_once_in_its_order_and_before_whoever_appended_hears()
    {
        var told = new List<Entry>();
        Journal.Watch(new Desk.Told((of, entries) => told.AddRange(entries.Where(entry => entry.Stream == of))));
        var entries = Many(stream, 1, 300);
        var appends = entries[..^1].Select(entry => Journal.Append([entry])).ToList();
        await appends[0];
        Assert.Equal(entries[0], told[0]);
        await Task.WhenAll(appends);
        await CodeOf(Journal.Append([entries[3]]));
        await Journal.Append([entries[^1]]);
        Assert.Equal(entries, told);

        var (other, imported) = (new MemoryJournal(), Guid.NewGuid());
        await other.Append(Many(imported, 1, 5));
        await Journal.Import(await other.Lines(imported));
        Assert.Equal([1L, 2L, 3L, 4L, 5L], told[300..].Select(entry => entry.Number));
    }

    /// <summary>The second one's number follows, because somebody else wrote the first; what it was decided on never happened.</summary>
    [Fact]
    public async Task Behind_a_refused_append_nothing_of_its_strand_is_stored()
    {
        var strand = new Strand();
        await Journal.Append([Note(stream, 1, "of somebody else")]);
        Assert.Equal("journal.gap", await CodeOf(Journal.Append([Note(stream, 1)], strand: strand)));
        Assert.Equal("journal.gap", await CodeOf(Journal.Append([Note(stream, 2)], strand: strand)));
        await Journal.Append([Note(stream, 2)], strand: new());
        Assert.Equal(2, (await Journal.Read(stream)).Count);
    }

    [Fact]
    public async Task The_tip_of_a_stream_is_its_last_line()
    {
        Assert.Empty(await Journal.Tips());
        await Journal.Append(Many(stream, 1, 3));
        var last = (await Journal.Lines(stream))[^1];
        Assert.Equal(new Tip(3, Convert.ToHexStringLower(last.Hash())), (await Journal.Tips())[stream]);
    }

    [Fact]
    public async Task Many_streams_grow_at_once()
    {
        var streams = Enumerable.Range(0, 20).Select(_ => Guid.NewGuid()).ToArray();
        await Task.WhenAll(streams.Select(id => Task.Run(async () =>
        {
            for (var number = 1; number <= 25; number++) await Journal.Append([Note(id, number)]);
        })));
        foreach (var id in streams)
        {
            var lines = await Journal.Lines(id);
            Assert.Equal(25, lines.Count);
            Assert.Null(Line.Break(lines));
        }
    }

    [Fact]
    public async Task Entries_and_what_happens_to_a_box_are_stored_together_or_not_at_all()
    {
        BallotBoxed Ballot(params string[] marks) => new("vote", 0, "", marks);
        await Journal.Append([Note(stream, 1)], Ballot("b", "a"));
        Assert.Equal("journal.gap", await CodeOf(Journal.Append([Note(stream, 3)], Ballot("c"))));
        await Journal.Append([Note(stream, 2)], Ballot("a"));
        await Journal.Append([Note(stream, 3)], new BallotBoxed("vote", 7, "", []));
        var pile = Assert.Single(await Journal.Box(stream, "vote", 0));
        Assert.Equal((2, "a=2 b=1"), (pile.Ballots, string.Join(' ', pile.Marks.Select(mark => $"{mark.Key}={mark.Value}"))));
        Assert.Equal("journal.gap", await CodeOf(Journal.Append([Note(stream, 9)], new BoxesEmptied(("vote", 0)))));
        Assert.Single(await Journal.Box(stream, "vote", 0));
        await Journal.Append([Note(stream, 4)], new BoxesEmptied(("vote", 0)));
        Assert.Empty(await Journal.Box(stream, "vote", 0));
        Assert.Equal(1, Assert.Single(await Journal.Box(stream, "vote", 7)).Ballots);
        Assert.Empty(await Journal.Box(Guid.NewGuid(), "vote", 7));
    }

    [Fact]
    public async Task Lines_form_a_chain()
    {
        await Journal.Append(Many(stream, 1, 5));
        var lines = await Journal.Lines(stream);
        Assert.Null(Line.Break(lines));
        Assert.Equal(Line.Nothing, lines[0].Previous);
        Assert.Equal((3L, "data"), Line.Break(lines.Select(line => line.Number == 3 ? line with { Data = line.Data + " " } : line)));
        Assert.Equal((3L, "data"), Line.Break(lines.Select(line => line.Number == 3 ? line with { Words = line.Words! with { Text = """{"text":"forged"}""" } } : line)));
        Assert.Equal((4L, "previous"), Line.Break(lines.Select(line => line.Number == 3 ? line with { By = Guid.NewGuid() } : line)));
    }

    [Fact]
    public async Task Firsts_are_the_directory_oldest_first()
    {
        var (older, newer) = (Note(Guid.NewGuid(), 1), Note(Guid.NewGuid(), 1) with { At = DateTimeOffset.UnixEpoch.AddYears(80) });
        await Journal.Append([newer, Note(newer.Stream, 2)]);
        await Journal.Append([older, Note(older.Stream, 2)]);
        Assert.Equal([older, newer], await Journal.Firsts());
    }

    [Fact]
    public async Task An_imported_stream_is_the_same_and_grows_on()
    {
        var lines = await Written(6);
        await Journal.Import(lines);
        Assert.Equivalent(lines, await Journal.Lines(stream), strict: true);
        Assert.Equal("journal.exists", await CodeOf(Journal.Import(lines)));
        await Journal.Append([Note(stream, 7)]);
        Assert.Null(Line.Break(await Journal.Lines(stream)));
    }

    [Fact]
    public async Task A_broken_chain_is_not_imported()
    {
        var lines = (await Written(6)).ToArray();
        Line[][] broken =
        [
            lines[1..], [.. lines[..2], .. lines[3..]], [.. lines[..3], lines[3] with { Words = lines[3].Words! with { Text = "{}" } }, .. lines[4..]],
            [.. lines[..3], lines[3] with { Stream = Guid.NewGuid() }, .. lines[4..]], [lines[0] with { Digest = [1, 2] }, .. lines[1..]],
        ];
        foreach (var wrong in broken) Assert.Equal("journal.broken-chain", await CodeOf(Journal.Import(wrong)));
        Assert.Empty(await Journal.Lines(stream));
    }

    [Fact]
    public async Task A_stream_that_could_not_be_read_again_is_not_imported()
    {
        var line = (await Written(1))[0];
        foreach (var (name, data) in new[] { ("no.such-event", "{}"), ("journal.noted", """{"text":"a","other":1}"""), ("journal.noted", "[") })
        {
            Assert.Equal("journal.unreadable", await CodeOf(Journal.Import([FirstForm.Of(line.ToEntry(), line.Previous, name, data)])));
        }
        Assert.Empty(await Journal.Firsts());
    }

    [Fact]
    public async Task What_loses_its_words_still_holds_and_the_chain_tells_so()
    {
        var notes = Many(stream, 1, 4);
        await Journal.Append(notes);
        var (told, erasures) = Erasing(5, notes[1], notes[3]);
        await Journal.Append([told], erasures: erasures);
        await Journal.Append([Note(stream, 6)]);

        var lines = await Journal.Lines(stream);
        Assert.Null(Line.Break(lines));
        Assert.Equal([new Noted(""), new Noted("")], (await Journal.Read(stream)).Where(entry => entry.Salt is null).Select(entry => entry.Event));
        Assert.Empty(Erasures.Of((await Journal.Read(stream)).Where(entry => entry.Salt is null)));
        Assert.Equal((2L, "data"), Line.Break(lines.Where(line => line.Number < 5)));
        Assert.Equal((2L, "data"), Line.Break(lines.Select(line => line.Number == 2 ? line with { Words = line.Words! with { Text = """{"text":"forged"}""" } } : line)));
    }

    [Fact]
    public async Task Words_are_not_erased_when_what_tells_of_it_cannot_be_stored()
    {
        var notes = Many(stream, 1, 3);
        await Journal.Append(notes);
        var (told, erasures) = Erasing(7, notes[1]);
        Assert.Equal("journal.gap", await CodeOf(Journal.Append([told], erasures: erasures)));
        Assert.Equal(notes, await Journal.Read(stream));
    }

    [Fact]
    public async Task A_stream_that_lost_words_can_be_imported()
    {
        var notes = Many(stream, 1, 3);
        var other = new MemoryJournal();
        await other.Append(notes);
        var (told, erasures) = Erasing(4, notes[0]);
        await other.Append([told], erasures: erasures);
        await Journal.Import(await other.Lines(stream));
        Assert.Equivalent(await other.Lines(stream), await Journal.Lines(stream), strict: true);
    }

    [Fact]
    public async Task Words_that_are_gone_without_a_word_about_it_break_the_chain()
    {
        var lines = await Written(3);
        Line[] wrong = [lines[1] with { Salt = null }, lines[1] with { Words = lines[1].Words! with { Text = "{}" } }, lines[1] with { Salt = null, Words = lines[1].Words! with { Text = """{"text":""}""" } }];
        foreach (var line in wrong)
            Assert.Equal("journal.broken-chain", await CodeOf(Journal.Import([lines[0], line, lines[2]])));
    }

    private async Task<IReadOnlyList<Line>> Written(int count)
    {
        var other = new MemoryJournal();
        await other.Append(Many(stream, 1, count));
        return await other.Lines(stream);
    }
}

/// <summary>The laws, kept by the journal in memory.</summary>
public sealed class MemoryJournalLaws : JournalLaws
{
    protected override IJournal Journal { get; } = new MemoryJournal();
}

/// <summary>The laws, kept by the journal in SQLite.</summary>
public sealed class SqliteJournalLaws : JournalLaws, IDisposable
{
    private readonly Storage.TemporaryFile file = new();
    private readonly SqliteJournal journal;

    public SqliteJournalLaws() => journal = new(file.Path);

    protected override IJournal Journal => journal;

    public void Dispose()
    {
        journal.Dispose();
        file.Dispose();
    }
}
