using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Participation.Texts;

/// <summary>The house's own words in one language, from the catalogue that screens and reports share; numbers and dates as that language writes them.</summary>
public sealed class Words(string language)
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Catalogue = Load();

    public static readonly IReadOnlyDictionary<string, Words> In =
        LocalText.Languages.ToFrozenDictionary(language => language, language => new Words(language));

    public string Language { get; } = language;

    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(language switch { "it" => "it-IT", "de" => "de-DE", _ => "en-GB" });

    /// <summary>Every key of the catalogue in this language.</summary>
    public static IEnumerable<string> Keys(string language) => Catalogue[language].Keys;

    /// <summary>The text under a key with its places filled; the key itself when it is missing (a test sees to it that none is).</summary>
    public string this[string key, params object[] values] => Catalogue[Language].TryGetValue(key, out var text)
        ? values.Length == 0 ? text : string.Format(Culture, text, [.. values.Select(Plain)])
        : key;

    /// <summary>A text for one or for many: keys <c>key.one</c> and <c>key.many</c>, with {0} = n, its thousands apart, and what else is to be told behind it.</summary>
    public string Count(string key, int n, params object[] more) => this[n == 1 ? $"{key}.one" : $"{key}.many", [Number(n), .. more]];

    /// <summary>A whole number as this language writes it, its thousands apart.</summary>
    public string Number(int n) => n.ToString("N0", Culture);

    public string Of(LocalText text) => text.In(Language);

    /// <summary>The text of a key in each language.</summary>
    public static LocalText All(string key) => new(In["en"][key], In["it"][key], In["de"][key]);

    /// <summary>A code such as <c>dot-vote.too-many</c> in words, with what it is about.</summary>
    public static LocalText Refusal(string code, string? detail) => new(Refusal("en", code, detail), Refusal("it", code, detail), Refusal("de", code, detail));

    /// <summary>What people wrote stands in the middle of a sentence here: it may not turn the rest of it round.</summary>
    private static object Plain(object value) => value is string said ? PlainDirection.Of(said) : value;

    private static string Refusal(string language, string code, string? detail)
    {
        var words = In[language];
        return string.Format(words.Culture, Catalogue[language].GetValueOrDefault($"refusal.{code}") ?? words["refusal.other"], PlainDirection.Of(detail ?? ""));
    }

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
