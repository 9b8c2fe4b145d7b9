using System.Text.RegularExpressions;
using Participation.Activities.DotVote;
using Participation.Activities.Opinions;
using Participation.Reports;
using Participation.Sessions.Reporting;

namespace Participation.Tests.Reports;

/// <summary>A report of one step in which one person gave one thing counts in the singular, in each language.</summary>
public sealed partial class OneOfEachTests
{
    [Theory]
    [InlineData("en", "Its run of show has 1 step.", "1 contribution from participants: 1 shown.", "The tables also list 1 text ")]
    [InlineData("it", "La scaletta prevede 1 attività.", "1 contributo di partecipanti: 1 visibile.", "Le tabelle riportano anche 1 testo ")]
    [InlineData("de", "Der Ablauf hat 1 Schritt.", "1 Beitrag von Teilnehmenden: 1 sichtbar.", "Die Tabellen führen außerdem 1 Text ")]
    public void Steps_contributions_and_texts_of_the_organisers(string language, params string[] sentences)
    {
        var room = new Given(Given.Item("opinions", "opinions", new { question = Given.Text("Agree?"), statements = new[] { Given.Text("S") }, mayAdd = true }, "OP"));
        Assert.Null(room.Do<AddOpinion, OpinionsState>("opinions", room.Seat(), new("Trams at night"), AddOpinionHandler.Decide));
        var report = Sentences(room, language);
        Assert.All(sentences, sentence => Assert.Contains(sentence, report));
        Assert.DoesNotMatch(OneOfMany(), report);
    }

    [Theory]
    [InlineData("en", "Each participant had 1 dot.", "1 person voted.")]
    [InlineData("it", "Ogni partecipante aveva 1 bollino.", "Ha votato 1 persona.")]
    [InlineData("de", "Alle Teilnehmenden hatten je 1 Klebepunkt.", "Abgestimmt hat 1 Person.")]
    public void Dots(string language, params string[] sentences)
    {
        var room = new Given(Given.Item("vote", "dot-vote",
            new { question = Given.Text("Which first?"), budget = 1, maxPerItem = 1, options = new[] { new { id = "a", label = Given.Text("A") }, new { id = "b", label = Given.Text("B") } } }, "DV"));
        Assert.Null(room.Do<CastDots, DotVoteState>("vote", room.Seat(), new(new Dictionary<string, int> { ["a"] = 1 }), CastDotsHandler.Decide));
        var report = Sentences(room, language);
        Assert.All(sentences, sentence => Assert.Contains(sentence, report));
        Assert.DoesNotMatch(OneOfMany(), report);
    }

    [Fact]
    public void Where_participants_gave_nothing_the_annex_says_so()
    {
        var room = new Given(Given.Item("opinions", "opinions", new { question = Given.Text("Agree?"), statements = new[] { Given.Text("S") } }, "OP"));
        Assert.Contains("No contributions were collected.", Sentences(room, "en"));
    }

    private static string Sentences(Given room, string language) => string.Join('\n',
        SynthesisReport.Of(room.State, new(language, TimeZoneInfo.Utc, new string('0', 64))).Sections.SelectMany(section => section.Blocks).OfType<Paragraph>().Select(paragraph => paragraph.Text));

    /// <summary>A one before what is many.</summary>
    [GeneratedRegex(@"\b1 (contributions|texts|steps|dots|statements|people|votes|answers|contributi|testi|bollini|affermazioni|persone|voti|risposte|Beiträge|Texte|Schritte|Klebepunkte|Aussagen|Personen|Antworten)\b")]
    private static partial Regex OneOfMany();
}
