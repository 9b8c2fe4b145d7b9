using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>A countdown runs.</summary>
[EventName("timer.started")]
public sealed record TimerStarted(int Seconds) : ActEvent
{
    public override Stage Apply(Stage stage, Entry entry) => stage with { Timer = new Countdown(Seconds, entry.At.AddSeconds(Seconds), null) };
}

/// <summary>Starts a countdown of so many seconds.</summary>
[CommandName("timer.start"), Allowed(Role.Facilitator)]
public sealed record StartTimer(int Seconds) : Act;

public sealed class StartTimerHandler(Desk<SessionState> desk) : IRequestHandler<StartTimer, Receipt>
{
    public Task<Receipt> Handle(StartTimer command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, StartTimer command) =>
        command.Seconds is < 1 or > 86_400 ? Decision.Refuse("timer.out-of-range") : Decision.Record(new TimerStarted(command.Seconds));
}
