using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Participation.Server.Storage;

/// <summary>Puts a backup in the place of a server's data file. What was there stays beside it; what comes begins a new epoch.</summary>
internal static class Restoring
{
    /// <summary>Where the present file was put aside (null: there was none), and what the copy holds.</summary>
    /// <exception cref="StorageRefusedException">A server runs on the folder, or the backup does not hold. Nothing was changed.</exception>
    public static (string? Aside, JournalCheck Check) Restore(string backup, string data, DateTimeOffset now)
    {
        if (!File.Exists(backup)) throw new StorageRefusedException($"{backup} does not exist.");
        Folder.Make(data);
        var place = Path.Combine(Path.GetFullPath(data), JournalFile.Name);
        using var held = new JournalLock(place);
        if (Path.GetFullPath(backup) == place) throw new StorageRefusedException($"{backup} is the file itself.");
        var fresh = place + ".restored";
        try
        {
            File.Delete(fresh);
            var check = JournalFile.Backup(backup, fresh);
            Renew(fresh);
            return (Replace(place, fresh, now), check);
        }
        finally
        {
            foreach (var left in (string[])["", "-wal", "-shm"]) File.Delete(fresh + left);
        }
    }

    private static void Renew(string path)
    {
        using var db = JournalConnection.Writer(path);
        Epoch.Renew(db);
        db.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>In one move, so that there is a data file at every moment: else a start in between would begin an empty one.</summary>
    private static string? Replace(string place, string fresh, DateTimeOffset now)
    {
        if (!File.Exists(place))
        {
            WholeFile.Put(fresh, place, overwrite: false);
            return null;
        }
        var aside = $"{place}.before-restore-{now.UtcDateTime.ToString("yyyyMMdd-HHmmssfff", CultureInfo.InvariantCulture)}";
        Settle(place);
        // A log that could not be settled belongs to the old file and would spoil the new one.
        foreach (var beside in (string[])["-wal", "-shm"])
            if (File.Exists(place + beside)) WholeFile.Rename(place + beside, aside + beside);
        WholeFile.Swap(fresh, place, aside);
        return aside;
    }

    /// <summary>Moves the log of a server that broke off into its file. A damaged one is put aside as it is.</summary>
    private static void Settle(string place)
    {
        try
        {
            using var db = JournalConnection.Writer(place);
            db.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (Exception e) when (e is SqliteException or StorageRefusedException)
        {
        }
    }
}
