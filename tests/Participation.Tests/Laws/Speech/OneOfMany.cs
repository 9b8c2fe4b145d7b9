using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Participation.Texts;

namespace Participation.Tests.Laws.Speech;

/// <summary>A one before what is many: the nouns are those before which the catalogue puts a number of many and none of one.</summary>
internal static partial class OneOfMany
{
    private static readonly ConcurrentDictionary<string, Regex> ByLanguage = [];

    public static Regex In(string language) => ByLanguage.GetOrAdd(language, _ =>
    {
        var many = Nouns(language, ".other").Except(Nouns(language, ".one"), StringComparer.OrdinalIgnoreCase).ToList();
        Assert.True(many.Count > 10, $"{language}: {string.Join(' ', many)}");
        return new Regex($@"(?<![\d.,])1\s(?:{string.Join('|', many.Select(Regex.Escape))})\b", RegexOptions.IgnoreCase);
    });

    private static IEnumerable<string> Nouns(string language, string ending) => Words.Keys(language).Where(key => key.EndsWith(ending, StringComparison.Ordinal))
        .SelectMany(key => Counted().Matches(Words.In[language][key]).Select(match => match.Groups[1].Value)).Distinct(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?:\{n\}|\b1)\s([\p{L}-]+)")]
    private static partial Regex Counted();
}
