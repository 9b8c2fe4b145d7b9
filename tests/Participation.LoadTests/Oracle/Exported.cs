using System.Text;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.LoadTests.Oracle;

/// <summary>An exported session, read with the model, which refuses a broken chain: its journal, and the state that it folds to.</summary>
internal sealed record Exported(IReadOnlyList<Entry> Entries, SessionState State)
{
    /// <exception cref="JournalException">It is no session file, or its chain does not hold.</exception>
    public static Exported Read(byte[] file)
    {
        var entries = SessionFile.Read(Encoding.UTF8.GetString(file)).Select(line => line.ToEntry()).ToList();
        return new(entries, SessionState.Fold(entries));
    }
}
