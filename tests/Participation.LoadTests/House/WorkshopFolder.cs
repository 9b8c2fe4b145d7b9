using System.Text.Json;
using Participation.Journal;
using Participation.Texts;

namespace Participation.LoadTests.House;

/// <summary>Workshops made for one run: a folder in the house's own format, with the same words in every language.</summary>
internal static class WorkshopFolder
{
    /// <summary>The first agenda item of every workshop made here.</summary>
    public const string Item = "all";

    /// <summary>A few phones stand for a whole room.</summary>
    private const int Many = 1_000_000;

    /// <summary>Everyone votes on statements: on so many that are there from the start, and on those that they add.</summary>
    public static void WriteOpinions(string folder, string title, int limit, int statements = 0) => Write(folder, title, words => new
    {
        id = Item, kind = "opinions", mark = "OP", title = "@title", minutes = 60, settings = new { question = "@title", statements = Statements(words, statements), mayAdd = true, limit, mostEach = Many },
    });

    /// <summary>Everyone writes ideas that all see at once; a second step of the same kind follows.</summary>
    public static void WriteIdeas(string folder, string title) => Write(folder, title, _ => Ideas(Item), _ => Ideas("next"));

    /// <summary>Everyone writes ideas, and others see those that were approved.</summary>
    public static void WriteModerated(string folder, string title) => Write(folder, title, _ => new
    {
        id = Item, kind = "ideas", title = "@title", minutes = 60, moderation = "before", settings = new { question = "@title", mostEach = Many },
    });

    /// <summary>Everyone votes in secret on so many statements: a ballot of its own on each.</summary>
    public static void WriteBallots(string folder, string title, int statements) => Write(folder, title,
        words => new { id = Item, kind = "opinions", mark = "OP", title = "@title", minutes = 60, settings = new { question = "@title", statements = Statements(words, statements), secret = true } });

    /// <summary>Everyone spreads dots over fixed options.</summary>
    public static void WriteDots(string folder, string title, int options) => Write(folder, title, words => Dots(words, Item, options));

    /// <summary>A small workshop: ideas, opinions and dots on them, and ideas again.</summary>
    public static void WriteSteps(string folder, string title) => Write(folder, title, _ => Ideas(Item),
        _ => new { id = "opinions", kind = "opinions", title = "@title", minutes = 60, settings = new { question = "@title", mayAdd = true, limit = 280, mostEach = Many } },
        words => Dots(words, "dots", 5),
        _ => Ideas("next"));

    private static object Ideas(string id) => new { id, kind = "ideas", title = "@title", minutes = 60, settings = new { question = "@title", mostEach = Many } };

    private static object Dots(Dictionary<string, string> words, string id, int options) => new
    {
        id, kind = "dot-vote", title = "@title", minutes = 60,
        settings = new { question = "@title", budget = 5, maxPerItem = 3, options = Enumerable.Range(1, options).Select(n => new { id = $"o{n}", label = Word(words, $"{id}o{n}") }).ToList() },
    };

    private static IEnumerable<string> Statements(Dictionary<string, string> words, int count) => [.. Enumerable.Range(1, count).Select(n => Word(words, $"statement{n}"))];

    /// <summary>Each has words of its own, so that none can stand for another.</summary>
    private static string Word(Dictionary<string, string> words, string key)
    {
        words[key] = Reader.Token.Next();
        return $"@{key}";
    }

    private static void Write(string folder, string title, params Func<Dictionary<string, string>, object>[] agenda)
    {
        Directory.CreateDirectory(folder);
        var texts = new Dictionary<string, string> { ["title"] = title, ["description"] = "A session without people.", ["consent"] = "Nobody's data are in here." };
        var workshop = new { title = "@title", description = "@description", consent = "@consent", agenda = agenda.Select(item => item(texts)).ToList() };
        File.WriteAllText(Path.Combine(folder, "workshop.json"), JsonSerializer.Serialize(workshop, Json.Options));
        foreach (var language in LocalText.Languages)
            File.WriteAllText(Path.Combine(folder, $"texts.{language}.json"), JsonSerializer.Serialize(texts, Json.Options));
    }
}
