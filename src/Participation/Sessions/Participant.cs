namespace Participation.Sessions;

/// <summary>Somebody who gives. No name is known of them: a number in the room, and what they chose to say of themselves.</summary>
/// <param name="Number">Counts from 1 in the order of joining.</param>
/// <param name="Phoneless">Seated by a facilitator or scribe, who types for them.</param>
/// <param name="Held">Came while the facilitator admitted people, without a ticket.</param>
/// <param name="Ticket">The number of the ticket that seated them.</param>
public sealed record Participant(
    Guid Id, int Number, DateTimeOffset JoinedAt, string Language, string? Type, string? Zone, string? Table, bool Phoneless,
    bool Held = false, int? Ticket = null);
