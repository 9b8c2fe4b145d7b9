using System.Text.Json.Serialization;
using MediatR;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Activities.Clusters;

/// <summary>One cluster causes, supports or conflicts with another one, or does so no longer (none).</summary>
[EventName("clusters.related")]
public sealed record ClustersRelated(string Item, [property: Pointer] string From, [property: Pointer] string To, Relation Relation) : ActivityEvent(Item), IDeed;

/// <summary>Sets or takes away what one cluster does to another one.</summary>
[CommandName("clusters.relate"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator)]
public sealed record RelateClusters([property: Pointer, JsonPropertyName("from")] string Source, [property: Pointer] string To, [property: JsonRequired] Relation Relation) : ActivityCommand;

public sealed class RelateClustersHandler(Desk<SessionState> desk) : IRequestHandler<RelateClusters, Receipt>
{
    public Task<Receipt> Handle(RelateClusters command, CancellationToken ct) => desk.Work<RelateClusters, ClustersSettings, Board>(command, Decide);

    public static Decision Decide(Scene<ClustersSettings> scene, Board board, RelateClusters command) =>
        scene.Settings.Forbids(command, ClusterAct.Relate)
        ?? (board.Find(command.Source) is null || board.Find(command.To) is null ? Decision.Refuse("clusters.unknown-cluster")
        : command.Source == command.To ? Decision.Refuse("clusters.same-cluster")
        : Decision.Record(new ClustersRelated(command.Item, command.Source, command.To, command.Relation)));
}
