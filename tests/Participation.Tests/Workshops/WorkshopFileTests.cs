using Participation.Activities.Ideas;
using Participation.Sessions;
using Participation.Texts;
using Participation.Workshops;

namespace Participation.Tests.Workshops;

public sealed class WorkshopFileTests
{
    private const string German = "texts.de.json";

    [Fact]
    public void A_folder_becomes_a_workshop_with_its_texts_in_every_language()
    {
        var workshop = WorkshopFile.Read("small", Folder.Files());

        Assert.Equal(("small", "it", 25), (workshop.Slug, workshop.Language, workshop.Minutes));
        Assert.Equal(new LocalText("Small en", "Small it", "Small de"), workshop.Title);
        Assert.Equal([new Option("sud-est", new("Sud Est en", "Sud Est it", "Sud Est de"))], workshop.Zones);
        Assert.Equal(["SL", "IM", "ID"], workshop.Agenda.Select(item => item.Mark));
        Assert.Equal((true, Moderation.Before, "writing"), (workshop.Agenda[1].Hidden, workshop.Agenda[2].Moderation, workshop.Agenda[2].Continues));
        var settings = Assert.IsType<IdeasSettings>(ActivityKinds.Of("ideas").Read(workshop.Agenda[1].Settings));
        Assert.Equal(("What? de", 200), (settings.Question.De, settings.Limit));
    }

    [Fact]
    public void A_session_opens_with_a_copy_of_it()
    {
        var workshop = WorkshopFile.Read("small", Folder.Files());
        var until = new DateTimeOffset(2026, 11, 22, 18, 0, 0, TimeSpan.Zero);

        var opened = workshop.Open(null, "ABC234", until);
        var other = workshop.Open("de", "ABC234", until, [], new LocalText("Ours", "Nostro", "Unseres"));

        Assert.Equal(("small", "it", "ABC234", until), (opened.Workshop, opened.Language, opened.Code, opened.CodeUntil));
        Assert.Equal([new Table("one", "Sud Est")], opened.Tables);
        Assert.Equal(("de", "Ours", 0), (other.Language, other.Title.En, other.Tables.Count));
    }

    [Theory]
    [InlineData("\"minutes\": 5", "\"minutes\": 5,,", "workshop.not-json", "$.agenda[0].minutes", 8)]
    [InlineData("\"language\": \"it\"", "\"language\": \"\\ud800\"", "workshop.not-json", "$.language", 2)]
    [InlineData("\"title\": \"@title\"", "\"title\": \"@title\", \"title\": \"@title\"", "workshop.duplicate-member", "$.title", 2)]
    [InlineData("\"zones\"", "\"regions\"", "workshop.unknown-member", "$.regions", 4)]
    [InlineData("\"minutes\": 5", "\"Minutes\": 5", "workshop.unknown-member", "$.agenda[0].Minutes", 8)]
    [InlineData("\"limit\": 200", "\"limits\": 200", "workshop.unknown-member", "$.agenda[1].settings.limits", 16)]
    [InlineData("\"limit\": 200", "\"limit\": \"200\"", "workshop.wrong-value", "$.agenda[1].settings.limit", 16)]
    [InlineData("\"limit\": 200", "\"categories\": [{ \"id\": \"a\" }]", "workshop.missing-member", "$.agenda[1].settings.categories[0].label", 16)]
    [InlineData("\"limit\": 200", "\"categories\": [null]", "workshop.wrong-value", "$.agenda[1].settings.categories[0]", 16)]
    [InlineData("\"idea\"]", "\"dream\"]", "workshop.wrong-value", "$.agenda[1].settings.kinds[1]", 15)]
    [InlineData("{ \"body\": \"@welcome.body\" }", "{ \"body\": null }", "workshop.wrong-value", "$.agenda[0].settings.body", 9)]
    [InlineData("{ \"body\": \"@welcome.body\" }", "{}", "workshop.missing-member", "$.agenda[0].settings.body", 9)]
    [InlineData("{ \"body\": \"@welcome.body\" }", "null", "workshop.wrong-value", "$.agenda[0].settings", 9)]
    [InlineData("{ \"body\": \"@welcome.body\" }", "{ \"body\": \"welcome\" }", "workshop.wrong-value", "$.agenda[0].settings.body", 9)]
    [InlineData("\"consent\": \"@consent\", ", "", "workshop.missing-member", "$.consent", 1)]
    [InlineData(", \"minutes\": 5", "", "workshop.missing-member", "$.agenda[0].minutes", 7)]
    [InlineData("\"minutes\": 5", "\"minutes\": 0", "workshop.wrong-minutes", "$.agenda[0].minutes", 8)]
    [InlineData("\"minutes\": 5", "\"minutes\": 481", "workshop.wrong-minutes", "$.agenda[0].minutes", 8)]
    [InlineData("\"minutes\": 5", "\"minutes\": 2.5", "workshop.wrong-value", "$.agenda[0].minutes", 8)]
    [InlineData("\"slide\"", "\"quiz\"", "workshop.unknown-kind", "$.agenda[0].kind", 8)]
    [InlineData("\"@types.university\" }", "\"@types.university\", \"class\": \"x\" }", "workshop.unknown-class", "$.types[0].class", 3)]
    [InlineData("\"@types.university\" }],", "\"@types.university\" }], \"classes\": [{ \"id\": \"x\", \"label\": \"@title\" }],", "workshop.empty-class", "$.classes[0]", 3)]
    [InlineData("\"@types.university\" }],", "\"@types.university\", \"class\": \"university\" }], \"classes\": [{ \"id\": \"university\", \"label\": \"@title\" }],", "workshop.duplicate-id", "$.classes[0].id", 3)]
    [InlineData("\"more\"", "\"writing\"", "workshop.duplicate-id", "$.agenda[2].id", 20)]
    [InlineData("\"more\"", "\"More\"", "workshop.wrong-id", "$.agenda[2].id", 20)]
    [InlineData("\"id\": \"university\"", "\"id\": \"università\"", "workshop.wrong-id", "$.types[0].id", 3)]
    [InlineData("\"zones\": [", "\"zones\": [{ \"id\": \"sud-est\", \"label\": \"@title\" }, ", "workshop.duplicate-id", "$.zones[1].id", 4)]
    [InlineData("\"tables\": [", "\"tables\": [{ \"id\": \"one\", \"name\": \"Uno\" }, ", "workshop.duplicate-id", "$.tables[1].id", 5)]
    [InlineData("\"IM\"", "\"Im\"", "workshop.wrong-mark", "$.agenda[1].mark", 12)]
    [InlineData("\"id\": \"more\"", "\"id\": \"more\", \"mark\": \"IM\"", "workshop.duplicate-mark", "$.agenda[2].mark", 20)]
    [InlineData("\"continues\": \"writing\"", "\"continues\": \"nothing\"", "workshop.not-earlier", "$.agenda[2].continues", 20)]
    [InlineData("\"continues\": \"writing\"", "\"continues\": \"more\"", "workshop.not-earlier", "$.agenda[2].continues", 20)]
    [InlineData("\"continues\": \"writing\"", "\"continues\": \"welcome\"", "workshop.other-kind", "$.agenda[2].continues", 20)]
    [InlineData("\"language\": \"it\"", "\"language\": \"fr\"", "workshop.wrong-language", "$.language", 2)]
    [InlineData("\"@title\"", "\"@heading\"", "workshop.unknown-text", "$.title", 2)]
    public void What_is_wrong_is_named_with_its_place(string old, string other, string code, string place, int line)
    {
        var refused = Folder.Refused(old, other);

        Assert.Equal((code, "workshop.json", place, line), (refused.Code, refused.File, refused.Place, refused.Line));
        Assert.All(LocalText.Languages, language => Assert.DoesNotContain("workshop.", refused.Reason.In(language), StringComparison.Ordinal));
    }

    [Fact]
    public void An_agenda_needs_an_item()
    {
        var files = Folder.Files();
        files[WorkshopFile.Name] = """{ "title": "@title", "description": "@title", "consent": "@title", "agenda": [] }""";

        Assert.Equal("workshop.empty-agenda", Assert.Throws<WorkshopException>(() => WorkshopFile.Read("small", files)).Code);
    }

    [Theory]
    [InlineData("[1, 2]", "workshop.not-an-object")]
    [InlineData("", "workshop.not-json")]
    [InlineData("null", "workshop.not-an-object")]
    public void A_file_is_one_object(string text, string code)
    {
        var files = Folder.Files();
        files[WorkshopFile.Name] = text;

        Assert.Equal(code, Assert.Throws<WorkshopException>(() => WorkshopFile.Read("small", files)).Code);
    }

    [Theory]
    [InlineData("[", "]", 33)]
    [InlineData("[", "]", 1_000)]
    [InlineData("{\"a\":", "}", 1_000)]
    [InlineData("[", "", 100_000)]
    public void A_file_nested_too_deep_is_refused_and_not_followed(string open, string close, int levels)
    {
        var deep = string.Concat(Enumerable.Repeat(open, levels)) + "1" + string.Concat(Enumerable.Repeat(close, levels));

        Assert.Equal("workshop.too-deep", Folder.Refused("\"limit\": 200", $"\"limit\": {deep}").Code);
    }

    [Theory]
    [InlineData("  \"consent\": \"Consent de\",\n", "", "workshop.missing-text", "$.consent")]
    [InlineData("Consent de", "  ", "workshop.empty-text", "$.consent")]
    [InlineData("Consent de", "\\u0000", "workshop.wrong-text", "$.consent")]
    [InlineData("\"Consent de\"", "5", "workshop.wrong-value", "$.consent")]
    [InlineData("\"types.university\"", "\"Types.university\"", "workshop.wrong-key", "$['Types.university']")]
    public void A_wrong_text_is_named_with_its_key(string old, string other, string code, string place)
    {
        var refused = Folder.Refused(German, old, other);

        Assert.Equal((code, German, place), (refused.Code, refused.File, refused.Place));
    }

    [Fact]
    public void A_text_that_only_one_language_has_is_missing_in_the_others()
    {
        var refused = Folder.Refused(German, "{", "{ \"extra\": \"Mehr\",");

        Assert.Equal(("workshop.missing-text", "texts.en.json", "$.extra"), (refused.Code, refused.File, refused.Place));
    }

    [Fact]
    public void A_text_that_is_never_shown_is_refused()
    {
        var refused = Folder.Refused(", \"label\": \"@types.university\"", ", \"label\": \"@title\"");

        Assert.Equal(("workshop.unused-text", "texts.en.json", "$['types.university']", 5), (refused.Code, refused.File, refused.Place, refused.Line));
    }

    [Fact]
    public void Each_file_must_be_there()
    {
        foreach (var name in WorkshopFile.Names)
        {
            var files = Folder.Files();
            files.Remove(name);
            var refused = Assert.Throws<WorkshopException>(() => WorkshopFile.Read("small", files));
            Assert.Equal(("workshop.missing-file", name), (refused.Code, refused.File));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Small")]
    [InlineData("../small")]
    [InlineData("a\n")]
    public void A_folder_has_a_plain_name(string slug) =>
        Assert.Equal("workshop.wrong-slug", Assert.Throws<WorkshopException>(() => WorkshopFile.Read(slug, Folder.Files())).Code);

    [Fact]
    public void Work_that_goes_on_twice_is_still_one_work()
    {
        var workshop = Folder.Read(WorkshopFile.Name, "\"continues\": \"writing\"",
            "\"continues\": \"writing\", \"settings\": { \"question\": \"@title\" } }, { \"id\": \"again\", \"kind\": \"ideas\", \"title\": \"@title\", \"minutes\": 1, \"continues\": \"more\"");

        Assert.Equal(("writing", "ID", "IE"), (workshop.Agenda[3].Continues, workshop.Agenda[2].Mark, workshop.Agenda[3].Mark));
    }
}
