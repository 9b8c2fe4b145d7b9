using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>People get in again.</summary>
[EventName("session.lobby-unlocked")]
public sealed record LobbyUnlocked : ActEvent
{
    public override Stage Apply(Stage stage, Entry entry) => stage with { Lobby = stage.Lobby with { Locked = false } };
}

/// <summary>Opens the entrance again.</summary>
[CommandName("session.unlock"), Allowed(Role.Facilitator)]
public sealed record UnlockLobby : Act;

public sealed class UnlockLobbyHandler(Desk<SessionState> desk) : IRequestHandler<UnlockLobby, Receipt>
{
    public Task<Receipt> Handle(UnlockLobby command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, UnlockLobby command) =>
        state.Stage.Lobby.Locked ? Decision.Record(new LobbyUnlocked()) : Decision.Refuse("session.not-locked");
}
