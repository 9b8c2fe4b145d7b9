using System.Collections.ObjectModel;

namespace Participation.Sessions;

/// <summary>One wording of a contribution: what was written and chosen in each of its fields, by whom and in which entry.</summary>
/// <param name="Texts">Somebody's own words, by field; none when they were erased.</param>
/// <param name="Choices">Of what was offered, by field.</param>
public sealed record Wording(long Entry, Guid By, DateTimeOffset At, IReadOnlyDictionary<string, string> Texts, IReadOnlyDictionary<string, string> Choices)
{
    /// <summary>The field of what is said; every contribution has it.</summary>
    public const string Main = "text";

    public static readonly IReadOnlyDictionary<string, string> Nothing = ReadOnlyDictionary<string, string>.Empty;

    public string Text => Written(Main) ?? "";

    public string? Written(string field) => Texts.GetValueOrDefault(field);

    public string? Chosen(string field) => Choices.GetValueOrDefault(field);

    /// <summary>One text and no more.</summary>
    internal static IReadOnlyDictionary<string, string> Of(string text) => text.Length == 0 ? Nothing : new Dictionary<string, string> { [Main] = text };
}
