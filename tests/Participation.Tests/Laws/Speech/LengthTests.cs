using System.Text.RegularExpressions;

namespace Participation.Tests.Laws.Speech;

/// <summary>A sentence can be taken in at once: twenty words on a screen, twenty-four on paper; a button is read at a glance.</summary>
public sealed partial class LengthTests
{
    /// <summary>What a workshop's author says on slides is read aloud, and a workshop's notice has its own model.</summary>
    private static int Most(Said said) => said.Surface is Surface.Paper or Surface.Author ? 24 : 20;

    [Fact]
    public void A_sentence_has_no_more_words_than_its_reader_can_take() =>
        Expect.None(Said.All.SelectMany(said => Sentences(said.Text).Select(sentence => (said, n: Words(sentence))))
            .Where(counted => counted.n > Most(counted.said)).Select(counted => $"{counted.n} words: {counted.said}"));

    [Fact]
    public void A_phone_and_a_wall_know_no_semicolon() =>
        Expect.None(Said.All.Where(said => said.Surface is Surface.Person or Surface.Wall && said.Text.Contains(';')));

    [Fact]
    public void Brackets_stand_in_no_brackets() => Expect.None(Said.All.Where(said => Nested().IsMatch(said.Text)));

    [Fact]
    public void Please_is_said_once() => Expect.None(Said.All.Where(said => Please().Count(said.Text) > 1));

    [Fact]
    public void A_button_fits_beside_another()
    {
        var buttons = Repository.Sources("src", ".tsx").SelectMany(source => Button().Matches(source.Text)).Select(match => match.Groups["key"].Value).ToHashSet();
        Assert.True(buttons.Count > 40, $"only {buttons.Count} buttons were found");
        Expect.None(Said.All.Where(said => buttons.Contains(said.Key) && Place().Replace(said.Text, "").Length > (said.Language == "de" ? 28 : 24))
            .Select(said => $"{said.Text.Length} letters: {said}"));
    }

    private static IEnumerable<string> Sentences(string text) => End().Split(text);

    private static int Words(string sentence) => Word().Count(sentence);

    [GeneratedRegex(@"[.?:](?=\s|$)|\n")]
    private static partial Regex End();

    [GeneratedRegex(@"[\p{L}\p{N}{}]+(?:[’'.\-‑/][\p{L}\p{N}{}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\([^)]*\(")]
    private static partial Regex Nested();

    [GeneratedRegex(@"\b(?:please|bitte)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Please();

    [GeneratedRegex("\\{t\\(\"(?<key>[a-z.-]+)\"\\)\\}\\s*</button>")]
    private static partial Regex Button();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();
}
