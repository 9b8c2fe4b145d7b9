using FsCheck;
using FsCheck.Fluent;
using Participation.Texts;

namespace Participation.Tests.Reports;

/// <summary>Where no markup keeps a text to itself, it cannot turn round what stands beside it.</summary>
public sealed class PlainDirectionTests
{
    [Theory]
    [InlineData("gpj\u202Eexe.", "gpjexe.")]
    [InlineData("a\u202Bb\u202Cc", "abc")]
    [InlineData("a\u2067b", "ab")]
    [InlineData("a\u2067b\u2069c", "a\u2067b\u2069c")]
    [InlineData("a\u2069b", "ab")]
    [InlineData("\u2066\u2067a\u2069", "\u2066a\u2069")]
    [InlineData("a\u2067b\nc\u2069", "ab\nc")]
    [InlineData("total\u200F", "total")]
    [InlineData("C++\u200E ו-C\u200F", "C++\u200E ו-C\u200F")]
    [InlineData("نعم\u061C (1)", "نعم\u061C (1)")]
    [InlineData("più alberi", "più alberi")]
    public void What_would_turn_its_neighbours_is_closed_or_gone(string typed, string plain)
    {
        // Of two that nothing closes the inner one is taken first, so one pair holds: which of the two does not matter to what stands beside it.
        if (typed.StartsWith("\u2066\u2067", StringComparison.Ordinal)) Assert.Equal(plain.Length, PlainDirection.Of(typed).Length);
        else Assert.Equal(plain, PlainDirection.Of(typed));
    }

    [Fact]
    public void Whatever_is_typed_every_paragraph_closes_what_it_opens_and_no_other_sign_is_touched() => Prop.ForAll(
        Gen.Elements("ab\n\u2029 שa\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u2069\u200E\u200F\u061C\u206F,1".ToCharArray()).ListOf().Select(signs => new string([.. signs])).ToArbitrary(),
        typed =>
        {
            var plain = PlainDirection.Of(typed);
            return plain.Split('\n', '\u2029').All(Closes) && Without(plain) == Without(typed) && (plain.Any(sign => sign is 'ש') || !plain.Any(sign => sign is '\u200E' or '\u200F' or '\u061C'))
                && PlainDirection.Of(plain) == plain;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_sentence_of_the_house_goes_on_as_it_was_written_behind_a_name()
    {
        var sentence = Words.In["en"]["report.result.not-treated", ("step", "\u202Eabc")];
        Assert.DoesNotContain('\u202E', sentence);
        Assert.DoesNotContain('\u202E', Words.Refusal("workshop.unknown", "\u202Eabc").En);
    }

    private static bool Closes(string paragraph)
    {
        var open = 0;
        foreach (var sign in paragraph)
        {
            if (sign is (>= '\u202A' and <= '\u202E') or (>= '\u206A' and <= '\u206F')) return false;
            if (sign is >= '\u2066' and <= '\u2068') open++;
            if (sign == '\u2069' && --open < 0) return false;
        }
        return open == 0;
    }

    private static string Without(string text) =>
        new([.. text.Where(sign => sign is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u206F') or '\u200E' or '\u200F' or '\u061C'))]);
}
