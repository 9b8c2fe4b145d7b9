using Participation.Journal;
using Participation.Sessions;
using Participation.Tests.Activities;

namespace Participation.Tests.Voting;

/// <summary>What people vote on, in a kind of its own: the choices there are, and how each looks as a command, as an event, on a screen and in the box.</summary>
/// <param name="Before">What stands before a choice where a ballot is written down.</param>
/// <param name="Settings">Of an item <c>vote</c> that is secret or not, with the fewest of which it is shown; an item <c>writing</c> has ideas.</param>
/// <param name="Cast">The choice in an event that names it.</param>
/// <param name="Shown">How often each was chosen, as far as a view says so.</param>
/// <param name="Beside">What somebody gives in such a step beside ballots.</param>
internal sealed record Paper(
    string Kind, string[] Options, string Before, Func<bool, int, object> Settings, Func<string, ActivityCommand> Ballot, Func<Event, string?> Cast,
    Func<object?, Dictionary<string, int>?> Shown, ActivityCommand? Beside = null)
{
    /// <summary>Where no test asks for another.</summary>
    public static Paper Dots => Of("dot-vote");

    /// <summary>All kinds in which people vote.</summary>
    public static TheoryData<string> Kinds => [.. Examples.Votes];

    /// <exception cref="InvalidOperationException">Its example does not say how a ballot looks.</exception>
    public static Paper Of(string kind) => Examples.Of(kind).Paper ?? throw new InvalidOperationException($"Say in {kind}'s example how a ballot looks: people vote there, and may do so in secret.");

    /// <summary>Eight ballots of which each option has another number, as far as there are as many.</summary>
    public string[] Eight => [.. ((int[])[0, 0, 1, 2, 2, 2, 3, 0]).Select(at => Options[Math.Min(at, Options.Length - 1)])];
}
