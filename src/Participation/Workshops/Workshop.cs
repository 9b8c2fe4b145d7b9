using Participation.Sessions;
using Participation.Texts;

namespace Participation.Workshops;

/// <summary>A declared format: what is asked, in which order, for how long, in every language of the house.</summary>
/// <param name="Slug">The name of its folder.</param>
/// <param name="Language">The language in which a session opens when none is chosen.</param>
/// <param name="Types">Stakeholder types asked at join; empty: not asked. Likewise zones.</param>
/// <param name="Classes">Into which the types are pooled in a report where too few share one; null: they are not.</param>
/// <param name="Tables">The tables that the workshop proposes; a session may have its own.</param>
public sealed record Workshop(
    string Slug, LocalText Title, LocalText Description, LocalText Consent, string Language, IReadOnlyList<AgendaItem> Agenda,
    IReadOnlyList<Option> Types, IReadOnlyList<Option> Zones, IReadOnlyList<Table> Tables, IReadOnlyList<StakeholderClass>? Classes = null)
{
    /// <summary>Planned length.</summary>
    public int Minutes => Agenda.Sum(item => item.Minutes);

    /// <summary>The first event of a session of this workshop.</summary>
    /// <param name="language">Null: the workshop's own.</param>
    /// <param name="tables">Null: those that the workshop proposes.</param>
    /// <param name="title">Null: the workshop's own.</param>
    public SessionOpened Open(string? language, string code, DateTimeOffset codeUntil, IReadOnlyList<Table>? tables = null, LocalText? title = null) =>
        new(Slug, title ?? Title, language ?? Language, code, codeUntil, Consent, Agenda, tables ?? Tables, Types, Zones, Classes: Classes);
}
