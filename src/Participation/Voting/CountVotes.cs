using MediatR;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Voting;

/// <summary>What was counted on one paper. No marks: they are withheld, or were never read, and nobody will ever know them.</summary>
public sealed record Counted(string Paper, int Ballots, IReadOnlyDictionary<string, int>? Marks, Withheld? Withheld);

/// <summary>A secret vote was counted and its box emptied. No vote is taken after it, and no act takes it back.</summary>
/// <param name="Entitled">How many could have voted.</param>
[EventName("step.counted")]
public sealed record StepCounted(string Item, long Round, int Entitled, [property: Pointer] IReadOnlyList<Counted> Papers) : ActivityEvent(Item);

/// <summary>Counts the secret vote of the round that runs, in a session that may be closed by now.</summary>
[CommandName("step.count"), Allowed(Role.Facilitator)]
public sealed record CountVotes([property: Pointer] string Item) : SessionCommand;

public sealed class CountVotesHandler(Desk<SessionState> desk) : IRequestHandler<CountVotes, Receipt>
{
    public Task<Receipt> Handle(CountVotes command, CancellationToken ct) => desk.Count(command, Decide);

    /// <summary>Only when no ballot can come any more, and when as many lie in the box as people have voted.</summary>
    public static Decision Decide(SessionState state, CountVotes command, BoxRead read)
    {
        if (state.Find(command.Item) is not { } item) return Decision.Refuse("session.unknown-item", command.Item);
        var scene = state.Scene(item);
        if (scene.Secret is not { } secret) return Decision.Refuse("step.not-secret");
        var (round, box) = (scene.Step.Round, scene.Box!);
        if (box.Counted is not null) return Decision.Refuse("step.counted-already");
        if (!state.Stage.Closed && state.Stage.Open == item.Id && !scene.Step.Locked) return Decision.Refuse("step.still-open");
        if (Arriving(state, scene.Step, command.From.At)) return Decision.Refuse("step.still-arriving");
        if (box.Ballots == 0) return Decision.Refuse("step.nothing-to-count");
        if (read.Round != round || !Agree(box, read)) return Decision.Refuse(BoxRead.Differs);
        // With what is counted goes what was voted before a reset, or in a round that was taken back.
        return Unread.Emptied(state, Unread.Aside(state).Where(aside => aside.Item == item.Id), Decision.Record(new StepCounted(item.Id, round, SmallGroups.Entitled(state),
            [.. read.Papers.Select(pile => Of(pile, SmallGroups.Why(state, item.Id, round, pile.Paper, Math.Max(secret.Fewest, SecretBallots.LeastFewest))))]))
            with { Box = new BoxesEmptied((item.Id, round)) });
    }

    /// <summary>Until when ballots that were on their way when the vote closed are still taken; null where none can come.</summary>
    public static DateTimeOffset? LateUntil(SessionState state, Step step) =>
        !state.Stage.Closed && !step.Sealed && step.ClosedAt is { } closed ? closed + Guards.Grace : null;

    private static bool Arriving(SessionState state, Step step, DateTimeOffset at) =>
        LateUntil(state, step) is { } until && (at - (until - Guards.Grace)).Duration() <= Guards.Grace;

    /// <summary>As many ballots as people have voted, and no mark oftener than there are ballots, for each is made once on one.</summary>
    private static bool Agree(BallotBox box, BoxRead read) => box.Voted.Count == read.Papers.Count
        && read.Papers.All(pile => box.Voted.TryGetValue(pile.Paper, out var voters) && voters.Count == pile.Ballots && pile.Marks.Values.All(n => n >= 1 && n <= pile.Ballots));

    private static Counted Of(Pile pile, Withheld? why) => new(pile.Paper, pile.Ballots, why is null ? pile.Marks : null, why);
}
