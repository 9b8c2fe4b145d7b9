using System.Text.Json;
using Participation.Journal;
using Participation.Server.Storage;
using Participation.Sessions;
using Participation.Sessions.Reporting;
using Participation.Views;

namespace Participation.Server.Pages;

/// <summary>What the list of sessions says of one, beside what its first entry tells.</summary>
public sealed record SessionSummary(SessionStatus Status, int Joined, int Contributions)
{
    public static SessionSummary Of(SessionState state) => new(Screens.Status(state.Stage), state.Present.Count(),
        SynthesisReport.Contributions(state).Count(each => state.Participants.ContainsKey(each.Given.By)));
}

/// <summary>
/// The summaries of sessions, remembered so that a list folds none that has not changed. Each is good for exactly the record at whose last hash
/// it was made, and for exactly the program that made it; whatever else is asked for is folded. So it is no second truth: the file beside the
/// journal may be deleted at any time.
/// </summary>
public sealed class SessionSummaries(IJournal journal, Desk<SessionState> desk, string data) : IDisposable
{
    private static readonly string Build = $"{typeof(SessionState).Module.ModuleVersionId} {typeof(SessionSummary).Module.ModuleVersionId}";
    private readonly string path = Path.Combine(data, "summaries.json");
    private readonly SemaphoreSlim gate = new(1);
    private Dictionary<Guid, Made>? made;

    internal sealed record Made(Tip Tip, SessionSummary Summary);

    internal sealed record Written(string Build, Dictionary<Guid, Made> Sessions);

    /// <summary>The sessions as they stand on disk.</summary>
    public async Task<IReadOnlyList<SessionSummary>> Of(IReadOnlyList<Guid> sessions)
    {
        await gate.WaitAsync();
        try
        {
            made ??= Read();
            var (tips, found, isNew) = (await journal.Tips(), new List<SessionSummary>(), false);
            foreach (var session in sessions)
            {
                var tip = tips[session];
                if (made.TryGetValue(session, out var known) && known.Tip == tip)
                {
                    found.Add(known.Summary);
                    continue;
                }
                var state = await desk.Glance(session);
                found.Add(SessionSummary.Of(state));
                // Something was committed since the tips were read: that record will be asked for under its own hash.
                if (state.Number != tip.Number) continue;
                made[session] = new(tip, found[^1]);
                isNew = true;
            }
            if (isNew) Write(made);
            return found;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private Dictionary<Guid, Made> Read()
    {
        try
        {
            return JsonSerializer.Deserialize<Written>(File.ReadAllBytes(path), Json.Options) is { Sessions: { } known } written && written.Build == Build && known.Values.All(made => made is not null) ? known : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }

    private void Write(Dictionary<Guid, Made> summaries)
    {
        try
        {
            WholeFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(new Written(Build, summaries), Json.Options));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A disk that is full loses nothing here: the next start folds again.
        }
    }
}
