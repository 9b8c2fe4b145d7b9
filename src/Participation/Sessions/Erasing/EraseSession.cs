using MediatR;

namespace Participation.Sessions.Erasing;

/// <summary>Erases all words of a session once its time is over. Sent by the server itself, never by name from a client.</summary>
[Allowed(Role.Facilitator)]
public sealed record EraseSession : SessionCommand;

public sealed class EraseSessionHandler(SessionDesk desk) : IRequestHandler<EraseSession, Receipt>
{
    public Task<Receipt> Handle(EraseSession command, CancellationToken ct) => desk.Erase(command, Decide);

    public static Decision Decide(SessionState state, EraseSession command) =>
        state.KeepUntil is { } until && until <= command.From.At ? Decision.Erase(entries => entries) : Decision.Refuse("session.still-kept");
}
