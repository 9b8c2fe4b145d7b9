using System.Globalization;
using System.Text.RegularExpressions;
using Participation.Texts;

namespace Participation.Tests.Laws.Speech;

/// <summary>A count is told under one convention, its number where the language puts it, and reads with one as with many.</summary>
public sealed partial class CountTests
{
    [Fact]
    public void One_and_other_come_together_and_there_is_no_many()
    {
        var known = Said.All.Select(said => said.Key).ToHashSet();
        Expect.None(known.Where(key => key.EndsWith(".many", StringComparison.Ordinal)
            || key.EndsWith(".one", StringComparison.Ordinal) && !known.Contains(key[..^"one".Length] + "other")));
        Expect.None(Said.All.Where(said => said.Key.EndsWith(".other", StringComparison.Ordinal) && said.Text.Contains("{n}", StringComparison.Ordinal))
            .Where(said => !known.Contains(said.Key[..^"other".Length] + "one")));
    }

    [Fact]
    public void A_place_has_a_name() => Expect.None(Said.All.Where(said => Numbered().IsMatch(said.Text)));

    [Fact]
    public void The_form_for_one_says_no_plural() =>
        Expect.None(Said.All.Where(said => said.Key.EndsWith(".one", StringComparison.Ordinal))
            .Where(said => (said.Language switch { "en" => EnglishPlural(), "it" => ItalianPlural(), _ => GermanPlural() }).IsMatch(said.Text)));

    [Fact]
    public void N_stands_before_no_noun() => Expect.None(Said.All.Where(said => BeforeNoun().IsMatch(said.Text)));

    [Fact]
    public void A_share_in_percent_has_its_counts_beside_it() =>
        Expect.None(Said.All.Where(said => said.Text.Contains('%') && !said.OfWorkshop && Place().Count(said.Text) < 3));

    /// <summary>A report is read by people who were not there: a label with a number behind it says neither who did it nor what it means.</summary>
    [Fact]
    public void What_a_report_counts_is_told_in_a_sentence() =>
        Expect.None(Said.All.Where(said => said.Key.StartsWith("report.", StringComparison.Ordinal) && LabelAndNumber().IsMatch(said.Text)));

    [Theory]
    [InlineData("en", "0", "1", "2", "1,234")]
    [InlineData("it", "0", "1", "2", "1.234")]
    [InlineData("de", "0", "1", "2", "1.234")]
    public void Every_count_is_read_with_its_number(string language, params string[] written)
    {
        int[] counts = [0, 1, 2, 1234];
        foreach (var key in Words.Keys(language).Where(key => key.EndsWith(".other", StringComparison.Ordinal)).Select(key => key[..^".other".Length]))
        {
            var shown = !Words.In[language][key + ".other"].Contains("{n}", StringComparison.Ordinal) ? null : written;
            for (var i = 0; shown is not null && i < counts.Length; i++)
            {
                var said = Words.In[language].Count(key, counts[i]);
                Assert.True(said.Contains(shown[i], StringComparison.Ordinal) || counts[i] == 1 || counts[i] == 0 && Words.Keys(language).Contains(key + ".none"), $"{key} says “{said}” of {counts[i]}");
                Assert.DoesNotContain("{n}", said);
            }
        }
        Assert.Equal(written[3], Words.In[language].Number(1234));
    }

    /// <summary>On the 8th and the 11th an Italian article is elided: a date in a slot stands after no article.</summary>
    [Fact]
    public void An_Italian_date_follows_no_article() =>
        Expect.None(Said.In("it").Where(said => DateAfterArticle().IsMatch(said.Text)));

    /// <summary>Quantifiers are bound to shares, with the counts beside them: a fixed text has none.</summary>
    [Fact]
    public void A_fixed_text_of_the_report_says_no_quantity_without_its_figure() =>
        Expect.None(Said.All.Where(said => said.Surface == Surface.Paper && (said.Language switch { "en" => English(), "it" => Italian(), _ => German() }).IsMatch(said.Text)));

    [GeneratedRegex(@"^[^.:]+: \{n\}\.$")]
    private static partial Regex LabelAndNumber();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"(?:\{n\}|^1) (?:more )?(?:people|persons|cards|dots|ideas|answers|ballots|contributions|entries|results|matches|characters|clusters|steps|votes|statements|participants|texts|have|were|are)\b")]
    private static partial Regex EnglishPlural();

    [GeneratedRegex(@"(?:\{n\}|^1) (?:altri |altre )?(?:persone|schede|bollini|idee|risposte|voti|contributi|risultati|caratteri|gruppi|attività (?:previste|svolte)|affermazioni|partecipanti|testi|sono|hanno)\b")]
    private static partial Regex ItalianPlural();

    [GeneratedRegex(@"(?:\{n\}|^1) (?:weitere )?(?:Personen|Karten|Klebepunkte|Ideen|Antworten|Beiträge|Einträge|Ergebnisse|Schritte|Aussagen|Texte|haben|sind|wurden|werden)\b")]
    private static partial Regex GermanPlural();

    [GeneratedRegex(@"n = (?:\{\w+\}|\d+)\s+\p{L}")]
    private static partial Regex BeforeNoun();

    [GeneratedRegex(@"\b(?:il|al|dal|del|nel|sul|entro il|fino al) \{(?:date|time|day|0)\}", RegexOptions.IgnoreCase)]
    private static partial Regex DateAfterArticle();

    [GeneratedRegex(@"\b(?:most|some|nearly all|about half) (?:of )?(?:people|participants|them|the)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();

    [GeneratedRegex(@"\b(?:la maggior parte|quasi tutt[ei]|alcune persone|poche persone|circa metà)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Italian();

    [GeneratedRegex(@"\b(?:die meisten|fast alle|einige|wenige) (?:Personen|Teilnehmenden?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex German();
}
