namespace Participation.Voting;

/// <summary>By what of its voters a vote can be split; a class pools stakeholder types.</summary>
public enum Dimension { Type, Class, Zone, Table }

/// <summary>The settings of a kind in which people vote: its counts may be told apart by what people stated of themselves.</summary>
public interface ISplitBallots
{
    /// <summary>One at most: two splits of the same ballots could be subtracted from each other. Null: the vote is not split.</summary>
    Dimension? Split { get; }
}
