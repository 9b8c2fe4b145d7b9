using Participation.Journal;
using Participation.Sessions;

namespace Participation.Tests.Laws;

/// <summary>Nobody's screen.</summary>
internal sealed class Unwatched : ISessionWatch
{
    public void Committed(SessionState state, IReadOnlyList<Entry> entries)
    {
    }
}
