using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Erasing;

/// <summary>It was decided until when the words of this session are kept.</summary>
[EventName("session.retention-set")]
public sealed record RetentionSet(DateTimeOffset Until) : Event;

/// <summary>Sets the day on which all words of the session will be erased, also after it is closed.</summary>
[CommandName("session.keep-until"), Allowed(Role.Facilitator)]
public sealed record KeepSession(DateTimeOffset Until) : SessionCommand;

public sealed class KeepSessionHandler(Desk<SessionState> desk) : IRequestHandler<KeepSession, Receipt>
{
    /// <summary>Longer than any participatory process, and shorter than for ever.</summary>
    private const int MostYears = 20;

    public Task<Receipt> Handle(KeepSession command, CancellationToken ct) => desk.Record(command, Decide);

    public static Decision Decide(SessionState state, KeepSession command) =>
        state.Opened is null ? Decision.Refuse("session.unknown")
        : command.Until <= command.From.At || command.Until > command.From.At.AddYears(MostYears) ? Decision.Refuse("session.wrong-retention")
        : command.Until == state.KeepUntil ? Decision.Record()
        : Decision.Record(new RetentionSet(command.Until.ToUniversalTime()));
}
