using MediatR;

namespace Participation.Sessions.Erasing;

/// <summary>Somebody erases for ever what they wrote and said of themselves, also after the session is closed. Their votes stay counted.</summary>
[CommandName("session.erase-mine"), Allowed(Role.Participant)]
public sealed record EraseMine : SessionCommand;

public sealed class EraseMineHandler(Desk<SessionState> desk) : IRequestHandler<EraseMine, Receipt>
{
    public Task<Receipt> Handle(EraseMine command, CancellationToken ct) => desk.Erase(command, Decide);

    public static Decision Decide(SessionState state, EraseMine command) => state.Participants.ContainsKey(command.From.Id)
        ? EraseWordsHandler.AllOf(state, command.From.Id)
        : Decision.Refuse("seat.none");
}
