using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Participation.Server.Storage;

/// <summary>
/// The copies that a server makes of its data file by itself, named by their moment in UTC. The newest dozen stay, and of each of the last
/// thirty days the newest.
/// </summary>
internal sealed class BackupFolder(string file, string folder)
{
    public const string Name = "backups";

    private const int Newest = 12;
    private const int Days = 30;
    private const string Moment = "yyyyMMdd-HHmmssfff";

    /// <summary>The copies there are, oldest first.</summary>
    public IReadOnlyList<string> All => Directory.Exists(folder) ? [.. Directory.GetFiles(folder, $"{Stem}-*.db").Order(StringComparer.Ordinal)] : [];

    private string Stem => Path.GetFileNameWithoutExtension(file);

    /// <summary>Copies the file as it stands, checks the copy, and lets old ones go.</summary>
    /// <exception cref="StorageRefusedException">The copy does not hold.</exception>
    public string Make(DateTimeOffset now)
    {
        Sweep();
        var made = Place(now);
        JournalFile.Backup(file, made);
        Thin();
        return made;
    }

    /// <summary>True when there is a copy from before that moment.</summary>
    public bool HasOlder(DateTimeOffset moment) =>
        All.Any(copy => string.CompareOrdinal(Path.GetFileName(copy), Path.GetFileName(Place(moment))) < 0);

    /// <summary>Takes over a copy that was made and checked elsewhere.</summary>
    public void Take(string copy)
    {
        Sweep();
        Folder.Make(folder);
        WholeFile.Write(Path.Combine(folder, Path.GetFileName(copy)), to =>
        {
            using var from = File.OpenRead(copy);
            from.CopyTo(to);
        });
        Thin();
    }

    /// <summary>Deletes every copy but one, when something was erased that older ones still hold.</summary>
    public void KeepOnly(string copy)
    {
        WholeFile.Delete(All.Where(old => Path.GetFileName(old) != Path.GetFileName(copy)));
    }

    /// <summary>Deletes every copy but one that was made while people voted in secret: beside what is known since, it tells ballots.</summary>
    public void DropVotes(string but) => WholeFile.Delete(All.Where(old => Path.GetFileName(old) != Path.GetFileName(but) && IsVoting(old)));

    private static bool IsVoting(string copy)
    {
        try
        {
            using var db = JournalConnection.Reader(copy);
            return BoxTable.IsVoting(db);
        }
        catch (Exception e) when (e is SqliteException or IOException)
        {
            // Whatever it is, nobody reads a ballot there by opening it.
            return false;
        }
    }

    private string Place(DateTimeOffset now)
    {
        Folder.Make(folder);
        while (true)
        {
            var place = Path.Combine(folder, $"{Stem}-{now.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture)}.db");
            if (!File.Exists(place)) return place;
            now = now.AddMilliseconds(1);
        }
    }

    /// <summary>What a server left half made that ended meanwhile: no copy, but full of words that may be erased by now.</summary>
    private void Sweep()
    {
        if (!Directory.Exists(folder)) return;
        WholeFile.Delete(Directory.GetFiles(folder, $"{Stem}-*{WholeFile.Part}*"));
    }

    private void Thin()
    {
        var all = All.Reverse().ToList();
        var days = all.GroupBy(copy => Path.GetFileName(copy)[(Stem.Length + 1)..][..8]).Take(Days).Select(day => day.First());
        WholeFile.Delete(all.Except(all.Take(Newest).Concat(days)));
    }
}
