using Participation.Journal;
using Participation.Texts;

namespace Participation.Sessions;

/// <summary>A session begins: everything of the workshop that it needs is copied here, so that a later change of the workshop changes no session.</summary>
/// <param name="Code">Unambiguous characters to join by, until the close.</param>
/// <param name="CodeUntil">Until when the code was to be good, on servers that set a term; it is kept to be read, and closes nothing.</param>
/// <param name="Admission">Who may come in; null, as in journals before it was asked: everybody with the code.</param>
/// <param name="Most">The most participants at a time; null: <see cref="Joining.Entrance.MostPeople"/>.</param>
/// <param name="Types">Stakeholder types asked at join; empty: not asked. Likewise zones.</param>
/// <param name="Place">Where it is held, as the cover of its report says; null: nobody said.</param>
/// <param name="Classes">Into which the types are pooled where too few share one; null: they are not.</param>
[EventName("session.opened"), Declared]
public sealed record SessionOpened(
    string Workshop, LocalText Title, string Language, string Code, DateTimeOffset CodeUntil, LocalText Consent,
    IReadOnlyList<AgendaItem> Agenda, IReadOnlyList<Table> Tables, IReadOnlyList<Option> Types, IReadOnlyList<Option> Zones,
    bool Sample = false, Admission? Admission = null, int? Most = null, string? Place = null,
    IReadOnlyList<StakeholderClass>? Classes = null) : Event;
