using System.Reflection;
using System.Text.RegularExpressions;
using Participation.Server.Pages;
using Participation.Sessions;
using Participation.Tests.Laws;

namespace Participation.Tests.Injection;

/// <summary>What the code may not do, so that text stays text: in SQL, in patterns, in pages; and it asks nobody on the network.</summary>
public sealed partial class CodeLaws
{
    /// <summary>What may stand inside of SQL that is put together, and where it comes from: never from a person or a file of theirs.</summary>
    private static readonly Dictionary<string, string> MayStandInSql = new()
    {
        ["Row.Columns"] = "a constant list of columns", ["Row.ColumnsOf(db)"] = "it, or its beginning",
        ["Tables"] = "the constant schema of accounts.db",
        ["ApplicationId"] = "a constant", ["Version"] = "a constant",
        ["setting.Pragma"] = "a constant table", ["setting.Value"] = "a constant table",
        ["check"] = "one of two constants", ["number"] = "the number of a schema step, an int",
    };

    public static TheoryData<string> Patterns => [.. Generated().Select(method => $"{method.DeclaringType!.FullName}.{method.Name}")];

    [Fact]
    public void No_value_stands_in_sql()
    {
        var sources = Repository.Sources("src", ".cs");
        var made = sources.SelectMany(source => Made().Matches(source.Text).Where(text => Sql().IsMatch(text.Value)).Select(text => (source.Path, Text: text.Value))).ToList();
        Assert.NotEmpty(made);
        Expect.None(made.SelectMany(one => Hole().Matches(one.Text).Select(hole => hole.Groups[1].Value)
            .Where(hole => !MayStandInSql.ContainsKey(hole)).Select(hole => $"{one.Path}: {{{hole}}} in {one.Text}")));
        Expect.None(sources.SelectMany(source => source.Text.Split('\n').Where(line => Joined().IsMatch(line)).Select(line => $"{source.Path}: {line.Trim()}")));
    }

    [Theory]
    [InlineData("db.Query($\"SELECT * FROM entry WHERE name = '{name}'\")", true)]
    [InlineData("db.Execute($\"PRAGMA user_version = {number}\")", false)]
    public void The_law_sees_a_value_in_sql(string line, bool wrong) =>
        Assert.Equal(wrong, Made().Matches(line).Where(text => Sql().IsMatch(text.Value)).SelectMany(text => Hole().Matches(text.Value)).Any(hole => !MayStandInSql.ContainsKey(hole.Groups[1].Value)));

    [Fact]
    public void Patterns_are_made_by_the_compiler_alone() =>
        Expect.None(Repository.Sources("src", ".cs").Where(source => LoosePattern().IsMatch(source.Text)).Select(source => source.Path));

    /// <summary>Without a repetition that has no end a pattern goes over its text a bounded number of times.</summary>
    [Theory, MemberData(nameof(Patterns))]
    public void No_pattern_is_slow_on_an_evil_text(string name)
    {
        var pattern = Generated().Single(method => $"{method.DeclaringType!.FullName}.{method.Name}" == name).GetCustomAttribute<GeneratedRegexAttribute>()!;
        Assert.True(pattern.Options.HasFlag(RegexOptions.NonBacktracking) || pattern.MatchTimeoutMilliseconds > 0 || !Endless().IsMatch(pattern.Pattern), pattern.Pattern);
        var regex = new Regex(pattern.Pattern, pattern.Options, TimeSpan.FromSeconds(10));
        foreach (var part in new[] { "a", "0", "-", ".", "a.", "a-", "A", "#", "#0", "aA", "\n", " ", "\u0301", "é" })
        foreach (var end in new[] { "", "!", "\0" })
            regex.IsMatch(string.Concat(Enumerable.Repeat(part, 100_000 / part.Length)) + end);
    }

    [Fact]
    public void The_server_asks_nobody_on_the_network()
    {
        Expect.None(Repository.Sources("src", ".cs").Where(source => Asks().IsMatch(source.Text)).Select(source => $"{source.Path}: {Asks().Match(source.Text)}"));
        Expect.None(Repository.Sources("src/Participation.Server/Reports/Typst", ".mjs").Where(source => AsksInScript().IsMatch(source.Text)).Select(source => source.Path));
        Assert.All([typeof(SessionCommand).Assembly, typeof(WorkshopShelf).Assembly], assembly =>
            Assert.DoesNotContain(assembly.GetReferencedAssemblies(), name => name.Name is "System.Net.Http" or "System.Net.Requests" or "System.Net.WebClient" or "System.Net.Mail" or "System.Net.WebSockets.Client"));
    }

    [Fact]
    public void No_page_makes_elements_of_text() =>
        Expect.None(Repository.Sources("src", ".ts", ".tsx").Where(source => !source.Path.Contains("/test/", StringComparison.Ordinal) && Markup().IsMatch(source.Text)).Select(source => $"{source.Path}: {Markup().Match(source.Text)}"));

    /// <summary>Raw markup is written by the server's own files on paper, QR codes and style sheets, and by nothing else.</summary>
    [Fact]
    public void Markup_that_is_not_escaped_is_constant_or_a_QR_code() => Expect.None(Repository.Sources("src/Participation.Server", ".cs")
        .SelectMany(source => Raw().Matches(source.Text).Where(raw => !Constant().IsMatch(raw.Groups[1].Value)).Select(raw => $"{source.Path}: {raw.Value}")));

    private static IEnumerable<MethodInfo> Generated() => new[] { typeof(SessionCommand).Assembly, typeof(WorkshopShelf).Assembly }
        .SelectMany(assembly => assembly.GetTypes()).SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Where(method => method.IsDefined(typeof(GeneratedRegexAttribute)));

    [GeneratedRegex("\\$@?\"\"\"[\\s\\S]*?\"\"\"|\\$@?\"(?:[^\"\\\\\\n]|\\\\.)*\"")]
    private static partial Regex Made();

    [GeneratedRegex("\\b(?:SELECT|INSERT|UPDATE|DELETE|PRAGMA|VACUUM|ATTACH|CREATE TABLE|DROP|ALTER)\\b|\\{Tables\\}")]
    private static partial Regex Sql();

    [GeneratedRegex("\\{([^{}:]+)[^{}]*\\}")]
    private static partial Regex Hole();

    [GeneratedRegex("\"[^\"]*\\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|PRAGMA|VACUUM)\\b[^\"]*\"\\s*\\+")]
    private static partial Regex Joined();

    [GeneratedRegex("new Regex\\(|Regex\\.(?:IsMatch|Match|Matches|Replace|Split)\\(")]
    private static partial Regex LoosePattern();

    [GeneratedRegex("(?<!\\\\)[*+]|\\{\\d+,\\}")]
    private static partial Regex Endless();

    [GeneratedRegex("\\b(?:HttpClient|IHttpClientFactory|HttpWebRequest|WebRequest|WebClient|TcpClient|UdpClient|SmtpClient|ClientWebSocket|Dns\\.Get\\w+|new Socket)\\b")]
    private static partial Regex Asks();

    [GeneratedRegex("\\bfetch\\s*\\(|node:https?|node:net|node:dgram")]
    private static partial Regex AsksInScript();

    [GeneratedRegex("innerHTML|outerHTML|dangerouslySetInnerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function\\(|srcdoc|DOMParser|createContextualFragment|setHTMLUnsafe|javascript:")]
    private static partial Regex Markup();

    [GeneratedRegex("\\.Raw\\(((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*)\\)")]
    private static partial Regex Raw();

    [GeneratedRegex("^(?:\"(?:[^\"\\\\]|\\\\.)*\"|Styles|style|HtmlFigures\\.Patterns|QrCodes\\.Svg\\(.*\\))\\z")]
    private static partial Regex Constant();
}
