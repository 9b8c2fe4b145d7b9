using Participation.Journal;

namespace Participation.Tests.Desk;

/// <summary>Does with what it hears what a test says.</summary>
internal sealed class Told(Action<Guid, IReadOnlyList<Entry>> then) : IWatch
{
    public void Committed(Guid stream, IReadOnlyList<Entry> entries) => then(stream, entries);
}
