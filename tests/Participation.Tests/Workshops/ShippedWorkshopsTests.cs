using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Participation.Texts;
using Participation.Workshops;

namespace Participation.Tests.Workshops;

/// <summary>The workshops of the repository are right, and written in three languages, not in one.</summary>
public sealed partial class ShippedWorkshopsTests
{
    /// <summary>Proper names and letters that are the same in every language.</summary>
    private static readonly IReadOnlyList<string> SameEverywhere = ["zones.alto-milanese", "zones.nord-ovest", "zones.nord-milano", "zones.adda-martesana", "zones.sud-est", "zones.sud-ovest", "categories.innovation"];

    public static TheoryData<string> Slugs => [.. Directory.GetDirectories(Root())
        .Where(folder => File.Exists(Path.Combine(folder, WorkshopFile.Name))).Select(folder => Path.GetFileName(folder)!).Order()];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void It_can_be_held(string slug)
    {
        var workshop = Read(slug);

        Assert.NotEmpty(workshop.Agenda);
        Assert.Equal(workshop.Agenda.Count, workshop.Agenda.Select(item => item.Mark).Distinct().Count());
        Assert.InRange(workshop.Minutes, 30, 480);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Its_texts_are_written_in_each_language(string slug)
    {
        var texts = LocalText.Languages.Select(language => JsonSerializer.Deserialize<Dictionary<string, string>>(
            File.ReadAllText(Path.Combine(Root(), slug, $"texts.{language}.json")))!).ToList();

        Assert.All(texts[0].Keys.Except(SameEverywhere), key =>
            Assert.Equal(3, texts.Select(language => language[key]).Distinct().Count()));
    }

    /// <summary>Who answers for the data the door says, from the settings: whatever a workshop said beside it could only be another.</summary>
    [Theory]
    [MemberData(nameof(Slugs))]
    public void Its_notice_names_nobody_as_responsible_for_the_data(string slug) => Assert.All(LocalText.Languages, language =>
        Assert.DoesNotMatch(Responsible(), Read(slug).Consent.In(language)));

    [Theory]
    [InlineData("The organisers are responsible for the answers.")]
    [InlineData("Controller: the metropolitan city.")]
    [InlineData("Chi organizza è responsabile delle risposte e le conserva.")]
    [InlineData("Titolare del trattamento: la Città metropolitana.")]
    [InlineData("Die Veranstaltenden sind für die Antworten verantwortlich.")]
    [InlineData("Zuständig ist die Stadt.")]
    public void The_law_sees_who_is_named_as_responsible(string sentence) => Assert.Matches(Responsible(), sentence);

    /// <summary>What OPERATIONS.md offers for a notice stands beside the same line of the door. A processor, who is another, may be named.</summary>
    [Fact]
    public void The_notice_that_the_house_offers_begins_behind_the_controller() =>
        Assert.DoesNotMatch(@"\*\* (?:Controller|Titolare del trattamento|Verantwortlich):", Laws.Repository.Read("src/OPERATIONS.md"));

    [GeneratedRegex(@"\b(?:responsib|controller|in charge|responsabil|titolar|verantwort|zuständig)", RegexOptions.IgnoreCase)]
    private static partial Regex Responsible();

    [Fact]
    public void The_idea_map_follows_its_eight_steps()
    {
        var workshop = Read("mappa-delle-idee");

        Assert.Equal(["slide", "ideas", "clusters", "clusters", "clusters", "clusters", "dot-vote", "clusters", "slide"], workshop.Agenda.Select(item => item.Kind));
        Assert.Equal([5, 10, 15, 15, 15, 10, 10, 15, 5], workshop.Agenda.Select(item => item.Minutes));
        Assert.All(workshop.Agenda.Where(item => item.Kind is "ideas" or "dot-vote"), item => Assert.True(item.Hidden));
        Assert.Equal(8, workshop.Zones.Count);
    }

    internal static Participation.Workshops.Workshop Read(string slug) => WorkshopFile.Read(slug, WorkshopFile.Names
        .Where(name => File.Exists(Path.Combine(Root(), slug, name)))
        .ToDictionary(name => name, name => File.ReadAllText(Path.Combine(Root(), slug, name))));

    internal static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../workshops"));
}
