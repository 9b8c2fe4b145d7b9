using System.Collections.Concurrent;
using Participation.Journal;
using Participation.Sessions;
using Participation.Sessions.Became;

namespace Participation.Server.Pages;

/// <summary>
/// What was made of a closed session for those who read it, until something is recorded that shows: words that are erased leave with that entry, and who has nothing recorded makes no work.
/// </summary>
internal sealed class KeptAnswers : IWatch
{
    /// <summary>Answers of so many sessions are kept.</summary>
    private const int Most = 50;

    private readonly ConcurrentDictionary<Guid, Made> kept = [];

    /// <summary>What is kept of a session. Taken before the session is read: what is recorded from then on takes it away.</summary>
    public Made Of(Guid session)
    {
        if (kept.Count >= Most) kept.Clear();
        return kept.GetOrAdd(session, _ => new());
    }

    public void Committed(Guid stream, IReadOnlyList<Entry> entries)
    {
        if (entries.Any(entry => entry.Event is not NothingChanged)) kept.TryRemove(stream, out _);
    }

    /// <summary>By the language in which they were made.</summary>
    public sealed class Made
    {
        private readonly ConcurrentDictionary<string, Lazy<Fates>> fates = [];

        /// <summary>The result page.</summary>
        public ConcurrentDictionary<string, string> Pages { get; } = [];

        /// <summary>What became of all that was given. A hall asks at once: it is made for the first, and the others wait for it.</summary>
        public Fates Became(string language, SessionState state) => fates.GetOrAdd(language, _ => new(() => Fates.Of(state, language))).Value;
    }
}
