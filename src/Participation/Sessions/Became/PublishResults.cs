using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Became;

/// <summary>The result page of a closed session was opened to everybody who has its address, or closed again.</summary>
[EventName("session.results-set")]
public sealed record ResultsSet(bool On) : Event;

/// <summary>Opens the result page of a closed session, or closes it. It holds what the printed report holds, so there is nothing to show before the close; to close it again is its own way back.</summary>
[CommandName("session.publish"), Allowed(Role.Facilitator)]
public sealed record PublishResults(bool On) : SessionCommand;

public sealed class PublishResultsHandler(Desk<SessionState> desk) : IRequestHandler<PublishResults, Receipt>
{
    public Task<Receipt> Handle(PublishResults command, CancellationToken ct) => desk.Record(command, Decide);

    public static Decision Decide(SessionState state, PublishResults command) =>
        state.Opened is null ? Decision.Refuse("session.unknown")
        : command.On && !state.Stage.Closed ? Decision.Refuse("session.not-closed")
        : command.On == state.HasResults ? Decision.Record()
        : Decision.Record(new ResultsSet(command.On));
}
