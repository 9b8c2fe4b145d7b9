using System.Text.Json;
using Participation.Texts;

namespace Participation.Tests.Laws.Speech;

/// <summary>Where a text is read: by one person, by a room, by anybody years later.</summary>
internal enum Surface
{
    Person,
    Console,
    Wall,
    Paper,
    Author,
}

/// <summary>One text of the product in one language, with its place.</summary>
internal sealed record Said(string Source, string Key, string Language, string Text)
{
    public static readonly IReadOnlyList<Said> All = [.. Catalogues(), .. Workshops()];

    public static IEnumerable<Said> In(string language) => All.Where(said => said.Language == language);

    /// <summary>One text in its three languages.</summary>
    public static IEnumerable<IGrouping<(string Source, string Key), Said>> Keys => All.GroupBy(said => (said.Source, said.Key));

    public bool OfWorkshop => Source.StartsWith("workshops/", StringComparison.Ordinal);

    public Surface Surface => OfWorkshop ? Surface.Author
        : Key.Contains("report.", StringComparison.Ordinal) && !Key.StartsWith("refusal.", StringComparison.Ordinal) ? Surface.Paper
        : Key.StartsWith("projector.", StringComparison.Ordinal) || Key.Contains(".projector-", StringComparison.Ordinal) ? Surface.Wall
        : Key.StartsWith("console.", StringComparison.Ordinal) || Key.Contains(".console-", StringComparison.Ordinal) ? Surface.Console
        : Surface.Person;

    public override string ToString() => $"{Key} [{Language}] {Text}";

    private static IEnumerable<Said> Catalogues() => TextTests.Files.SelectMany(file =>
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(Repository.Read(file.Data))!
            .SelectMany(table => table.Value.Select(text => new Said(file.Data, text.Key, table.Key, text.Value))));

    private static IEnumerable<Said> Workshops() => Repository.Sources("workshops", ".json").Where(source => source.Name.StartsWith("texts.", StringComparison.Ordinal))
        .SelectMany(source => JsonSerializer.Deserialize<Dictionary<string, string>>(source.Text)!
            .Select(text => new Said(source.Folder, text.Key, source.Name.Split('.')[1], text.Value)));
}
