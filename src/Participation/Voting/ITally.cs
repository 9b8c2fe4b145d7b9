namespace Participation.Voting;

/// <summary>What the ballots on one paper add up to, kept with each ballot so that it is always ready to be shown.</summary>
public interface ITally<TSelf>
    where TSelf : ITally<TSelf>
{
    /// <summary>Of a paper on which nothing was cast.</summary>
    static abstract TSelf None { get; }

    /// <summary>With a choice made by that many more people; by fewer, when <paramref name="people"/> is negative.</summary>
    TSelf Plus(string choice, int people);
}
