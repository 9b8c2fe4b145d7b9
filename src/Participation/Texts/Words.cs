using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Participation.Texts;

/// <summary>The house's own words in one language, from the catalogue that screens and reports share; numbers and dates as that language writes them.</summary>
public sealed partial class Words(string language)
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Catalogue = Load();

    public static readonly IReadOnlyDictionary<string, Words> In =
        LocalText.Languages.ToFrozenDictionary(language => language, language => new Words(language));

    public string Language { get; } = language;

    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(language switch { "it" => "it-IT", "de" => "de-DE", _ => "en-GB" });

    /// <summary>Every key of the catalogue in this language.</summary>
    public static IEnumerable<string> Keys(string language) => Catalogue[language].Keys;

    /// <summary>The text under a key with its places filled; the key itself when it is missing (a test sees to it that none is). A number is written as the language writes it.</summary>
    public string this[string key, params (string Place, object Value)[] values] => Catalogue[Language].TryGetValue(key, out var text) ? Fill(text, values) : key;

    /// <summary>A text for one or for another number: keys <c>key.one</c> and <c>key.other</c>, for nothing <c>key.none</c> where a sentence has it; with {n} and what else is to be told.</summary>
    public string Count(string key, int n, params (string Place, object Value)[] more) =>
        this[n == 1 ? $"{key}.one" : n == 0 && Catalogue[Language].ContainsKey($"{key}.none") ? $"{key}.none" : $"{key}.other", [("n", n), .. more]];

    /// <summary>A whole number as this language writes it, its thousands apart.</summary>
    public string Number(long n) => n.ToString("N0", Culture);

    /// <summary>A day as the language writes it out: 28 November 2026, 1º novembre 2026, 28. November 2026.</summary>
    public string Day(DateTimeOffset at) => at.ToString(Language switch { "de" => "d. MMMM yyyy", "it" when at.Day == 1 => "d'º' MMMM yyyy", _ => "d MMMM yyyy" }, Culture);

    /// <summary>Days as a cover tells them: one, two or three, or from the first to the last where they follow each other or are many.</summary>
    public string Days(IReadOnlyList<DateOnly> days)
    {
        var all = days.Select(day => new DateTimeOffset(day.ToDateTime(default), TimeSpan.Zero)).ToList();
        if (all.Count == 1) return Day(all[0]);
        if (all.Count <= 3 && days[^1].DayNumber - days[0].DayNumber >= days.Count) return string.Join(", ", all.Select(Day));
        var (first, last) = (all[0], all[^1]);
        return (first.Year, first.Month) == (last.Year, last.Month)
            ? $"{first.ToString(Language switch { "de" => "d'.'", "it" when first.Day == 1 => "d'º'", _ => "%d" }, Culture)}–{Day(last)}"
            : $"{Day(first)} – {Day(last)}";
    }

    /// <summary>A moment in a table of several days.</summary>
    public string DayAndTime(DateTimeOffset at) => $"{at.ToString(Language == "de" ? "dd'.'MM'.'" : "d MMM", Culture)}, {Time(at)}";

    /// <summary>On a day: the Italian article follows the sound of the figure, l’8 and l’11 but il 28.</summary>
    public string OnDay(DateTimeOffset at) => Language switch { "de" => $"am {Day(at)}", "it" => at.Day is 8 or 11 ? $"l’{Day(at)}" : $"il {Day(at)}", _ => $"on {Day(at)}" };

    /// <summary>A time of the day; every language of the house counts to twenty-four.</summary>
    public string Time(DateTimeOffset at) => at.ToString("HH':'mm", Culture);

    public string Of(LocalText text) => text.In(Language);

    /// <summary>A sentence of somebody's as it stands within another: its own full stop does not end that one.</summary>
    public static string Within(string text) => text.EndsWith('.') && !text.EndsWith("..", StringComparison.Ordinal) ? text[..^1] : text;

    /// <summary>The text of a key in each language.</summary>
    public static LocalText All(string key) => new(In["en"][key], In["it"][key], In["de"][key]);

    /// <summary>A code such as <c>dot-vote.too-many</c> in words, with what it is about.</summary>
    public static LocalText Refusal(string code, string? detail) => new(Refusal("en", code, detail), Refusal("it", code, detail), Refusal("de", code, detail));

    /// <summary>What a refusal is about stands in {what}, as somebody wrote it; a limit in {most}, as a number is written.</summary>
    private static string Refusal(string language, string code, string? detail)
    {
        var words = In[language];
        var most = long.TryParse(detail, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? words.Number(n) : detail;
        return words.Fill(Catalogue[language].GetValueOrDefault($"refusal.{code}") ?? words["refusal.other"], [("what", detail ?? ""), ("most", most ?? "")]);
    }

    /// <summary>All places in one go: what somebody wrote is never read as a place, and in the middle of a sentence it does not turn the rest of it round.</summary>
    private string Fill(string text, (string Place, object Value)[] values) => values.Length == 0 ? text : Place().Replace(text, place =>
    {
        foreach (var (name, value) in values)
            if (place.ValueSpan[1..^1].SequenceEqual(name)) return value switch { int n => Number(n), long n => Number(n), _ => PlainDirection.Of($"{value}") };
        return place.Value;
    });

    [GeneratedRegex(@"\{\w{1,40}\}")]
    private static partial Regex Place();

    private static FrozenDictionary<string, FrozenDictionary<string, string>> Load()
    {
        var all = LocalText.Languages.ToDictionary(language => language, _ => new Dictionary<string, string>());
        var assembly = typeof(Words).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (language, texts) in JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!)
                foreach (var (key, text) in texts)
                    all[language][key] = text;
        }
        return all.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenDictionary());
    }
}
