namespace Participation.Desk;

/// <summary>What a seat may do: who gives, who leads, who writes for a table, and the shared screen in the room.</summary>
public enum Role { Participant, Facilitator, Scribe, Projector }

/// <summary>The screens that see the same: one role at one table; table null is the plenary.</summary>
/// <param name="Waits">Participants in the lobby, who see nothing of the session yet.</param>
public readonly record struct Audience(Role Role, string? Table = null, bool Waits = false);
