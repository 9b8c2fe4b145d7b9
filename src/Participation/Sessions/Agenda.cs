using System.Text.Json;
using System.Text.Json.Serialization;
using Participation.Texts;

namespace Participation.Sessions;

public enum Moderation { Off, Before, After }

/// <summary>A step of this session: which kind of activity, with which settings, for how long.</summary>
/// <param name="Mark">Two letters before the numbers of this item's contributions, as in IM-017; one item, one mark.</param>
/// <param name="Minutes">Planned length.</param>
/// <param name="Hidden">Starts hidden: private writing, or results that wait to be revealed.</param>
/// <param name="Continues">An earlier item of the same kind whose work this one goes on with; else null.</param>
public sealed record AgendaItem(
    string Id, string Kind, string Mark, LocalText Title, int Minutes, JsonElement Settings,
    bool Hidden = false, Moderation Moderation = Moderation.Off, string? Continues = null)
{
    /// <summary>The item whose work this is: itself, or the one that it continues.</summary>
    [JsonIgnore]
    public string Root => Continues ?? Id;
}

/// <summary>A group that works in parallel inside a session, by zone, theme or venue.</summary>
public sealed record Table(string Id, string Name);
