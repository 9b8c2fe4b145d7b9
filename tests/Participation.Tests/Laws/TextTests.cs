using System.Text.Json;
using System.Text.RegularExpressions;
using Participation.Texts;

namespace Participation.Tests.Laws;

/// <summary>Everything that people read exists in the three languages, with the same places to fill, and every text that a screen asks for is there.</summary>
public sealed partial class TextTests
{
    /// <summary>The same word in all three languages, and rightly so.</summary>
    private static readonly string[] Alike =
    [
        "console.timer", "screen.timer", "console.report-csv", "console.report-json", "console.report-pdf", "console.theme-auto", "report.n", "clusters.report.n-column",
    ];

    public static TheoryData<string> Files =>
        [.. Repository.Sources("src/Participation", ".json").Where(source => source.Folder.EndsWith("/Texts", StringComparison.Ordinal) || source.Name == "texts.json").Select(source => source.Path)];

    [Theory, MemberData(nameof(Files))]
    public void A_file_of_texts_holds_each_key_in_three_languages_with_the_same_places(string path)
    {
        var tables = Tables(path);
        Assert.Equal(LocalText.Languages.Order(), tables.Keys.Order());
        foreach (var key in tables.Values.SelectMany(table => table.Keys).Distinct())
        {
            var texts = LocalText.Languages.Select(language => tables[language].GetValueOrDefault(key)).ToList();
            Assert.True(texts.All(text => !string.IsNullOrWhiteSpace(text)), $"{path}: {key} is missing in a language");
            Assert.True(texts.Select(Places).Distinct().Count() == 1, $"{path}: {key} has other places in another language");
            Assert.True(Alike.Contains(key) || !texts[0]!.Any(char.IsLetter) || texts.Distinct().Count() > 1 || OnlyPlaces(texts[0]!), $"{path}: {key} is the same in every language");
        }
    }

    [Fact]
    public void Every_language_has_the_same_keys() =>
        Assert.All(LocalText.Languages, language => Assert.Equal(Words.Keys("en").Order(), Words.Keys(language).Order()));

    [Fact]
    public void No_two_files_hold_the_same_key()
    {
        var twice = Files.SelectMany(path => Tables(path.Data)["en"].Keys.Select(key => (key, path.Data)))
            .GroupBy(pair => pair.key).Where(group => group.Count() > 1);
        Expect.None(twice.Select(group => $"{group.Key}: {string.Join(", ", group.Select(pair => pair.Data))}"));
    }

    [Fact]
    public void Every_text_that_a_screen_or_a_report_asks_for_is_there()
    {
        var known = Words.Keys("en").ToHashSet();
        var areas = known.Select(key => key.Split('.')[0]).ToHashSet();
        var sources = Repository.Sources("src", ".ts", ".tsx", ".cs").Where(source => !source.Path.EndsWith("plugin.ts", StringComparison.Ordinal)).ToList();
        var names = CommandNames.All.Keys.Concat(Participation.Journal.EventNames.All.Select(Participation.Journal.EventNames.Of)).ToHashSet();

        var asked = sources.SelectMany(source => (source.Name.EndsWith(".cs", StringComparison.Ordinal) ? InReport() : InScreen()).Matches(source.Text)
            .Select(match => (Key: match.Groups["key"].Value, source.Path)));
        Expect.None(asked.Where(ask => areas.Contains(ask.Key.Split('.')[0]) && !IsFile(ask.Key) && !names.Contains(ask.Key) && !Has(known, ask.Key))
            .Select(ask => $"{ask.Path} asks for {ask.Key}"));

        var begun = sources.SelectMany(source => Template().Matches(source.Text).Select(match => (Key: match.Groups["key"].Value, source.Path)));
        Expect.None(begun.Where(ask => areas.Contains(ask.Key.Split('.')[0]) && !known.Any(key => key.StartsWith(ask.Key, StringComparison.Ordinal)))
            .Select(ask => $"{ask.Path} asks for {ask.Key}…"));
    }

    private static bool Has(HashSet<string> known, string key) =>
        known.Contains(key) || known.Contains($"{key}.one") && (known.Contains($"{key}.other") || known.Contains($"{key}.many"));

    private static bool IsFile(string key) => key.Split('.')[^1] is "json" or "html" or "tsx" or "css" or "ts";

    private static Dictionary<string, Dictionary<string, string>> Tables(string path) =>
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(Repository.Read(path))!;

    private static string Places(string? text) => string.Join(',', Place().Matches(text ?? "").Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    private static bool OnlyPlaces(string text) => !Place().Replace(text, "").Any(char.IsLetter);

    [GeneratedRegex(@"\{\w+(?::[^}]*)?\}")]
    private static partial Regex Place();

    /// <summary>A key in quotes that is not a member of something: an argument, an alternative or a value.</summary>
    [GeneratedRegex("\\bt\\((?:[^()\"'`]*[?:]\\s*)?\"(?<key>[a-z]+(?:-[a-z]+)*(?:\\.[a-z0-9]+(?:-[a-z0-9]+)*)+)\"|\"(?<key>(?:console|phone|projector|room|screen)(?:\\.[a-z0-9]+(?:-[a-z0-9]+)*)+)\"")]
    private static partial Regex InScreen();

    [GeneratedRegex("(?:words\\[|Words\\.All\\(|\\.Count\\(|[?:] )\"(?<key>[a-z]+(?:-[a-z]+)*\\.report\\.[a-z0-9.-]+|report\\.[a-z0-9.-]+)\"")]
    private static partial Regex InReport();

    [GeneratedRegex("\\bt\\(`(?<key>[a-z]+(?:-[a-z]+)*\\.[a-z.-]*)\\$\\{")]
    private static partial Regex Template();
}
