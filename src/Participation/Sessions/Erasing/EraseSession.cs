using MediatR;
using Participation.Journal;
using Participation.Sessions.Ballots;

namespace Participation.Sessions.Erasing;

/// <summary>Erases all words of a session once its time is over, and the secret ballots that nobody counted. Sent by the server itself, never by name from a client.</summary>
[Allowed(Role.Facilitator)]
public sealed record EraseSession : SessionCommand;

public sealed class EraseSessionHandler(SessionDesk desk) : IRequestHandler<EraseSession, Receipt>
{
    public Task<Receipt> Handle(EraseSession command, CancellationToken ct) => desk.Erase(command, Decide);

    public static Decision Decide(SessionState state, EraseSession command) =>
        state.KeepUntil is { } until && until <= command.From.At ? Emptied(state, Decision.Erase(entries => entries)) : Decision.Refuse("session.still-kept");

    /// <summary>Also boxes of rounds that were reset: until now the reset could be taken back.</summary>
    private static Decision Emptied(SessionState state, Decision erasure)
    {
        var boxes = state.Boxes.Where(box => box.Value.Waits).OrderBy(box => box.Key.Item, StringComparer.Ordinal).ThenBy(box => box.Key.Round).ToList();
        return boxes.Count == 0 ? erasure : erasure with
        {
            Events = [.. boxes.Select(box => new StepCounted(box.Key.Item, box.Key.Round, SmallGroups.Entitled(state), Uncounted(box.Value)))],
            Box = new BoxesEmptied([.. boxes.Select(box => box.Key)]),
        };
    }

    private static IReadOnlyList<Counted> Uncounted(BallotBox box) =>
        [.. box.Voted.OrderBy(paper => paper.Key, StringComparer.Ordinal).Select(paper => new Counted(paper.Key, paper.Value.Count, null, null))];
}
