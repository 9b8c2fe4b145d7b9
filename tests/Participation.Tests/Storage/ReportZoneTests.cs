using Participation.Server.Pages;

namespace Participation.Tests.Storage;

/// <summary>Which zone's times a person reads: appsettings first, then what was chosen at set-up, then the machine's.</summary>
public sealed class ReportZoneTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public void Appsettings_go_before_what_was_chosen_and_that_before_the_machine()
    {
        Assert.Equal(TimeZoneInfo.Local, new ReportZone(data, "").Zone);
        new ReportZone(data, null).Choose("Europe/Rome");
        Assert.Equal("Europe/Rome", new ReportZone(data, "").Zone.Id);
        Assert.Equal("Asia/Tokyo", new ReportZone(data, "Asia/Tokyo").Zone.Id);
        Assert.Null(new ReportZone(data, "Asia/Tokyo").Asked);
    }

    [Theory, InlineData("{"), InlineData("null"), InlineData("{}"), InlineData("{\"timeZone\":\"Europe/Atlantis\"}"), InlineData("{\"timeZone\":5}")]
    public void A_damaged_choice_leaves_it_to_the_machine(string text)
    {
        File.WriteAllText(Path.Combine(data, ReportZone.FileName), text);
        Assert.Equal(TimeZoneInfo.Local, new ReportZone(data, null).Zone);
    }

    public void Dispose() => Directory.Delete(data, recursive: true);
}
