using Participation.Activities.Opinions;
using Participation.Reports;
using Participation.Sessions;
using Participation.Sessions.Reporting;
using Participation.Tests.Activities;
using Participation.Tests.Laws.Speech;

namespace Participation.Tests.Reports;

/// <summary>A report of one step in which one person gave one thing counts in the singular, in each language.</summary>
public sealed class OneOfEachTests
{
    [Theory]
    [InlineData("en", "Its run of show has 1 step.", "1 contribution from participants: 1 shown.", "The tables also list 1 text ")]
    [InlineData("it", "La scaletta prevede 1 attività.", "1 contributo di partecipanti: 1 visibile.", "Le tabelle riportano anche 1 testo ")]
    [InlineData("de", "Der Ablauf hat 1 Schritt.", "1 Beitrag von Teilnehmenden: 1 sichtbar.", "Die Tabellen führen außerdem 1 Text ")]
    public void Steps_contributions_and_texts_of_the_organisers(string language, params string[] sentences)
    {
        var room = new Given(Given.Item("opinions", "opinions", new { question = Given.Text("Agree?"), statements = new[] { Given.Text("S") }, mayAdd = true }, "OP"));
        Assert.Null(room.Do<AddOpinion, OpinionsSettings, OpinionsState>("opinions", room.Seat(), new("Trams at night"), AddOpinionHandler.Decide));
        var report = Sentences(room.State, language);
        Assert.All(sentences, sentence => Assert.Contains(sentence, report));
        Assert.DoesNotMatch(OneOfMany.In(language), report);
    }

    /// <summary>What each kind prints is looked at by the laws of paper; here is all that stands around it.</summary>
    [Theory, InlineData("en"), InlineData("it"), InlineData("de")]
    public async Task A_report_of_one_of_each_kind(string language)
    {
        var report = Sentences(await FullRoom.OfOne, language);
        Assert.True(report.Split('\n').Length > 30, report);
        Assert.DoesNotMatch(OneOfMany.In(language), report);
    }

    [Fact]
    public void Where_participants_gave_nothing_the_annex_says_so()
    {
        var room = new Given(Given.Item("opinions", "opinions", new { question = Given.Text("Agree?"), statements = new[] { Given.Text("S") } }, "OP"));
        Assert.Contains("No contributions were collected.", Sentences(room.State, "en"));
    }

    private static string Sentences(SessionState session, string language) => string.Join('\n',
        SynthesisReport.Of(session, new(language, TimeZoneInfo.Utc, new string('0', 64))).Sections.SelectMany(section => section.Blocks).OfType<Paragraph>().Select(paragraph => paragraph.Text));
}
