using Dapper;
using Microsoft.Data.Sqlite;
using Participation.Server.Storage;

namespace Participation.Tests.Storage;

/// <summary>The power goes while a first start makes the file: before it is in WAL mode, what was begun stands in a rollback journal beside it.</summary>
public sealed class CutStartTests
{
    [Fact]
    public async Task A_first_start_that_was_cut_off_in_the_file_is_followed_by_a_whole_one()
    {
        var (cut, found) = (Directory.CreateTempSubdirectory("participation-store-").FullName, Directory.CreateTempSubdirectory("participation-store-").FullName);
        try
        {
            var path = Path.Combine(cut, "participation.db");
            using (var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()))
            {
                db.Open();
                db.Execute("PRAGMA user_version = 0; CREATE TABLE begun (a); DROP TABLE begun; PRAGMA cache_size = 1");
                using var transaction = db.BeginTransaction();
                db.Execute("CREATE TABLE half (a)", transaction: transaction);
                for (var n = 0; n < 300; n++) db.Execute("INSERT INTO half VALUES (randomblob(3000))", transaction: transaction);
                foreach (var file in Directory.GetFiles(cut))
                {
                    await using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                    await using var to = File.Create(Path.Combine(found, Path.GetFileName(file)));
                    await from.CopyToAsync(to);
                }
            }
            path = Path.Combine(found, "participation.db");
            Assert.True(new FileInfo(path + "-journal").Length > 0);
            await using (var journal = new SqliteJournal(path)) Assert.Empty(await journal.Read(Guid.CreateVersion7()));
            Assert.False(File.Exists(path + "-journal"));
        }
        finally
        {
            Directory.Delete(cut, recursive: true);
            Directory.Delete(found, recursive: true);
        }
    }
}
