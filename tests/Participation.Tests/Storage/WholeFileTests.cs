using System.Text;
using System.Text.RegularExpressions;
using Participation.Server.Storage;
using Participation.Tests.Laws;

namespace Participation.Tests.Storage;

/// <summary>A file is there whole or not at all; nothing but SQLite writes any other way.</summary>
public sealed partial class WholeFileTests : IDisposable
{
    /// <summary>What writes, moves or makes files.</summary>
    [GeneratedRegex(@"\bFile\.(Write|Append|Create|Move|Copy|Replace|OpenWrite|OpenHandle|Open\()\w*|\bnew (FileStream|StreamWriter)\(|\bDirectory\.Move|VACUUM INTO|PersistKeysToFileSystem")]
    private static partial Regex Writing();

    /// <summary>Where that may stand, and why.</summary>
    private static readonly Dictionary<string, string> MayWrite = new()
    {
        ["WholeFile.cs"] = "the one way in which files are written",
        ["PrivateFile.cs"] = "makes an empty file for SQLite",
        ["JournalLock.cs"] = "holds nothing",
        ["JournalFile.cs"] = "SQLite writes a copy beside its place, which is then put there",
    };

    private readonly TemporaryFile file = new();

    private string At(string name) => Path.Combine(file.Folder, name);

    [Fact]
    public void Everything_that_the_server_writes_goes_the_one_way()
    {
        var found = Repository.Sources("src/Participation.Server", ".cs").SelectMany(source => Writing().Matches(source.Text).Select(each => (source.Name, How: each.Value))).ToList();
        Expect.None(found.Where(each => !MayWrite.ContainsKey(each.Name)).Select(each => $"{each.Name}: {each.How}"));
        Expect.None(MayWrite.Keys.Except(found.Select(each => each.Name)));
    }

    [Fact]
    public void It_is_there_with_all_of_it_for_this_user_alone_and_nothing_lies_beside()
    {
        WholeFile.Write(At("a"), Encoding.UTF8.GetBytes("first"));
        WholeFile.Write(At("a"), stream => stream.Write("second"u8));
        Assert.Equal("second", File.ReadAllText(At("a")));
        Assert.Equal([At("a")], Directory.GetFiles(file.Folder));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(At("a")));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void What_breaks_off_leaves_what_was_there(bool before)
    {
        if (before) WholeFile.Write(At("a"), "before"u8);
        Assert.Throws<IOException>(() => WholeFile.Write(At("a"), stream =>
        {
            stream.Write("half of"u8);
            throw new IOException("No space left on device");
        }));
        Assert.Equal(before ? "before" : null, File.Exists(At("a")) ? File.ReadAllText(At("a")) : null);
        Assert.Equal(before ? 1 : 0, Directory.GetFiles(file.Folder).Length);
    }

    [Fact]
    public void What_a_crash_left_half_written_is_no_hindrance()
    {
        File.WriteAllText(At("a.part"), "a long half of something else");
        WholeFile.Write(At("a"), "whole"u8);
        Assert.Equal("whole", File.ReadAllText(At("a")));
        Assert.False(File.Exists(At("a.part")));
    }

    /// <summary>In a folder on a stick, which others may write, somebody can put a link where a file is going to be written.</summary>
    [Fact]
    public void A_link_in_the_place_of_what_is_not_whole_yet_is_not_followed()
    {
        if (OperatingSystem.IsWindows()) return;
        File.WriteAllText(At("victim"), "of somebody");
        foreach (var (target, write) in new (string, Action<string>)[]
        {
            ("victim", path => WholeFile.Write(path, "secret"u8)), ("victim", path => WholeFile.Write(path, stream => stream.Write("secret"u8))),
            ("nothing", path => WholeFile.Write(path, "secret"u8)), ("nothing", path => JournalFile.Keep(Journal(), path)), ("victim", path => JournalFile.Keep(Journal(), path)),
        })
        {
            File.CreateSymbolicLink(At("a.part"), At(target));
            write(At("a"));
            Assert.Equal("of somebody", File.ReadAllText(At("victim")));
            Assert.False(File.Exists(At("nothing")));
            Assert.Null(new FileInfo(At("a")).LinkTarget);
            Assert.False(Path.Exists(At("a.part")));
        }
        File.CreateSymbolicLink(At("b.lock"), At("nothing"));
        new JournalLock(At("b")).Dispose();
        Assert.False(File.Exists(At("nothing")));

        string Journal()
        {
            using var journal = new SqliteJournal(file.Path);
            return file.Path;
        }
    }

    public void Dispose() => file.Dispose();
}
