namespace Participation.Journal;

/// <summary>Told of what a journal holds: each append once, in the order of its stream, after it is on disk and before whoever appended hears so.</summary>
public interface IWatch
{
    /// <summary>The journal writes nothing while this runs: it neither waits nor asks the journal.</summary>
    void Committed(Guid stream, IReadOnlyList<Entry> entries);
}
