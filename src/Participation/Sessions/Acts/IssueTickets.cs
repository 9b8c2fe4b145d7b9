using System.Globalization;
using MediatR;
using Participation.Journal;
using Participation.Sessions.Joining;

namespace Participation.Sessions.Acts;

/// <summary>More tickets are good: numbers up to the sum of all that were issued.</summary>
[EventName("session.tickets-issued")]
public sealed record TicketsIssued(int Count) : ActEvent
{
    public override Stage Apply(Stage stage, Entry entry) => stage with { Lobby = stage.Lobby with { Tickets = stage.Lobby.Tickets + Count } };
}

/// <summary>Issues tickets, each of which seats one person. The server makes their keys from its own secret: none stands in the journal.</summary>
[CommandName("session.issue-tickets"), Allowed(Role.Facilitator)]
public sealed record IssueTickets(int Count) : Act;

public sealed class IssueTicketsHandler(Desk<SessionState> desk) : IRequestHandler<IssueTickets, Receipt>
{
    public Task<Receipt> Handle(IssueTickets command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, IssueTickets command) =>
        command.Count < 1 || state.Stage.Lobby.Tickets + (long)command.Count > Entrance.MostTickets
            ? Decision.Refuse("session.too-many-tickets", Entrance.MostTickets.ToString(CultureInfo.InvariantCulture))
            : Decision.Record(new TicketsIssued(command.Count));
}
