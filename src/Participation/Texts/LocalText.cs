namespace Participation.Texts;

/// <summary>A text that the house or a workshop's author wrote, in each language of the house.</summary>
public sealed record LocalText(string En, string It, string De)
{
    public static readonly IReadOnlyList<string> Languages = ["en", "it", "de"];

    /// <summary>The text in this language; English for a language that the house does not have.</summary>
    public string In(string? language) => language switch { "it" => It, "de" => De, _ => En };
}

/// <summary>A fixed answer to choose: its id in the journal, its label on screens and in reports.</summary>
public sealed record Option(string Id, LocalText Label);
