using Participation.Journal;

namespace Participation.Sessions;

/// <summary>Pending waits for moderation; reset was given before the item was reset; of an erased one nothing is left but that it was given.</summary>
public enum ContributionStatus { Shown, Pending, Hidden, Withdrawn, Reset, Erased }

/// <summary>What a participant gave, with everything that the session knows of it.</summary>
/// <param name="Id">As printed everywhere: mark and number, IM-017.</param>
/// <param name="Held">Written while moderation came before: pending until approved.</param>
/// <param name="Wordings">As it was written first and each time again; all of them stay, the last one is shown.</param>
/// <param name="Near">The id of an earlier contribution with almost the same words.</param>
/// <param name="Label">The text in every language when the house or the workshop wrote it; else null.</param>
public sealed record Contribution(
    string Id, string Item, string? Table, bool Phoneless, bool Held, IReadOnlyList<Wording> Wordings,
    string? Near = null, bool Withdrawn = false, Texts.LocalText? Label = null)
{
    public long Entry => Wordings[0].Entry;

    public Guid By => Wordings[0].By;

    public DateTimeOffset At => Wordings[0].At;

    public Wording Latest => Wordings[^1];

    public string Text => Latest.Text;

    public string? Kind => Latest.Chosen("kind");

    public string? Category => Latest.Chosen("category");

    /// <summary>Nobody can give a contribution without words.</summary>
    public bool Erased => Text.Length == 0;

    /// <summary>The card that screens show, made once and shared by every view in which nothing more is to be said.</summary>
    public Card Card { get; } = CardOf(Id, Wordings, Table, Phoneless, Near, Label);

    /// <summary>The same contribution in other words.</summary>
    internal Contribution In(Wording wording, bool held, string? near) => new(Id, Item, Table, Phoneless, held, [.. Wordings, wording], near, Withdrawn, Label);

    /// <summary>What it resembled says something else now.</summary>
    internal Contribution NearNothing() => new(Id, Item, Table, Phoneless, Held, Wordings, null, Withdrawn, Label);

    private static Card CardOf(string id, IReadOnlyList<Wording> wordings, string? table, bool phoneless, string? near, Texts.LocalText? label)
    {
        var latest = wordings[^1];
        return new(id, latest.Text, latest.Chosen("kind"), latest.Chosen("category"), latest.Chosen("zone"), latest.Written("place"), table, phoneless, false,
            ContributionStatus.Shown, near, label, wordings.Count > 1 ? wordings.Count : null);
    }
}

/// <summary>A contribution as everyone may see it: without its author.</summary>
/// <param name="Version">Which wording of it this is, from the second on.</param>
public sealed record Card(
    string Id, string Text, string? Kind, string? Category, string? Zone, string? Place, string? Table,
    bool Phoneless, bool Pinned, ContributionStatus Status, string? Near, Texts.LocalText? Label, int? Version = null);

/// <summary>Something new was given inside an agenda item. <c>Number</c> counts from 1 in the item and is never used again.</summary>
public abstract record ContributionGiven(string Item, int Number) : ActivityEvent(Item);

/// <summary>Words about something that an activity keeps under an id, and that may be reworded: whoever erases them erases them all.</summary>
public interface IWords
{
    string Of { get; }
}

/// <summary>Other words for a contribution that was given before: whoever erases that erases them too.</summary>
public interface IRewords
{
    string Contribution { get; }
}

/// <summary>An event that takes something from screens: no phone may go on showing it.</summary>
public interface ITakesBack;

/// <summary>What somebody who leads or writes did with their own hand, and can take back.</summary>
public interface IDeed;

/// <summary>An event inside one agenda item.</summary>
public abstract record ActivityEvent([property: Pointer] string Item) : Event;
