using MediatR;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Activities.Clusters;

/// <summary>A card was put into a cluster, or back to the left-over ones (null), and its duplicates with it.</summary>
[EventName("clusters.card-moved")]
public sealed record CardMoved(string Item, [property: Pointer] string Contribution, [property: Pointer] string? Cluster) : ActivityEvent(Item), IDeed;

/// <summary>Moves a card. When two people move the same one, it stands where the later put it.</summary>
[CommandName("clusters.move"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator)]
public sealed record MoveCard([property: Pointer] string Contribution, [property: Pointer] string? Cluster = null) : ActivityCommand;

public sealed class MoveCardHandler(Desk<SessionState> desk) : IRequestHandler<MoveCard, Receipt>
{
    public Task<Receipt> Handle(MoveCard command, CancellationToken ct) => desk.Work<MoveCard, ClustersSettings, Board>(command, Decide);

    public static Decision Decide(Scene<ClustersSettings> scene, Board board, MoveCard command)
    {
        var settings = scene.Settings;
        return settings.Forbids(command, ClusterAct.Move)
            ?? (!Cards.Has(scene, settings, command.Contribution) ? Decision.Refuse("clusters.unknown-card", command.Contribution)
            : command.Cluster is { } to && board.Find(to) is null ? Decision.Refuse("clusters.unknown-cluster")
            : Decision.Record(new CardMoved(command.Item, command.Contribution, command.Cluster)));
    }
}
