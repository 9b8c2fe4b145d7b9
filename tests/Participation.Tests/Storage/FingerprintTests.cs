using Participation.Activities.DotVote;
using Participation.Activities.Ideas;
using Participation.Journal;
using Participation.Server.Storage;
using Participation.Tests.Journal;
using static Participation.Tests.Journal.Notes;

namespace Participation.Tests.Storage;

/// <summary>A fingerprint on paper is found in the record as long as the record lives, whatever was recorded since, and it says what changed of what was signed.</summary>
public sealed class FingerprintTests : IDisposable
{
    private readonly TemporaryFile file = new();
    private readonly Guid stream = Guid.NewGuid();

    [Fact]
    public async Task What_was_signed_is_found_when_more_was_recorded_and_erased()
    {
        string signed, last;
        using (var journal = new SqliteJournal(file.Path))
        {
            // Two entries of the first form, two of the second; then the report is printed.
            await journal.Import(FirstForm.Chained(Note(stream, 1), Idea(2)));
            await journal.Append([Idea(3), Note(stream, 4)]);
            signed = SessionFile.Head(await journal.Lines(stream));
            Assert.Equal((0, $"{signed} is the fingerprint of entry 4 of journal {stream}, recorded 2026-11-22 09:00:00 UTC.\nNo entry followed.\nEverything up to it is as it was.\n{file.Path} holds: 4 entries in 1 journals.\n"), Run(signed));

            await journal.Append([Idea(5), Note(stream, 6) with { Event = new DotsCast("vote", new Dictionary<string, int>()) }, Idea(7)]);
            var (told, erasures) = Erasing(8, [.. (await journal.Read(stream)).Where(entry => entry.Number is 2 or 3 or 5)]);
            await journal.Append([told], erasures: erasures);
            await journal.Append(Many(Guid.NewGuid(), 1, 3));
            last = SessionFile.Head(await journal.Lines(stream));
        }
        Assert.Equal((0, $"""
            Journal {stream}: the text of 3 entries was erased. Of these 1 were written before texts were kept apart: that nothing but text went from them is said by who erased it, and by nothing else.
            {signed} is the fingerprint of entry 4 of journal {stream}, recorded 2026-11-22 09:00:00 UTC.
            4 entries followed: 1 dot-vote.dots-cast, 2 ideas.idea-given, 1 journal.words-erased.
            Everything up to it is as it was, but for the text of 2 entries that was erased since: 2, 3. Of these 1 were written before texts were kept apart: that nothing but text went from them is said by who erased it, and by nothing else.
            {file.Path} holds: 11 entries in 2 journals.

            """.ReplaceLineEndings("\n")), Run(signed));
        // As it stands on the page where one signs, and as somebody copies it by hand.
        foreach (var written in new[] { signed[..16], signed.ToUpperInvariant(), $"{signed[..4]} {signed[4..8]} {signed[8..12]}-{signed[12..20]}" })
            Assert.Contains($"{signed} is the fingerprint of entry 4", Run(written).Text, StringComparison.Ordinal);
        // Older reports printed as few as one machine can find twice: found all the same, with a word about it.
        foreach (var (digits, isShort) in new[] { (16, true), (31, true), (32, false), (64, false) })
            Assert.Equal((0, isShort), Run(signed[..digits]) is var (code, said) ? (code, said.Contains($"{digits} digits are short", StringComparison.Ordinal)) : default);
        Assert.Contains($"{last} is the fingerprint of entry 8 of journal {stream}, recorded 2026-11-22 09:00:00 UTC.\nNo entry followed.\nEverything up to it is as it was.\n", Run(last).Text, StringComparison.Ordinal);
        Assert.Equal(11, JournalFile.Verify(file.Path, "").Found.Count);
    }

    [Fact]
    public async Task What_was_signed_is_not_found_when_it_was_written_anew()
    {
        using (var journal = new SqliteJournal(file.Path)) await journal.Append(Many(stream, 1, 5));
        List<Line> lines;
        using (var journal = new SqliteJournal(file.Path)) lines = [.. await journal.Lines(stream)];
        var signed = Convert.ToHexStringLower(lines[2].Hash());
        Assert.Equal(0, Run(signed).Code);
        // All hashes from the second entry on are right again: the chain itself cannot tell.
        File.Delete(file.Path);
        using (var journal = new SqliteJournal(file.Path))
            await journal.Append([.. lines.Select(line => line.ToEntry() with { Event = line.Number == 2 ? new Noted("forged") : line.ToEntry().Event })]);
        Assert.True(JournalFile.Verify(file.Path).Holds);
        Assert.Equal((1, $"No entry has the fingerprint {signed}: it is of another file, or the record was written anew.\n{file.Path} holds in itself, but not to this fingerprint.\n"), Run(signed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcde")]
    [InlineData("0123456789abcdeg")]
    [InlineData("\uff101234567890abcdef")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000f")]
    public void What_is_no_fingerprint_is_not_sought(string written)
    {
        new SqliteJournal(file.Path).Dispose();
        Assert.Equal((1, $"{written} is no fingerprint: it has 64 digits, 0 to 9 and a to f, of which the first 32 are enough (16 of an older report).\n"), Run(written));
    }

    public void Dispose() => file.Dispose();

    private Entry Idea(int number) => Note(stream, number) with { Event = new IdeaGiven("ideas", number, "Trees", IdeaKind.Idea, null, null, null, null) };

    private (int? Code, string Text) Run(string head)
    {
        using var output = new StringWriter { NewLine = "\n" };
        return (StorageCommands.Run(["verify", file.Path, "--head", head], output), output.ToString());
    }
}
