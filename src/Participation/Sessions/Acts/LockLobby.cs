using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>Nobody new gets in.</summary>
[EventName("session.lobby-locked")]
public sealed record LobbyLocked : ActEvent
{
    public override Stage Apply(Stage stage, Entry entry) => stage with { Lobby = stage.Lobby with { Locked = true } };
}

/// <summary>Locks the entrance: nobody new gets in, and those who are inside come back freely.</summary>
[CommandName("session.lock"), Allowed(Role.Facilitator)]
public sealed record LockLobby : Act;

public sealed class LockLobbyHandler(Desk<SessionState> desk) : IRequestHandler<LockLobby, Receipt>
{
    public Task<Receipt> Handle(LockLobby command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, LockLobby command) =>
        state.Stage.Lobby.Locked ? Decision.Refuse("session.locked-already") : Decision.Record(new LobbyLocked());
}
