using Participation.Journal;

namespace Participation.Sessions;

/// <summary>Pending waits for moderation; reset was given before the item was reset; of an erased one nothing is left but that it was given.</summary>
public enum ContributionStatus { Shown, Pending, Hidden, Withdrawn, Reset, Erased }

/// <summary>What a participant gave, with everything that the session knows of it.</summary>
/// <param name="Id">As printed everywhere: mark and number, IM-017.</param>
/// <param name="Held">Given while moderation came before: pending until approved.</param>
/// <param name="Near">The id of an earlier contribution with almost the same words.</param>
/// <param name="Label">The text in every language when the house or the workshop wrote it; else null.</param>
public sealed record Contribution(
    string Id, string Item, long Entry, Guid By, DateTimeOffset At, string Text, bool Phoneless, bool Held, string? Table,
    string? Kind = null, string? Category = null, string? Zone = null, string? Place = null, string? Near = null,
    bool Withdrawn = false, Texts.LocalText? Label = null)
{
    /// <summary>Nobody can give a contribution without words.</summary>
    public bool Erased => Text.Length == 0;

    /// <summary>The card that screens show, made once and shared by every view in which nothing more is to be said.</summary>
    public Card Card { get; } = new(Id, Text, Kind, Category, Zone, Place, Table, Phoneless, false, ContributionStatus.Shown, Near, Label);
}

/// <summary>A contribution as everyone may see it: without its author.</summary>
public sealed record Card(
    string Id, string Text, string? Kind, string? Category, string? Zone, string? Place, string? Table,
    bool Phoneless, bool Pinned, ContributionStatus Status, string? Near, Texts.LocalText? Label);

/// <summary>Something new was given inside an agenda item. <c>Number</c> counts from 1 in the item and is never used again.</summary>
public abstract record ContributionGiven(string Item, int Number) : ActivityEvent(Item);

/// <summary>Words about something that an activity keeps under an id, and that may be reworded: whoever erases them erases them all.</summary>
public interface IWords
{
    string Of { get; }
}

/// <summary>An event inside one agenda item.</summary>
public abstract record ActivityEvent([property: Pointer] string Item) : Event;
