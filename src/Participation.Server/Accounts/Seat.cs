
namespace Participation.Server.Accounts;

/// <summary>Who is at the other end: which session, as what, and for a scribe at which table.</summary>
public sealed record Seat(Guid Session, Guid Id, Role Role, string? Table = null);
