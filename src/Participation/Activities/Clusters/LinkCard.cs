using MediatR;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Activities.Clusters;

/// <summary>A card was linked to the one that it says again, or unlinked (null). Both stay.</summary>
[EventName("clusters.card-linked")]
public sealed record CardLinked(string Item, [property: Pointer] string Contribution, [property: Pointer] string? DuplicateOf) : ActivityEvent(Item), IDeed;

/// <summary>Links a card as a duplicate; without the other one, unlinks it.</summary>
[CommandName("clusters.link"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator)]
public sealed record LinkCard([property: Pointer] string Contribution, [property: Pointer] string? DuplicateOf = null) : ActivityCommand;

public sealed class LinkCardHandler(Desk<SessionState> desk) : IRequestHandler<LinkCard, Receipt>
{
    public Task<Receipt> Handle(LinkCard command, CancellationToken ct) => desk.Work<LinkCard, ClustersSettings, Board>(command, Decide);

    /// <summary>To link to a duplicate links to its original: there are no chains, and no card is its own duplicate.</summary>
    public static Decision Decide(Scene<ClustersSettings> scene, Board board, LinkCard command)
    {
        var settings = scene.Settings;
        if (settings.Forbids(command, ClusterAct.Link) is { } forbidden) return forbidden;
        if (!Cards.Has(scene, settings, command.Contribution)) return Decision.Refuse("clusters.unknown-card", command.Contribution);
        if (command.DuplicateOf is null)
        {
            return board.Originals.ContainsKey(command.Contribution)
                ? Decision.Record(new CardLinked(command.Item, command.Contribution, null))
                : Decision.Refuse("clusters.not-linked", command.Contribution);
        }
        if (!Cards.Has(scene, settings, command.DuplicateOf)) return Decision.Refuse("clusters.unknown-card", command.DuplicateOf);
        var original = board.OriginalOf(command.DuplicateOf);
        return original == command.Contribution
            ? Decision.Refuse("clusters.same-card", command.Contribution)
            : Decision.Record(new CardLinked(command.Item, command.Contribution, original));
    }
}
