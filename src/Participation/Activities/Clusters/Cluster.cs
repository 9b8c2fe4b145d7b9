using System.Collections.Immutable;
using Participation.Sessions;

namespace Participation.Activities.Clusters;

/// <summary>Cards that say something together.</summary>
/// <param name="Id">Given by the client that made it.</param>
/// <param name="Number">Of the contribution that its name is.</param>
/// <param name="Name">What it states, as a contribution of whoever wrote it last; null while it has none.</param>
/// <param name="Label">A few words for the cloud.</param>
/// <param name="Cards">In the order in which they came.</param>
/// <param name="By">Who began it.</param>
/// <param name="Named">How often it got a title: who gives another says which one they saw.</param>
/// <param name="Dropped">Given up: it stands on no screen any more, but its id and number are not used again.</param>
public sealed record Cluster(
    string Id, int Number, Contribution? Name, string? Label, string? Group, ImmutableList<string> Cards, Guid By, int Named = 0, bool Dropped = false);

/// <summary>Who changed a thing last, and when somebody else did before them.</summary>
public sealed record Touch(Guid By, long At, long Others)
{
    internal Touch Again(Guid by, long at) => by == By ? new(by, at, Others) : new(by, at, At);

    internal long ByOthers(Guid who) => who == By ? Others : At;
}

/// <summary>Clusters that belong together: a supercluster, which ends as a strategy with at most three keywords.</summary>
public sealed record Group(string Id, string Name, IReadOnlyList<string> Keywords);

public enum Relation { None, Causes, Supports, Conflicts }

/// <summary>One cluster does something to another one.</summary>
public sealed record ClusterRelation(string From, string To, Relation Relation);
