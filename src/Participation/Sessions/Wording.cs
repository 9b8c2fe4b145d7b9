namespace Participation.Sessions;

/// <summary>One wording of a contribution: what was written and chosen in each of its fields, by whom and in which entry.</summary>
/// <param name="Texts">Somebody's own words, by field; none when they were erased.</param>
/// <param name="Choices">Of what was offered, by field.</param>
public sealed record Wording(long Entry, Guid By, DateTimeOffset At, IReadOnlyDictionary<string, string> Texts, IReadOnlyDictionary<string, string> Choices)
{
    /// <summary>The field of what is said; every contribution has it.</summary>
    public const string Main = "text";

    public IReadOnlyDictionary<string, string> Texts { get; init; } = FieldDictionary.Of(Texts);

    public IReadOnlyDictionary<string, string> Choices { get; init; } = FieldDictionary.Of(Choices);

    public string Text => Written(Main) ?? "";

    public string? Written(string field) => Texts.GetValueOrDefault(field);

    public string? Chosen(string field) => Choices.GetValueOrDefault(field);

    /// <summary>One text and no more.</summary>
    internal static FieldDictionary Of(string text) => FieldDictionary.Of((Main, text.Length == 0 ? null : text));
}
