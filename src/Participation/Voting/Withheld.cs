using Participation.Sessions;

namespace Participation.Voting;

/// <summary>Why a count is not shown: too few ballots, or too few people by whom it differs from a count that was shown.</summary>
public enum Withheld { TooFew, TooClose }

/// <summary>Which counts would tell what single people chose.</summary>
public static class SmallGroups
{
    /// <summary>Who may be asked: everybody with a seat and a phone of their own.</summary>
    public static int Entitled(SessionState state) => state.Present.Count(who => !who.Phoneless && !state.Stage.Removed.Contains(who.Id));

    /// <summary>
    /// Fewer ballots than the fewest; or another round of the same paper was shown in which the same people voted but for fewer than that:
    /// if the others chose as before, the difference is what those few chose.
    /// </summary>
    public static Withheld? Why(SessionState state, string item, long round, string paper, int fewest)
    {
        var voters = BallotBox.Of(state, item, round).Voted.GetValueOrDefault(paper, []);
        if (voters.Count < fewest) return Withheld.TooFew;
        foreach (var (of, other) in state.Boxes)
        {
            if (of.Item != item || of.Round == round || other.On(paper) is not { Marks: not null }) continue;
            var apart = voters.SymmetricExcept(other.Voted[paper]).Count;
            if (apart > 0 && apart < fewest) return Withheld.TooClose;
        }
        return null;
    }
}
