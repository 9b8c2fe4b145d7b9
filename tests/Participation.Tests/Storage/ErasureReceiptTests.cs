using Dapper;
using Participation.Server.Storage;
using static Participation.Tests.Journal.Notes;

namespace Participation.Tests.Storage;

/// <summary>The receipt of an erasure says that the words are gone: whoever looks into the folder after it finds them in no file.</summary>
public sealed class ErasureReceiptTests : IDisposable
{
    private readonly TemporaryFile file = new();
    private readonly Guid stream = Guid.NewGuid();

    [Fact]
    public async Task Erased_words_are_in_no_file_when_the_receipt_is_given()
    {
        using var journal = new SqliteJournal(file.Path);
        var note = Note(stream, 1, "the words of Ada");
        await journal.Append([note]);
        await journal.OnWriter(_ => Assert.True(Written("the words of Ada")));
        var (told, erasures) = Erasing(2, note);
        await journal.Append([told], erasures: erasures);
        Assert.False(Written("the words of Ada"));
    }

    [Fact]
    public async Task While_a_reader_keeps_erased_words_in_the_log_their_receipt_waits_and_others_do_not()
    {
        using var journal = new SqliteJournal(file.Path);
        var note = Note(stream, 1, "the words of Ada");
        await journal.Append([note]);
        var (told, erasures) = Erasing(2, note);
        Task answered, gone;
        using (var reader = JournalConnection.Reader(file.Path))
        using (var snapshot = reader.BeginTransaction(deferred: true))
        {
            Assert.Equal(1, reader.ExecuteScalar<long>("SELECT count(*) FROM entry", transaction: snapshot));
            (answered, gone) = (journal.Append([told], erasures: erasures), journal.Gone());
            await journal.Append([Note(stream, 3)]);
            await journal.OnWriter(_ => { });
            Assert.True(Written("the words of Ada"));
            Assert.False(answered.IsCompleted);
            Assert.False(gone.IsCompleted);
        }
        await Task.WhenAll(answered, gone);
        Assert.False(Written("the words of Ada"));
    }

    [Fact]
    public async Task Words_whose_erasure_was_not_answered_before_a_crash_are_gone_before_anybody_can_ask_again()
    {
        var crashed = Path.Combine(file.Folder, "crashed.db");
        using (var journal = new SqliteJournal(file.Path))
        {
            var note = Note(stream, 1, "the words of Ada");
            await journal.Append([note]);
            await journal.Append([Note(stream, 2)]);
            using var reader = JournalConnection.Reader(file.Path);
            using var snapshot = reader.BeginTransaction(deferred: true);
            Assert.Equal(2, reader.ExecuteScalar<long>("SELECT count(*) FROM entry", transaction: snapshot));
            var (told, erasures) = Erasing(3, note);
            _ = journal.Append([told], erasures: erasures);
            await journal.Append([Note(stream, 4)]);
            foreach (var part in (string[])["", "-wal"]) File.Copy(file.Path + part, crashed + part);
        }
        Assert.True(Written("the words of Ada"));
        using var again = new SqliteJournal(crashed);
        Assert.False(Written("the words of Ada"));
    }

    public void Dispose() => file.Dispose();

    private bool Written(string text) => Directory.GetFiles(file.Folder).Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)).Any(path =>
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;
    });
}
