using Participation.Journal;

namespace Participation.Views;

/// <summary>How one sort of stream shows itself: who attends it, what they see, and whom an entry reaches.</summary>
public interface ISurface<in TState>
{
    Attendance Of(TState state, Guid who, Role role, string? table);

    /// <summary>All that one audience's screens show.</summary>
    object View(TState state, Audience audience);

    /// <summary>Between two whole views, when much happens at once: what was told, with the counts of now.</summary>
    object Meanwhile(object told, object now);

    /// <summary>What belongs to one person alone; null when there is nothing of the sort.</summary>
    object? Mine(TState state, Guid who);

    /// <param name="state">With the entry folded.</param>
    Reach Reach(Entry entry, TState state);
}

/// <summary>How somebody stands in a stream: seated with an audience (of which one waits), removed, or without a seat.</summary>
/// <param name="Refused">Why they see nothing; null: they see what their audience does.</param>
public readonly record struct Attendance(Audience Audience, string? Language, bool Removed, string? Refused);

/// <summary>Whom an entry concerns beside its author and the audiences whose view it changes.</summary>
/// <param name="Also">Whose own view it changes too.</param>
/// <param name="All">It changes everybody's own view.</param>
/// <param name="Urgent">Phones are told at once.</param>
/// <param name="TakesBack">It takes something from screens: no phone goes on showing it.</param>
/// <param name="Reseats">Somebody may be removed by it, or sit elsewhere.</param>
public readonly record struct Reach(Guid? Also = null, bool All = false, bool Urgent = false, bool TakesBack = false, bool Reseats = false);
