using Participation.Voting;

namespace Participation.Activities.Opinions;

public enum Opinion { Agree, Disagree, Pass }

/// <summary>How one statement was voted on. Each statement is a paper of its own, with one choice on it.</summary>
public sealed record OpinionTally(int Agree, int Disagree, int Pass) : ITally<OpinionTally>
{
    public static OpinionTally None { get; } = new(0, 0, 0);

    public OpinionTally Plus(string choice, int people) => choice switch
    {
        "agree" => this with { Agree = Agree + people },
        "disagree" => this with { Disagree = Disagree + people },
        _ => this with { Pass = Pass + people },
    };

    /// <summary>A vote as the choice on its paper.</summary>
    internal static IReadOnlyList<string> Choices(Opinion vote) => vote switch { Opinion.Agree => ["agree"], Opinion.Disagree => ["disagree"], _ => ["pass"] };
}
