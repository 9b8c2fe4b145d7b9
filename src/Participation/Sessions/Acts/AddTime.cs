using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>The countdown got longer.</summary>
[EventName("timer.extended")]
public sealed record TimerExtended(int Seconds) : ActEvent
{
    public override Stage Apply(Stage stage, Entry entry) => stage with { Timer = stage.Timer?.Add(Seconds, entry.At) };
}

/// <summary>Adds seconds to the countdown, from now when it has run out.</summary>
[CommandName("timer.add"), Allowed(Role.Facilitator)]
public sealed record AddTime(int Seconds) : Act;

public sealed class AddTimeHandler(Desk<SessionState> desk) : IRequestHandler<AddTime, Receipt>
{
    public Task<Receipt> Handle(AddTime command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, AddTime command) =>
        state.Stage.Timer is null ? Decision.Refuse("timer.none")
        : command.Seconds is < 1 or > 86_400 ? Decision.Refuse("timer.out-of-range")
        : Decision.Record(new TimerExtended(command.Seconds));
}
