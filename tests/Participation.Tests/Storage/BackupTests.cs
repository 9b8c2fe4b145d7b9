using Participation.Server.Storage;
using static Participation.Tests.Journal.Notes;

namespace Participation.Tests.Storage;

/// <summary>A backup is whole, checked, and holds what was acknowledged before it began, while the server goes on writing.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly TemporaryFile file = new();

    [Fact]
    public async Task A_backup_under_load_holds_and_has_all_that_was_acknowledged()
    {
        using var journal = new SqliteJournal(file.Path);
        using var enough = new CancellationTokenSource();
        var (stream, acknowledged) = (Guid.NewGuid(), 0);
        var writing = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                await journal.Append([Note(stream, acknowledged + 1)]);
                Interlocked.Increment(ref acknowledged);
            }
        });
        try
        {
            for (var i = 0; i < 8; i++)
            {
                var (destination, before) = (Path.Combine(file.Folder, $"backup-{i}.db"), Volatile.Read(ref acknowledged));
                Assert.True(JournalFile.Backup(file.Path, destination).Holds);
                using var copy = new SqliteJournal(destination);
                Assert.True((await copy.Read(stream)).Count >= before);
            }
            Assert.True(JournalFile.Verify(file.Path).Holds);
        }
        finally
        {
            await enough.CancelAsync();
            await writing;
        }
        Assert.Equal(acknowledged, (await journal.Read(stream)).Count);
    }

    [Fact]
    public void A_backup_replaces_nothing_and_leaves_no_half_of_itself()
    {
        new SqliteJournal(file.Path).Dispose();
        var taken = Path.Combine(file.Folder, "taken.db");
        File.WriteAllText(taken, "mine");
        Assert.Throws<StorageRefusedException>(() => JournalFile.Backup(file.Path, taken));
        Assert.Equal("mine", File.ReadAllText(taken));
        Assert.Throws<StorageRefusedException>(() => JournalFile.Backup(Path.Combine(file.Folder, "none.db"), Path.Combine(file.Folder, "new.db")));
        Assert.Empty(Directory.GetFiles(file.Folder, "*.part"));
    }

    [Fact]
    public async Task From_the_command_line_a_journal_is_verified_and_copied()
    {
        var stream = Guid.NewGuid();
        using (var journal = new SqliteJournal(file.Path)) await journal.Append(Many(stream, 1, 5));
        var copy = Path.Combine(file.Folder, "copy.db");

        Assert.Equal((0, $"{file.Path} holds: 5 entries in 1 journals.\n"), Run("verify", file.Path));
        Assert.Equal((0, $"{copy}: 5 entries in 1 journals, checked.\n"), Run("backup", file.Path, "--to", copy));
        Assert.Equal((0, $"{copy} holds: 5 entries in 1 journals.\n"), Run("verify", copy));
        Assert.Equal((1, $"No backup was made. {copy} exists already; a backup never replaces a file.\n"), Run("backup", file.Path, "--to", copy));
        Assert.Equal(0, Run("backup", file.Path).Code);
        Assert.Equal((1, $"{file.Path}x does not exist.\n"), Run("verify", file.Path + "x"));
        Assert.Equal(2, Run("verify").Code);
        Assert.Null(StorageCommands.Run(["--urls", "http://127.0.0.1:0"], TextWriter.Null));
        Assert.Null(StorageCommands.Run([], TextWriter.Null));

        Tamper(copy, "UPDATE entry SET words = '{}' WHERE number = 3");
        Assert.Equal((1, $"Journal {stream} breaks at entry 3: its text was changed.\n{copy} does not hold.\n"), Run("verify", copy));
        Assert.Equal(1, Run("backup", copy, "--to", copy + "2").Code);
        Assert.False(File.Exists(copy + "2"));
    }

    [Fact]
    public async Task Nobody_else_on_the_machine_can_read_the_files_or_their_copies()
    {
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new SqliteJournal(file.Path).Dispose();
        File.SetUnixFileMode(file.Path, Mine | UnixFileMode.OtherRead);
        using var journal = new SqliteJournal(file.Path);
        await journal.Append([Note(Guid.NewGuid(), 1)]);
        JournalFile.Backup(file.Path, Path.Combine(file.Folder, "copy.db"));
        foreach (var each in Directory.GetFiles(file.Folder)) Assert.Equal((each, Mine), (each, File.GetUnixFileMode(each)));
        Assert.True(Directory.GetFiles(file.Folder).Length >= 4);
        File.SetUnixFileMode(file.Folder, Mine | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        PrivateFile.CloseFolder(file.Folder);
        Assert.Equal(Mine | UnixFileMode.UserExecute, File.GetUnixFileMode(file.Folder));
    }

    public void Dispose() => file.Dispose();

    private static (int? Code, string Text) Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        return (StorageCommands.Run(args, output), output.ToString());
    }

    private static void Tamper(string path, string sql)
    {
        using var db = JournalConnection.Writer(path);
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
