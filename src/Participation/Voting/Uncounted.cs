using Participation.Journal;

namespace Participation.Voting;

/// <summary>Secret votes of a session that nobody has counted yet. Their ballots lie in boxes apart from the journal, and travel in no file.</summary>
internal sealed class Uncounted
{
    private readonly Dictionary<(string Item, long Round), long> votes = [];

    /// <summary>The number of the first entry that tells of one; null: there is none.</summary>
    public long? First => votes.Count == 0 ? null : votes.Values.Min();

    public void Take(Entry entry)
    {
        if (entry.Event is StepVoted vote) votes.TryAdd((vote.Item, vote.Round), entry.Number);
        if (entry.Event is StepCounted counted) votes.Remove((counted.Item, counted.Round));
    }
}
