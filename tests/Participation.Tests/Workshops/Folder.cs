using Participation.Workshops;

namespace Participation.Tests.Workshops;

/// <summary>A small workshop that is right, and the refusal it gets when one thing in it is changed.</summary>
internal static class Folder
{
    private const string Workshop = """
        {
          "title": "@title", "description": "@description", "consent": "@consent", "language": "it",
          "types": [{ "id": "university", "label": "@types.university" }],
          "zones": [{ "id": "sud-est", "label": "@zones.sud-est" }],
          "tables": [{ "id": "one", "name": "Sud Est" }],
          "agenda": [
            {
              "id": "welcome", "kind": "slide", "title": "@welcome.title", "minutes": 5,
              "settings": { "body": "@welcome.body" }
            },
            {
              "id": "writing", "kind": "ideas", "mark": "IM", "title": "@writing.title", "minutes": 10, "hidden": true,
              "settings": {
                "question": "@writing.question",
                "kinds": ["sentiment", "idea"],
                "limit": 200
              }
            },
            {
              "id": "more", "kind": "ideas", "title": "@writing.title", "minutes": 10, "moderation": "before", "continues": "writing",
              "settings": { "question": "@writing.question" }
            }
          ]
        }
        """;

    public static Dictionary<string, string> Files() => new()
    {
        [WorkshopFile.Name] = Workshop,
        ["texts.en.json"] = Texts("en"),
        ["texts.it.json"] = Texts("it"),
        ["texts.de.json"] = Texts("de"),
    };

    /// <summary>Reads the folder with the first <paramref name="old"/> in a file put as <paramref name="other"/>.</summary>
    public static Participation.Workshops.Workshop Read(string file, string old, string other)
    {
        var files = Files();
        var at = files[file].IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{old} does not stand in {file}");
        files[file] = files[file].Remove(at, old.Length).Insert(at, other);
        return WorkshopFile.Read("small", files);
    }

    public static WorkshopException Refused(string old, string other) => Refused(WorkshopFile.Name, old, other);

    public static WorkshopException Refused(string file, string old, string other) =>
        Assert.Throws<WorkshopException>(() => Read(file, old, other));

    private static string Texts(string language) => $$"""
        {
          "title": "Small {{language}}",
          "description": "A small workshop {{language}}",
          "consent": "Consent {{language}}",
          "types.university": "University {{language}}",
          "zones.sud-est": "Sud Est {{language}}",
          "welcome.title": "Welcome {{language}}",
          "welcome.body": "Body {{language}}",
          "writing.title": "Writing {{language}}",
          "writing.question": "What? {{language}}"
        }
        """;
}
