using Participation.Journal;

namespace Participation.Desk;

/// <summary>The number of a receipt that was given, or the promise of one, with the salted digest of the command it was given for.</summary>
internal readonly record struct Given(Guid? Salt, Guid Body, long Number, Task<Receipt>? Receipt);

/// <summary>Every receipt of a stream, by whoever typed the command and the id that they gave it.</summary>
internal sealed class Receipts
{
    private readonly Dictionary<(Guid By, Guid Command), Given> given = [];

    public Given? Of(Sender from) => given.TryGetValue(Key(from), out var known) ? known : null;

    public void Promise(Sender from, Given receipt) => given[Key(from)] = receipt;

    public void TakeBack(Sender from) => given.Remove(Key(from));

    /// <summary>A command's body stands with the salt of its first entry, and its receipt carries the number of its last.</summary>
    public void Remember(IEnumerable<Entry> entries)
    {
        foreach (var entry in entries)
        {
            var key = Key(entry);
            given[key] = new Given(given.TryGetValue(key, out var first) ? first.Salt : entry.Salt, entry.Body, entry.Number, null);
        }
    }

    /// <summary>Nobody can try words against a digest any more, in memory either.</summary>
    public void Unsalt(Entry erased)
    {
        var key = Key(erased);
        if (given.TryGetValue(key, out var known) && known.Salt == erased.Salt) given[key] = known with { Salt = null };
    }

    private static (Guid By, Guid Command) Key(Sender from) => (from.Hand ?? from.Id, from.Command);

    private static (Guid By, Guid Command) Key(Entry entry) => (entry.Hand ?? entry.By, entry.Command);
}
