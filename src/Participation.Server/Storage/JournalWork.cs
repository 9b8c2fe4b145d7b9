using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Participation.Journal;

namespace Participation.Server.Storage;

/// <summary>What waits for the writer: lines to store, or an act on its connection between two groups. Completes when it is done and on disk.</summary>
internal sealed class JournalWork(IReadOnlyList<Line> lines, bool isImport = false, Action<SqliteConnection>? act = null, BoxAct? box = null,
    IReadOnlyList<Erasure>? erasures = null, IReadOnlyList<Entry>? entries = null, Strand? strand = null, bool erases = false)
    : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
{
    private readonly long since = Stopwatch.GetTimestamp();

    public IReadOnlyList<Line> Lines { get; } = lines;

    /// <summary>What the lines tell, for those who watch.</summary>
    public IReadOnlyList<Entry> Entries { get; } = entries ?? [];

    /// <summary>Why it may not be stored, because it was decided on what was not; null: it may.</summary>
    public string? Broken => strand?.Refusal(Lines[0].Number);

    /// <summary>Earlier lines of the same stream that lose their words.</summary>
    public IReadOnlyList<Erasure> Erasures { get; } = erasures ?? [];

    /// <summary>It is done when what was erased is in the log no more either.</summary>
    public bool Erases => erases || Erasures.Count > 0;

    /// <summary>The lines carry their chain already.</summary>
    public bool IsImport { get; } = isImport;

    public Action<SqliteConnection>? Act { get; } = act;

    /// <summary>What happens to a ballot box together with the lines.</summary>
    public BoxAct? Box { get; } = box;

    public TimeSpan Waited => Stopwatch.GetElapsedTime(since);

    public void Fail(string code, Exception? inner = null)
    {
        Break(code);
        TrySetException(new JournalException(code, inner));
    }

    /// <summary>It is not stored, and nothing is that was decided on it.</summary>
    public void Break(string code)
    {
        if (Lines.Count > 0) strand?.Break(Lines[0].Number, code);
    }
}
