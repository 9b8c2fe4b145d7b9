using System.Text.RegularExpressions;
using Participation.Journal;
using Participation.Sessions;
using Participation.Texts;

namespace Participation.Tests.Laws.Speech;

/// <summary>A text that no code asks for is read by nobody and kept right by nobody: there is none.</summary>
public sealed partial class UnusedTextTests
{
    private static readonly IReadOnlyList<Source> Sources =
        [.. Repository.Sources("src", ".ts", ".tsx", ".cs").Where(source => !source.Path.Contains("/test/", StringComparison.Ordinal))];

    private static readonly HashSet<string> Asked = [.. Sources.SelectMany(source => Quoted().Matches(source.Text)).Select(match => match.Groups["key"].Value)];

    /// <summary>What begins or ends with the words of a key: <c>`phone.${status}.title`</c>, <c>$"report.status.{name}"</c>.</summary>
    private static readonly IReadOnlyList<Regex> Templates =
    [
        .. Sources.SelectMany(source => (source.Name.EndsWith(".cs", StringComparison.Ordinal) ? Interpolated() : Backticked()).Matches(source.Text))
            .Select(match => match.Groups["key"].Value).Distinct().Select(template => Place().Replace(template, "\0"))
            .Where(template => template.Contains('\0') && template.Count(char.IsLetter) > 2 && template.All(c => c is '.' or '-' or '\0' || char.IsAsciiLetterOrDigit(c)))
            .Select(template => new Regex($"^{Regex.Escape(template).Replace("\0", "[a-z0-9-]*", StringComparison.Ordinal)}$")),
    ];

    [Fact]
    public void Every_text_is_asked_for_somewhere()
    {
        Assert.True(Asked.Count > 300 && Templates.Count > 20, $"{Asked.Count} keys and {Templates.Count} templates were found");
        Expect.None(Words.Keys("en").Where(key => !IsAsked(key)));
    }

    /// <summary>The button that undoes names an act on the stage, what was typed for somebody else, or what a hand did in a step: those events have a name, and no others.</summary>
    [Fact]
    public void An_act_has_a_name_exactly_when_it_can_be_undone()
    {
        var undone = EventNames.All.Where(type => type.IsAssignableTo(typeof(ActEvent)) || type.IsAssignableTo(typeof(ContributionGiven)) || type.IsAssignableTo(typeof(IDeed))).Select(EventNames.Of).ToList();
        Assert.NotEmpty(undone);
        var named = Words.Keys("en").Where(key => key.Contains(".act.", StringComparison.Ordinal) && key != "console.act.other")
            .Select(key => key.StartsWith("console.act.", StringComparison.Ordinal) ? string.Join('.', key["console.act.".Length..].Split('.').Take(2)) : string.Join('.', key.Replace(".act.", ".", StringComparison.Ordinal).Split('.').Take(2))).ToList();
        Expect.None(named.Except(undone).Select(name => $"{name} is never shown"));
        Expect.None(undone.Except(named).Select(name => $"{name} has no name"));
    }

    private static bool IsAsked(string key)
    {
        // RefusalTests holds each refusal against what is thrown, and the law above each act; a scribe's page puts its own words in the place of the phone's.
        if (key.StartsWith("refusal.", StringComparison.Ordinal) || key.Contains(".act.", StringComparison.Ordinal)) return true;
        var whole = Counted().Replace(key, "");
        return Asked.Contains(key) || Asked.Contains(whole) || Templates.Any(template => template.IsMatch(key) || template.IsMatch(whole))
            || key.StartsWith("scribe.", StringComparison.Ordinal) && IsAsked("phone." + key["scribe.".Length..]);
    }

    [GeneratedRegex("[\"`](?<key>[a-z0-9-]+(?:\\.[a-z0-9-]+)+)[\"`]")]
    private static partial Regex Quoted();

    [GeneratedRegex("`(?<key>[^`]*)`")]
    private static partial Regex Backticked();

    [GeneratedRegex("\\$\"(?<key>(?:[^\"{}]|\\{[^{}]*\\})*)\"")]
    private static partial Regex Interpolated();

    [GeneratedRegex(@"\$?\{[^{}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\.(?:one|other|none)$")]
    private static partial Regex Counted();
}
