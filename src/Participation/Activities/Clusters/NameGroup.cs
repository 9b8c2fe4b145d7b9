using MediatR;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Activities.Clusters;

/// <summary>A supercluster was begun, or has another name now.</summary>
[EventName("clusters.group-named")]
public sealed record GroupNamed(string Item, [property: Pointer] string Group, [property: Erasable] string Name) : ActivityEvent(Item), IDeed;

/// <summary>Begins a supercluster under an id that the client made, or renames it; in the end its name is a strategy.</summary>
[CommandName("clusters.group"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator)]
public sealed record NameGroup([property: Pointer] string Group, [property: Words(200)] string Name) : ActivityCommand;

public sealed class NameGroupHandler(Desk<SessionState> desk) : IRequestHandler<NameGroup, Receipt>
{
    internal const int MostGroups = 40;

    public Task<Receipt> Handle(NameGroup command, CancellationToken ct) => desk.Work<NameGroup, ClustersSettings, Board>(command, Decide);

    public static Decision Decide(Scene<ClustersSettings> scene, Board board, NameGroup command)
    {
        if (scene.Settings.Forbids(command, ClusterAct.Group, ClusterAct.Condense) is { } forbidden) return forbidden;
        if (!Board.IsId(command.Group)) return Decision.Refuse("clusters.bad-id");
        if (board.FindGroup(command.Group) is null && board.Groups.Count >= MostGroups) return Decision.Refuse("clusters.too-many");
        return Decision.Record(new GroupNamed(command.Item, command.Group, command.Name));
    }
}
