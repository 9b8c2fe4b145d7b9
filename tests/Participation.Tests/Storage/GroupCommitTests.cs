using Participation.Server.Storage;
using static Participation.Tests.Journal.Notes;

namespace Participation.Tests.Storage;

/// <summary>What waits shares a commit, whichever stream it belongs to.</summary>
public sealed class GroupCommitTests : IDisposable
{
    private readonly TemporaryFile file = new();

    [Fact]
    public async Task Many_streams_share_one_commit_up_to_the_limit_of_a_group()
    {
        using var journal = new SqliteJournal(file.Path);
        var streams = Enumerable.Range(0, 64).Select(_ => Guid.NewGuid()).ToArray();

        Assert.Equal(1, await Commits(from: 1, to: 8));
        Assert.Equal(2, await Commits(from: 9, to: 17));

        async Task<long> Commits(int from, int to)
        {
            var before = journal.Commits;
            Task all = Task.CompletedTask;
            await journal.OnWriter(_ => all = Task.WhenAll(
                Enumerable.Range(from, to - from + 1).SelectMany(number => streams.Select(stream => journal.Append([Note(stream, number)])))));
            await all;
            // The writer counts before it answers.
            return journal.Commits - before;
        }
    }

    [Fact]
    public async Task The_log_is_moved_into_the_file_while_it_grows()
    {
        using var journal = new SqliteJournal(file.Path);
        var (stream, text) = (Guid.NewGuid(), new string('x', 4000));
        for (var number = 1; number <= 4000; number += 50)
            await journal.Append([.. Enumerable.Range(number, 50).Select(n => Note(stream, n, text))]);
        // 16 MB were written; a log that nobody moves would be as long as that.
        Assert.InRange(new FileInfo(file.Path + "-wal").Length, 1, 8_000_000);
    }

    public void Dispose() => file.Dispose();
}
