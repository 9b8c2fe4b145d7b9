namespace Participation.Server.Pages;

/// <summary>
/// Whether people are told who answers for what they say here, and where to turn. A server that has a public address opens no session before it is: whoever comes in from anywhere
/// has nobody in the room to ask. A laptop says "not named".
/// </summary>
internal sealed class Answerable(Institution institution, Addresses addresses)
{
    private const string Controller = "Institution:Controller", Contact = "Institution:Contact";

    /// <summary>The settings that say nothing.</summary>
    public IReadOnlyList<string> Unsaid => [.. institution.View.Controller is null ? [Controller] : Array.Empty<string>(), .. institution.View.Contact is null ? [Contact] : Array.Empty<string>()];

    /// <summary>No session is opened until they say something.</summary>
    public bool IsMissing => addresses.IsPublic && Unsaid.Count > 0;

    /// <summary>What the terminal says of it; null: nothing is missing.</summary>
    public string? Problem => !IsMissing ? null
        : $"This server has a public address and does not say who answers for personal data: it opens no session until {string.Join(" and ", Unsaid)} {(Unsaid.Count == 1 ? "is" : "are")} set. OPERATIONS.md, \"Settings\".";
}
