using Participation.Journal;

namespace Participation.Tests.Laws;

/// <summary>Nobody's screen.</summary>
internal sealed class Unwatched : IWatch
{
    public void Committed(Guid stream, IReadOnlyList<Entry> entries)
    {
    }
}
