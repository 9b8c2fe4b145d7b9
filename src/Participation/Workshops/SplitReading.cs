using Participation.Sessions;
using Participation.Voting;

namespace Participation.Workshops;

/// <summary>By what a workshop splits its votes: what it asks at join, in one dimension for the same ballots, and never where they are secret.</summary>
internal sealed class SplitReading(Draft draft, SourceFile file)
{
    public void Check(object settings, AgendaItem? earlier, string place)
    {
        if (settings is not ISplitBallots { Split: var by }) return;
        if (by is not null && settings is ISecretBallots { Secret: true }) throw file.Refuse(place, "workshop.split-secret");
        if (by is { } named && !Asks(named)) throw file.Refuse(place, "workshop.split-not-asked", named.ToString().ToLowerInvariant());
        if (earlier is not null && ActivityKinds.Of(earlier.Kind).Read(earlier.Settings) is ISplitBallots before && before.Split != by) throw file.Refuse(place, "workshop.split-differs", earlier.Id);
    }

    /// <summary>Tables are of the session, which may have its own. A type without a class would be of none.</summary>
    private bool Asks(Dimension by) => by switch
    {
        Dimension.Type => draft.Types is { Count: > 0 },
        Dimension.Class => draft.Types is { Count: > 0 } types && types.All(type => type.Class is not null),
        Dimension.Zone => draft.Zones is { Count: > 0 },
        _ => true,
    };
}
