using Participation.Sessions;

namespace Participation.Activities.Clusters;

/// <summary>The cards that lie on the table: what the ideas before gave and is shown. New ones are left over, hidden ones out of sight.</summary>
internal static class Cards
{
    public static IEnumerable<Contribution> Of(Scene<ClustersSettings> scene, ClustersSettings settings) => scene.GivenBy(settings.From);

    public static bool Has(Scene<ClustersSettings> scene, ClustersSettings settings, string? id) => Of(scene, settings).Any(card => card.Id == id);
}
