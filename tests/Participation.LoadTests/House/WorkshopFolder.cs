using System.Text.Json;
using Participation.Journal;
using Participation.Texts;

namespace Participation.LoadTests.House;

/// <summary>Workshops made for one run: a folder in the house's own format, with the same words in every language.</summary>
internal static class WorkshopFolder
{
    /// <summary>Everyone votes on statements, and adds them.</summary>
    public static void WriteOpinions(string folder, string title, int limit) => Write(folder, title,
        new { id = Item, kind = "opinions", title = "@title", minutes = 60, settings = new { question = "@title", mayAdd = true, limit, mostEach = Many } });

    /// <summary>Everyone writes ideas that all see at once; a second step of the same kind follows.</summary>
    public static void WriteIdeas(string folder, string title) => Write(folder, title, Ideas(Item), Ideas("next"));

    /// <summary>Everyone votes in secret on so many statements: a ballot of its own on each.</summary>
    public static void WriteBallots(string folder, string title, int statements) => Write(folder, title,
        new { id = Item, kind = "opinions", mark = "OP", title = "@title", minutes = 60, settings = new { question = "@title", statements = Enumerable.Repeat("@title", statements), secret = true } });

    /// <summary>Everyone spreads dots over fixed options.</summary>
    public static void WriteDots(string folder, string title, int options) => Write(folder, title, new
    {
        id = Item, kind = "dot-vote", title = "@title", minutes = 60,
        settings = new { question = "@title", budget = 5, maxPerItem = 3, options = Enumerable.Range(1, options).Select(n => new { id = $"o{n}", label = "@title" }) },
    });

    /// <summary>A small workshop: ideas, opinions and dots on them, and ideas again.</summary>
    public static void WriteSteps(string folder, string title) => Write(folder, title, Ideas(Item),
        new { id = "opinions", kind = "opinions", title = "@title", minutes = 60, settings = new { question = "@title", mayAdd = true, limit = 280, mostEach = Many } },
        new
        {
            id = "dots", kind = "dot-vote", title = "@title", minutes = 60,
            settings = new { question = "@title", budget = 5, maxPerItem = 3, options = Enumerable.Range(1, 5).Select(n => new { id = $"o{n}", label = "@title" }) },
        },
        Ideas("next"));

    /// <summary>A few phones stand for a whole room.</summary>
    private const int Many = 1_000_000;

    /// <summary>The first agenda item of every workshop made here.</summary>
    public const string Item = "all";

    private static object Ideas(string id) => new { id, kind = "ideas", title = "@title", minutes = 60, settings = new { question = "@title", mostEach = Many } };

    private static void Write(string folder, string title, params object[] agenda)
    {
        Directory.CreateDirectory(folder);
        var workshop = new { title = "@title", description = "@description", consent = "@consent", agenda };
        File.WriteAllText(Path.Combine(folder, "workshop.json"), JsonSerializer.Serialize(workshop, Json.Options));
        var texts = new { title, description = "A session without people.", consent = "Nobody's data are in here." };
        foreach (var language in LocalText.Languages)
            File.WriteAllText(Path.Combine(folder, $"texts.{language}.json"), JsonSerializer.Serialize(texts, Json.Options));
    }
}
