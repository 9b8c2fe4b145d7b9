using Participation.Journal;
using Participation.Sessions;

namespace Participation.Voting;

/// <summary>Somebody has voted in secret. What they chose went into the box in the same moment, and stands nowhere beside their name.</summary>
[EventName("step.voted")]
public sealed record StepVoted(string Item, long Round, [property: Pointer] string Paper) : ActivityEvent(Item);

/// <summary>How a secret ballot is cast, in whatever kind.</summary>
public static class SecretBallots
{
    /// <summary>Of fewer ballots nothing is shown, unless the workshop says otherwise …</summary>
    public const int UsualFewest = 5;

    /// <summary>… and it may not say fewer than this.</summary>
    public const int LeastFewest = 3;

    /// <summary>
    /// A ballot that was found right. It is final: cast once on each paper of a round. Only by the voter's own hand: whoever typed it
    /// for them would know it.
    /// </summary>
    internal static Decision Cast(Scene scene, ActivityCommand command, string paper, IReadOnlyList<string> choices)
    {
        var (round, box) = (scene.Step.Round, scene.Box!);
        return command.From.Hand is not null ? Decision.Refuse("step.secret-by-hand")
            : box.Counted is not null ? Decision.Refuse("step.counted-already")
            : box.Has(command.From.Id, paper) ? Decision.Refuse("step.voted-already")
            : Decision.Record(new StepVoted(command.Item, round, paper)) with { Box = new BallotBoxed(command.Item, round, paper, choices) };
    }
}
