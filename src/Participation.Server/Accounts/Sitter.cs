namespace Participation.Server.Accounts;

/// <summary>Who is at the other end of a line.</summary>
/// <param name="Seat">The session in which they sit as anybody with its code or link may; null: they have an account, or were given a lead.</param>
public sealed record Sitter(Guid Id, Guid? Seat)
{
    public bool Leads => Seat is null;
}
