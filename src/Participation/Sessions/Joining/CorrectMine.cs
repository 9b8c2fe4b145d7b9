using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Joining;

/// <summary>Somebody says anew whom they speak for, their zone and their table: what stands here is all of it. What they gave and how they voted stays as it was.</summary>
[EventName("session.participant-corrected")]
public sealed record ParticipantCorrected(Guid Participant, [property: Erasable] string? Type, [property: Erasable] string? Zone, [property: Choice] string? Table) : Event;

/// <summary>
/// Corrects what one said of oneself at the door; what is left out is not stated any more. Only who is in, and until the close: two reports of which one was made before would tell by their difference who it was. Who erased it
/// does not say it again: beside those who are told, the one whose new words are withheld would be known as the author of what is gone.
/// For somebody without a phone it is sent by whoever may write for them; a table's scribe takes them to no other table.
/// </summary>
[CommandName("session.correct-mine"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator, Personal = true)]
public sealed record CorrectMine([property: Choice] string? Type = null, [property: Choice] string? Zone = null, [property: Choice] string? Table = null) : SessionCommand;

public sealed class CorrectMineHandler(Desk<SessionState> desk) : IRequestHandler<CorrectMine, Receipt>
{
    public Task<Receipt> Handle(CorrectMine command, CancellationToken ct) => desk.Record(command, Decide);

    public static Decision Decide(SessionState state, CorrectMine command) =>
        !state.Participants.TryGetValue(command.From.Id, out var who) || who.Phoneless != (command.From.Hand is not null) ? Decision.Refuse("seat.none")
        : command.From.Table is { } own && who.Table != own ? Decision.Refuse("seat.none")
        : command.From.Table is { } here && command.Table != here ? Decision.Refuse("command.not-allowed")
        : state.Stage.Removed.Contains(who.Id) ? Decision.Refuse("seat.removed")
        : state.WasClosed ? Decision.Refuse("seat.settled")
        : state.Gone.Contains(who.Id) && (command.Type ?? command.Zone) is not null ? Decision.Refuse("seat.erased")
        : state.Stage.Lobby.Waits(who) ? Decision.Later("seat.waiting")
        : Seating.Wrong(state.Opened!, command.Type, command.Zone, command.Table) is { } wrong ? Decision.Refuse(wrong)
        : (who.Type, who.Zone, who.Table) == (command.Type, command.Zone, command.Table) ? Decision.Record()
        : Decision.Record(new ParticipantCorrected(who.Id, command.Type, command.Zone, command.Table));
}
