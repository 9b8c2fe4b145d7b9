using Participation.Sessions;

namespace Participation.Voting;

/// <summary>How people vote in a step: on which papers, and what may be chosen on one. Whatever is cast and counted follows from it.</summary>
public sealed record Vote(Papers Papers, IRule Rule)
{
    /// <summary>Why such a ballot cannot be cast; null when it can.</summary>
    internal Refusal? Refuses(Scene scene, string paper, IReadOnlyList<string> choices) => Papers.Refuses(scene, paper) ?? Rule.Refuses(choices);
}

/// <summary>What may be chosen on one paper.</summary>
public interface IRule
{
    /// <summary>Why these choices cannot stand on one ballot together; null when they can.</summary>
    Refusal? Refuses(IReadOnlyList<string> choices);

    /// <summary>How much weight what was counted puts on each contribution.</summary>
    /// <param name="papers">What was counted, by paper.</param>
    IReadOnlyDictionary<string, int> Weights(IReadOnlyDictionary<string, Tally> papers);
}
