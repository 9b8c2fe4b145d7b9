namespace Participation.Desk;

/// <summary>The answer to a command: the number of its last entry, or why it was refused.</summary>
public sealed record Receipt(long Number, Refusal? Refused = null)
{
    /// <summary>The journal could not be read or written now: nothing was recorded, and the same command may be sent again.</summary>
    internal static Receipt Later(string code = "journal.failed") => new(0, new Refusal(code, Retry: true));
}

/// <summary>A stable code such as <c>dot-vote.too-many</c>. <c>Retry</c>: nothing is wrong with the command, send it again later.</summary>
public sealed record Refusal(string Code, bool Retry = false, string? Detail = null);
