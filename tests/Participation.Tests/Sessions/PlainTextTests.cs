using Participation.Server.Accounts;
using Participation.Sessions;

namespace Participation.Tests.Sessions;

/// <summary>What is made of a text before it is kept: nothing that a person sees is lost, and what shows nothing is no text.</summary>
public sealed class PlainTextTests
{
    [Theory]
    [InlineData("one\u000Btwo", "one\ntwo")]
    [InlineData("one\u000Ctwo", "one\ntwo")]
    [InlineData("one\u0085two", "one\ntwo")]
    [InlineData("one\u2028two\u2029three", "one\ntwo\nthree")]
    [InlineData("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour")]
    [InlineData("\r\n\u0085\r", "")]
    [InlineData("exam\u0002ple", "example")]
    [InlineData("\0a\u0007b\u001Bc\u007Fd\u009Fe", "abcde")]
    [InlineData("one\u001Ctwo\u001Dthree\u001Efour\u001Ffive", "one two three four five")]
    [InlineData("e\u0002\u0301", "é")]
    [InlineData("\ttab and\u00a0blank ", "\ttab and\u00a0blank ")]
    [InlineData("👨‍👩‍👧 \u200Fעברית", "👨‍👩‍👧 \u200Fעברית")]
    public void Line_ends_become_line_ends_and_other_controls_vanish_or_become_a_blank(string pasted, string kept) =>
        Assert.Equal((kept, kept.Length == 0 ? "text.empty" : null), (PlainText.Check(pasted, 100).Text, PlainText.Check(pasted, 100).Refused?.Code));

    [Fact]
    public void What_vanishes_counts_for_no_limit() => Assert.Equal("abc", PlainText.Check("a\u0002b\u0002c", 3).Text);

    public static TheoryData<string> Blanks =>
    [
        "", " ", "\u00a0\u3000\t\n", "\u2800", "\u3164", "\u115F", "\u1160", "\uFFA0", "\u115F\u1160", "\u200B\u200D\uFEFF", "\u00AD", "\u034F", "\u061C", "\u17B4\u17B5", "\u180B\u180E\u180F",
        "\uFE00\uFE0F", "\u2060\u2061\u2065", "\uFFF9\uFFFB", "\U000E0020\U000E007F", "\U000E0100", "\U0001D159", "\U0001D173", "\U00013441", "\u0002\u0007", "\u2028",
    ];

    [Theory, MemberData(nameof(Blanks))]
    public void What_shows_nothing_is_no_text_and_no_place(string blank)
    {
        Assert.Equal(("", "text.empty"), (PlainText.Check(blank, 100).Text, PlainText.Check(blank, 100).Refused?.Code));
        Assert.Equal((null, null), PlainText.CheckOptional(blank, 100));
    }

    [Theory]
    [InlineData("\u1112\u1161\u11AB")]
    [InlineData("한글")]
    [InlineData("⠃⠗⠁⠊⠇⠇⠑⠀⠊⠎")]
    [InlineData("🏳️‍🌈")]
    [InlineData("க்ஷ")]
    [InlineData("☂\uFE0F")]
    public void Blank_letters_within_what_shows_stay(string text) => Assert.Null(PlainText.Check(text, 100).Refused);

    [Theory]
    [InlineData("A\u3164da")]
    [InlineData("Ada\u2800")]
    [InlineData("A\u034Fda")]
    [InlineData("Ada\u0002")]
    public void A_name_with_a_letter_that_shows_nothing_is_the_name_without_it(string name) => Assert.Equal(Account.Key("Ada"), Account.Key(name));

    [Fact]
    public void A_password_that_holds_what_no_field_shows_is_refused_not_changed() =>
        Assert.Equal("text.control-character", PasswordRule.Refused("nine trams\u0085to the lake", "Ada"));
}
