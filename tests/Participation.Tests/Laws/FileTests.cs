using System.Text.Json;
using System.Text.RegularExpressions;
using Participation.Sessions;

namespace Participation.Tests.Laws;

/// <summary>Where things lie, what they are called and how long they get.</summary>
public sealed partial class FileTests
{
    /// <summary>Where a kind may be named outside its folder, and why.</summary>
    private static readonly Dictionary<string, string> MayName = new()
    {
        ["src/Participation.Server/Live/PROTOCOL.md"] = "the one page from which a client is written lists every command",
    };

    [Fact]
    public void Every_kind_has_the_same_files_in_one_folder()
    {
        var folders = new DirectoryInfo(Repository.PathOf("src/Participation/Activities")).GetDirectories();
        Assert.Equal(ActivityKinds.All.Select(kind => kind.Kind).Order(), folders.Select(folder => JsonNamingPolicy.KebabCaseLower.ConvertName(folder.Name)).Order());
        foreach (var folder in folders)
        {
            // Where nobody gives anything there is no chapter.
            string[] chapter = Activities.Examples.Has(JsonNamingPolicy.KebabCaseLower.ConvertName(folder.Name)).Takes ? [$"{folder.Name}Section.cs"] : [];
            string[] wanted = [$"{folder.Name}.cs", .. chapter, "phone.tsx", "console.tsx", "projector.tsx", "texts.json"];
            Expect.None(wanted.Except(folder.GetFiles().Select(file => file.Name)).Select(file => $"{folder.Name} lacks {file}"));
            Expect.None(folder.GetDirectories());
        }
    }

    [Fact]
    public void Nothing_about_a_kind_lies_outside_its_folder()
    {
        var kinds = ActivityKinds.All.Select(kind => kind.Kind).ToList();
        var classes = ActivityKinds.All.Select(kind => kind.GetType().Name).ToList();
        var quoted = new Regex($"[\"'`](?:{string.Join('|', kinds)})(?:[\"'`]|\\.[a-z]+-?[a-z]*[\"'`])");
        var named = new Regex($"\\b(?:Activities[./](?:{string.Join('|', classes)})|(?:{string.Join('|', classes)})(?:View|State|Settings|Section|Mine))\\b");
        var styled = new Regex($"^\\s*\\.(?:{string.Join('|', kinds)})[\\s.{{,:-]", RegexOptions.Multiline);
        var outside = Repository.Sources("src", ".cs", ".ts", ".tsx", ".css", ".mjs", ".typ", ".md", ".html")
            .Where(source => !source.Path.StartsWith("src/Participation/Activities/", StringComparison.Ordinal)
                && !source.Path.StartsWith("src/decisions/", StringComparison.Ordinal)
                && !source.Path.Contains("/Client/test/", StringComparison.Ordinal) && !MayName.ContainsKey(source.Path))
            .SelectMany(source => Code(source).Split('\n')
                .Where(line => quoted.IsMatch(line) || named.IsMatch(line) || source.Path.EndsWith(".css", StringComparison.Ordinal) && styled.IsMatch(line))
                .Select(line => $"{source.Path}: {line.Trim()}"));
        Expect.None(outside);

        var texts = Repository.Sources("src/Participation/Texts", ".json")
            .SelectMany(source => JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(source.Text)!.Values.SelectMany(table => table.Keys)
                .Where(key => kinds.Any(kind => $".{key}.".Contains($".{kind}.", StringComparison.Ordinal))).Select(key => $"{source.Name}: {key}"));
        Expect.None(texts.Distinct());
    }

    /// <summary>What a kind lets people choose is coloured and named in its folder: a tone or a word in the shared files would be one of thirty kinds.</summary>
    [Fact]
    public void No_shared_style_or_text_is_named_after_what_one_kind_offers()
    {
        var offered = typeof(IActivity).Assembly.GetTypes().Where(type => type.IsEnum && type.Namespace!.StartsWith("Participation.Activities.", StringComparison.Ordinal))
            .SelectMany(type => Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName)).ToHashSet();
        Assert.Superset(new HashSet<string> { "sentiment", "agree" }, offered);
        var styled = new Regex($@"(?:--|\.(?:card|wall-card|chip)\.(?:is-)?)(?:{string.Join('|', offered)})\b");
        Expect.None(Repository.Sources("src/Participation.Server/Client/src", ".css", ".ts", ".tsx").SelectMany(source => styled.Matches(source.Text).Select(match => $"{source.Path}: {match.Value}")));
        Expect.None(Repository.Sources("src/Participation/Texts", ".json")
            .SelectMany(source => JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(source.Text)!.Values.SelectMany(table => table.Keys)
                .Where(key => key.Contains(".kind.", StringComparison.Ordinal) && offered.Contains(key.Split('.')[^1])).Select(key => $"{source.Name}: {key}")));
    }

    [Fact]
    public void Files_stay_short()
    {
        var files = Repository.Sources("src", ".cs").OrderBy(source => source.Lines).ToList();
        Expect.None(files.Where(source => source.Lines > 300).Select(source => $"{source.Path}: {source.Lines}"));
        Assert.InRange(files[files.Count / 2].Lines, 1, 50);
        Assert.InRange(files[files.Count * 9 / 10].Lines, 1, 120);
        Expect.None(Repository.Sources("tests", ".cs").Where(source => source.Lines > 400).Select(source => $"{source.Path}: {source.Lines}"));
        Expect.None(Repository.Sources("src", ".ts", ".tsx", ".typ", ".mjs", ".css").Where(source => source.Lines > 300).Select(source => $"{source.Path}: {source.Lines}"));
    }

    [Fact]
    public void Names_say_what_a_thing_is_and_not_that_it_does_something()
    {
        var forbidden = ForbiddenPart();
        Expect.None(Repository.Sources("src", ".cs", ".ts", ".tsx", ".mjs").Concat(Repository.Sources("tests", ".cs"))
            .Where(source => forbidden.IsMatch(Path.GetFileNameWithoutExtension(source.Name))).Select(source => source.Path));
        Expect.None(new[] { typeof(Desk<SessionState>).Assembly, typeof(Participation.Server.Live.LiveHub).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("Participation", StringComparison.Ordinal) is true && !type.Name.StartsWith('<') && forbidden.IsMatch(type.Name))
            .Select(type => type.FullName));
    }

    [Fact]
    public void Every_type_of_the_model_and_the_server_is_sealed_or_meant_to_be_built_upon()
    {
        var open = new[] { typeof(Desk<SessionState>).Assembly, typeof(Participation.Server.Live.LiveHub).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && type.Namespace?.StartsWith("Participation", StringComparison.Ordinal) is true
                && !type.Name.StartsWith('<'))
            .Select(type => type.FullName);
        Expect.None(open);
    }

    /// <summary>The text without its comments: they may give an example.</summary>
    private static string Code(Source source) => source.Path.EndsWith(".md", StringComparison.Ordinal)
        ? source.Text
        : Comment().Replace(source.Text, "");

    [GeneratedRegex("(?<![A-Za-z])(?:Manager|Helper|Service|Util|Utils|Utility|Common|Dto|Base)(?![a-z])|(?<=[a-z])(?:Manager|Helper|Service|Util|Utils|Utility|Common|Dto|Base)(?![a-z])")]
    private static partial Regex ForbiddenPart();

    [GeneratedRegex(@"(?<![:""'`])//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
