using System.Text.RegularExpressions;
using Participation.Journal;
using Participation.Sessions;
using Participation.Texts;

namespace Participation.Tests.Laws;

/// <summary>Every reason that the server gives has words in each language, and no words wait for a reason that nobody gives.</summary>
public sealed partial class RefusalTests
{
    /// <summary>Codes that no person reads, and what becomes of them.</summary>
    private static readonly Dictionary<string, string> Wordless = new()
    {
        ["journal.gap"] = "the desk answers journal.failed",
        ["journal.exists"] = "only an import asks",
        ["journal.broken-chain"] = "only an import asks",
        ["journal.unreadable"] = "only an import asks",
        ["journal.not-a-session-file"] = "only an import asks",
        ["seat.moved"] = "said to the program of a phone, which joins again",
    };

    private static readonly HashSet<string> Codes = Used();

    [Theory, InlineData("en"), InlineData("it"), InlineData("de")]
    public void Every_refusal_has_words(string language) =>
        Expect.None(Codes.Where(code => !Wordless.ContainsKey(code)).Select(code => $"refusal.{code}").Except(Words.Keys(language)));

    [Theory, InlineData("en"), InlineData("it"), InlineData("de")]
    public void No_words_without_a_refusal(string language) =>
        Expect.None(Words.Keys(language).Where(key => key.StartsWith("refusal.", StringComparison.Ordinal) && key != "refusal.other")
            .Select(key => key["refusal.".Length..]).Except(Codes));

    [Fact]
    public void What_needs_no_words_is_still_in_use() => Expect.None(Wordless.Keys.Except(Codes));

    [Fact]
    public void A_refusal_of_a_kind_begins_with_it_or_belongs_to_the_house()
    {
        var kinds = ActivityKinds.All.Select(kind => kind.Kind).ToHashSet();
        string[] house = ["account", "ballot", "command", "contribution", "invitation", "join", "journal", "password", "report", "request", "seat", "session", "setup", "sign-in", "step", "text", "timer", "workshop"];
        Assert.DoesNotContain(Codes, code => !house.Contains(code.Split('.')[0]) && !kinds.Contains(code.Split('.')[0]));
    }

    /// <summary>Every word in the sources that has the form of a code and is not the name of an event, a command, a text or a file.</summary>
    private static HashSet<string> Used()
    {
        var others = EventNames.All.Select(EventNames.Of).Concat(CommandNames.All.Keys).Concat(Words.Keys("en").Where(key => !key.StartsWith("refusal.", StringComparison.Ordinal)))
            .SelectMany(key => (string[])[key, Ending().Replace(key, "")]).ToHashSet();
        // Some codes are named like the event of the same kind: session.closed, step.closed. What refuses says so.
        return Repository.Sources("src", ".cs")
            .SelectMany(source => Refusing().Matches(source.Text).Select(match => match.Groups["code"].Value)
                .Concat(Literal().Matches(source.Text).Select(match => match.Groups["code"].Value).Where(code => !others.Contains(code) && !IsFile(code))))
            .ToHashSet();
    }

    private static bool IsFile(string code) => code.Split('.')[1] is "json" or "html" or "mjs" or "sh" or "db" or "key" or "sql" or "css" or "typ" or "pdf" or "csv" or "svg" or "other";

    [GeneratedRegex("\"(?<code>[a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("(?:Refuse|Later|new Refusal|HubException|JournalException)\\((?:StatusCodes\\.\\w+, )?\"(?<code>[a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"")]
    private static partial Regex Refusing();

    [GeneratedRegex("\\.(?:one|many|other)$")]
    private static partial Regex Ending();
}
