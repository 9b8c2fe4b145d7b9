using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Participation.LoadTests.Seeded;

namespace Participation.Tests.Laws;

/// <summary>What is written for those who run a server is true of this one: settings, commands, tests and files are there, and none is left out.</summary>
public sealed partial class DocumentTests
{
    private const string Operations = "src/OPERATIONS.md", Security = ".github/SECURITY.md";

    /// <summary>The framework's own, which no code of the house reads.</summary>
    private static readonly string[] Framework = ["Urls", "Kestrel", "Logging"];

    [Fact]
    public void Every_setting_that_is_read_is_described_and_no_other()
    {
        var read = Repository.Sources("src/Participation.Server", ".cs")
            .SelectMany(source => Setting().Matches(source.Text).Select(found => found.Groups["key"].Value)).Concat(Framework).ToHashSet();
        var described = SettingRow().Matches(Repository.Read(Operations)).Select(row => row.Groups["key"].Value.Split(':')[0]).ToHashSet();
        Assert.True(read.Count > 10);
        Expect.None(read.Except(described).Select(key => $"{key} is read and not described"));
        Expect.None(described.Except(read).Select(key => $"{key} is described and not read"));
        using var settings = JsonDocument.Parse(Repository.Read("appsettings.json"));
        Expect.None(settings.RootElement.EnumerateObject().Select(one => one.Name).Except(described));
    }

    [Theory]
    [InlineData(Operations)]
    [InlineData(Security)]
    [InlineData("README.md")]
    [InlineData("src/FIGURES.md")]
    [InlineData("src/SIGN-IN.md")]
    [InlineData("src/WORDS.md")]
    [InlineData("workshops/README.md")]
    public void A_link_leads_to_a_file(string page)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(page))!;
        Expect.None(Link().Matches(Repository.Read(page)).Select(link => link.Groups["path"].Value)
            .Where(path => !path.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(folder, path))));
    }

    /// <summary>What a newcomer needs and no more; the rest has pages of its own, each of which it names.</summary>
    [Fact]
    public void The_first_page_is_short_and_leads_to_all_others()
    {
        var page = Repository.Read("README.md");
        Assert.InRange(page.Split('\n').Length, 40, 91);
        Expect.None(Directory.GetFiles(Repository.PathOf("src"), "*.md").Select(Path.GetFileName).Where(name => !page.Contains($"(src/{name})", StringComparison.Ordinal)));
    }

    /// <summary>What it says to type is there to be run: classes of tests, files and folders.</summary>
    [Fact]
    public void What_the_first_page_says_to_run_is_there()
    {
        var page = Repository.Read("README.md");
        var tests = Assembly.GetExecutingAssembly().GetTypes().Select(type => type.Name).ToHashSet();
        var classes = TypedClass().Matches(page).Select(name => name.Groups["name"].Value).ToList();
        Assert.NotEmpty(classes);
        Expect.None(classes.Except(tests));
        // What stands for any kind, and what only a build leaves, lies nowhere.
        var files = TypedFile().Matches(page).Select(file => file.Groups["path"].Value).Where(path => !path.EndsWith("/X", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(files.Count > 8, $"{files.Count} files");
        Expect.None(files.Where(file => !Path.Exists(Repository.PathOf(file))));
        Expect.None(TypedJourney().Matches(page).Select(journey => journey.Groups["path"].Value).Where(file => !Path.Exists(Repository.PathOf($"tests/Participation.BrowserTests/{file}"))));
        Expect.None(TypedSeed().Matches(page).Select(seed => seed.Groups["name"].Value).Where(name => !SeededProgram.All.Any(bug => bug.Name.Contains(name, StringComparison.OrdinalIgnoreCase))));
    }

    [Fact]
    public void A_test_that_a_promise_names_exists()
    {
        var tests = Assembly.GetExecutingAssembly().GetTypes().Select(type => type.Name).ToHashSet();
        var named = TestName().Matches(Repository.Read(Security)).Select(name => name.Groups["name"].Value).ToHashSet();
        Assert.True(named.Count > 15);
        Expect.None(named.Except(tests));
    }

    [Fact]
    public void A_command_that_is_described_is_one()
    {
        var commands = TypedCommand().Matches(Repository.Read(Operations)).Select(typed => typed.Groups["words"].Value.Split(' ')[0]).ToHashSet();
        Assert.Equal(["account", "backup", "restore", "verify"], commands.Order());
    }

    [Fact]
    public void The_server_asks_nobody_in_the_network() => Expect.None(Repository.Sources("src", ".cs")
        .Where(source => Outward().IsMatch(source.Text)).Select(source => source.Path));

    // What is set and not asked for (the framework's own switches) is no setting of the house.
    [GeneratedRegex("""[cC]onfiguration(?:\[|\.GetSection\(|\.GetValue<[^>]+>\()"(?<key>\w+)[":](?!\] \?\?=)""")]
    private static partial Regex Setting();

    [GeneratedRegex(@"^\| `(?<key>[A-Z][A-Za-z:]+)` \|", RegexOptions.Multiline)]
    private static partial Regex SettingRow();

    [GeneratedRegex(@"\]\((?<path>[^)#\s]+)")]
    private static partial Regex Link();

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z]+(?:Tests|Laws))`")]
    private static partial Regex TestName();

    [GeneratedRegex("-class \"\\*(?<name>\\w+)\"")]
    private static partial Regex TypedClass();

    [GeneratedRegex(@"(?<![\w/.])(?<path>(?:src|tests|workshops)/[\w./-]*\w)(?=[`\s/),:]|$)", RegexOptions.Multiline)]
    private static partial Regex TypedFile();

    [GeneratedRegex(@"--test (?<path>journeys/[\w.-]+)")]
    private static partial Regex TypedJourney();

    [GeneratedRegex("--only \"(?<name>[^\"]+)\"")]
    private static partial Regex TypedSeed();

    [GeneratedRegex(@"^dotnet run --project src/Participation\.Server -- (?<words>[a-z].*)$", RegexOptions.Multiline)]
    private static partial Regex TypedCommand();

    [GeneratedRegex(@"\b(?:HttpClient|WebRequest|ClientWebSocket|TcpClient|UdpClient|SmtpClient|AddHttpClient|ConnectAsync)\b")]
    private static partial Regex Outward();
}
