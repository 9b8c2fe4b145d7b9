using MediatR;
using Participation.Voting;

namespace Participation.Sessions.Erasing;

/// <summary>Erases all words of a session once its time is over, and the secret ballots that nobody counted. Sent by the server itself, never by name from a client.</summary>
[Allowed(Role.Facilitator)]
public sealed record EraseSession : SessionCommand;

public sealed class EraseSessionHandler(Desk<SessionState> desk) : IRequestHandler<EraseSession, Receipt>
{
    public Task<Receipt> Handle(EraseSession command, CancellationToken ct) => desk.Erase(command, Decide);

    public static Decision Decide(SessionState state, EraseSession command) =>
        state.KeepUntil is { } until && until <= command.From.At ? Unread.Emptied(state, state.Boxes.Where(box => box.Value.Waits).Select(box => box.Key), Decision.Erase(entries => entries)) : Decision.Refuse("session.still-kept");
}
