using System.Text.RegularExpressions;

namespace Participation.Tests.Laws.Speech;

/// <summary>Quotes, apostrophes, ellipses, dashes, percents and numbers are set as each language sets them.</summary>
public sealed partial class SignTests
{
    private const string NoBreak = "\u00a0";

    /// <summary>What no language wants.</summary>
    private static readonly Dictionary<string, Regex> Never = new()
    {
        ["an exclamation mark"] = Exclamation(),
        ["a straight quote or apostrophe"] = Straight(),
        ["three dots for an ellipsis"] = Dots(),
        ["a double blank, or a blank at an end"] = Blanks(),
        ["a long dash"] = LongDash(),
        ["a hyphen for a minus"] = Minus(),
        ["a hyphen for a range"] = Range(),
        ["a number of which a line may leave its letters"] = CardNumber(),
    };

    private static readonly Dictionary<(string Language, string What), Regex> Own = new()
    {
        [("en", "a blank before the ellipsis")] = BlankEllipsis(),
        [("it", "a blank before the ellipsis")] = BlankEllipsis(),
        [("de", "no no-break blank before the ellipsis")] = GermanEllipsis(),
        [("en", "a dash where a colon or comma belongs")] = Dash(),
        [("it", "a dash where a colon or comma belongs")] = Dash(),
        [("en", "foreign quotes")] = NotEnglish(),
        [("it", "foreign quotes, or a blank inside of them")] = NotItalian(),
        [("de", "foreign quotes")] = NotGerman(),
        [("en", "a thousand without its comma, or with a point")] = NotEnglishThousand(),
        [("it", "a thousand without its point, or with a comma")] = NotContinentalThousand(),
        [("de", "a thousand without its point, or with a comma")] = NotContinentalThousand(),
        [("en", "a blank before the percent")] = BlankPercent(),
        [("it", "a blank before the percent")] = BlankPercent(),
        [("de", "no no-break blank before the percent")] = GermanPercent(),
        [("en", "a clock of twelve hours")] = TwelveHours(),
        [("it", "a clock of twelve hours")] = TwelveHours(),
        [("de", "a clock of twelve hours")] = TwelveHours(),
    };

    [Fact]
    public void No_text_has_a_sign_that_no_language_wants() =>
        Expect.None(Never.SelectMany(rule => Said.All.Where(said => rule.Value.IsMatch(said.Text)).Select(said => $"{rule.Key}: {said}")));

    [Fact]
    public void A_text_has_the_signs_of_its_language() =>
        Expect.None(Own.SelectMany(rule => Said.In(rule.Key.Language).Where(said => rule.Value.IsMatch(said.Text)).Select(said => $"{rule.Key.What}: {said}")));

    [Theory]
    [InlineData("en", "Wait …", "“a„", "1.234", "9 pm")]
    [InlineData("it", "Attendi …", "“a”", "1,234", "alle 9 pm")]
    [InlineData("de", "Wartet…", "“a”", "1,234", "5%")]
    public void The_rules_see_what_they_are_for(string language, params string[] wrong) =>
        Assert.All(wrong, text => Assert.Contains(Own, rule => rule.Key.Language == language && rule.Value.IsMatch(text)));

    [GeneratedRegex("!")]
    private static partial Regex Exclamation();

    [GeneratedRegex("[\"'`´]")]
    private static partial Regex Straight();

    [GeneratedRegex(@"\.\.")]
    private static partial Regex Dots();

    [GeneratedRegex(@"  |^\s|\s$")]
    private static partial Regex Blanks();

    [GeneratedRegex("—")]
    private static partial Regex LongDash();

    [GeneratedRegex(@"(?<![\w/])-[\d{]")]
    private static partial Regex Minus();

    [GeneratedRegex(@"[\d}]-[\d{]")]
    private static partial Regex Range();

    [GeneratedRegex(@"\b[A-Z]{2}-\d{3}\b")]
    private static partial Regex CardNumber();

    [GeneratedRegex(@"\s…")]
    private static partial Regex BlankEllipsis();

    [GeneratedRegex("(?<!" + NoBreak + ")…")]
    private static partial Regex GermanEllipsis();

    [GeneratedRegex(@"(?<=\s)[–-](?=\s)(?<!\n-)|^- ")]
    private static partial Regex Dash();

    [GeneratedRegex("[«»„‚]")]
    private static partial Regex NotEnglish();

    [GeneratedRegex(@"[„‚‘]|«\s|\s»|(?<!«[^»]*)[“”]")]
    private static partial Regex NotItalian();

    [GeneratedRegex("[«»”’]")]
    private static partial Regex NotGerman();

    [GeneratedRegex(@"(?<![\d.,/-])\d{4,}(?!\d)(?<!(?:19|20)\d\d)|\b\d{1,3}\.\d{3}\b")]
    private static partial Regex NotEnglishThousand();

    [GeneratedRegex(@"(?<![\d.,/-])\d{4,}(?!\d)(?<!(?:19|20)\d\d)|\b\d{1,3},\d{3}\b")]
    private static partial Regex NotContinentalThousand();

    [GeneratedRegex(@"\s%")]
    private static partial Regex BlankPercent();

    [GeneratedRegex("(?<!" + NoBreak + ")%")]
    private static partial Regex GermanPercent();

    [GeneratedRegex(@"\b\d{1,2} ?(?:am|pm|a\.m|p\.m)\b")]
    private static partial Regex TwelveHours();
}
