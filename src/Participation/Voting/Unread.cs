using Participation.Journal;
using Participation.Sessions;

namespace Participation.Voting;

/// <summary>Boxes that are emptied without being counted: the journal says how many ballots lay in them, and nobody will ever know more.</summary>
internal static class Unread
{
    /// <summary>Those to which no count leads as things stand: of a round before a reset, or of one whose beginning was taken back.</summary>
    public static IEnumerable<(string Item, long Round)> Aside(SessionState state) =>
        state.Boxes.Where(box => box.Value.Waits && state.Stage.Steps[box.Key.Item].Round != box.Key.Round).Select(box => box.Key);

    /// <summary>What was decided, and before it these boxes emptied in the same moment.</summary>
    public static Decision Emptied(SessionState state, IEnumerable<(string Item, long Round)> boxes, Decision decision)
    {
        var ordered = boxes.OrderBy(box => box.Item, StringComparer.Ordinal).ThenBy(box => box.Round).ToList();
        return ordered.Count == 0 ? decision : decision with
        {
            Events = [.. ordered.Select(box => new StepCounted(box.Item, box.Round, SmallGroups.Entitled(state), Uncounted(state.Boxes[box]))), .. decision.Events],
            Box = new BoxesEmptied([.. ordered, .. (decision.Box as BoxesEmptied)?.Boxes ?? []]),
        };
    }

    private static IReadOnlyList<Counted> Uncounted(BallotBox box) =>
        [.. box.Voted.OrderBy(paper => paper.Key, StringComparer.Ordinal).Select(paper => new Counted(paper.Key, paper.Value.Count, null, null))];
}
