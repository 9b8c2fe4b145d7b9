using System.Net;
using Microsoft.Extensions.Configuration;
using Participation.Server.Pages;
using Participation.Server.Storage;
using Participation.Sessions;
using Participation.Tests.Golden;

namespace Participation.Tests.Live;

/// <summary>Whose server it is stands in the settings; what cannot be used is refused when the server starts, and a colour can always be read.</summary>
public sealed class InstitutionTests
{
    private static Institution Of(params (string Key, string Value)[] settings) => new(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(one => KeyValuePair.Create($"Institution:{one.Key}", (string?)one.Value))).Build());

    [Fact]
    public void Nothing_is_said_of_whom_the_settings_do_not_name()
    {
        Assert.Equal(new(null, false, null, null, null), Of().View);
        Assert.Equal(new(null, false, null, null, null), Of(("Name", " "), ("Logo", ""), ("Accent", "")).View);
    }

    [Theory]
    [InlineData("#7a1f3e")]
    [InlineData("#ffee00")]
    [InlineData("#ffffff")]
    [InlineData("#000000")]
    [InlineData("#0b4f6c")]
    public void Any_colour_can_be_read_in_light_and_dark(string accent)
    {
        var colours = Of(("Accent", accent)).View.Colours!;
        Assert.True(Colour.Contrast(Parsed(colours.Light), Colour.Paper) >= 7);
        Assert.True(Colour.Contrast(Parsed(colours.Light), Parsed(colours.OnLight)) >= 7);
        Assert.True(Colour.Contrast(Parsed(colours.Dark), Colour.Night) >= 7);
        Assert.True(Colour.Contrast(Parsed(colours.Dark), Parsed(colours.OnDark)) >= 6);
    }

    [Fact]
    public void A_colour_that_can_be_read_stays_as_it_is() => Assert.Equal("#7a1f3e", Of(("Accent", "#7a1f3e")).View.Colours!.Light);

    /// <summary>On a dark screen the institution's own colour, made light enough, and not the house's.</summary>
    [Fact]
    public void The_page_of_a_report_has_the_institutions_colour_in_light_and_dark()
    {
        var (institution, lines) = (Of(("Accent", "#7a1f3e")), GoldenFiles.Lines("opinion-round-1"));
        var page = ReportPages.PageOf(SessionState.Fold(lines.Select(line => line.ToEntry())), "it", lines, new ReportZone("", "Europe/Rome"), institution);
        Assert.Contains($":root{{--light:#7a1f3e;--dark:{institution.View.Colours!.Dark}}}", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Accent", "blue")]
    [InlineData("Accent", "#12345")]
    [InlineData("Accent", "#12345g")]
    [InlineData("Logo", "logo.html")]
    [InlineData("Logo", "no-such-logo.svg")]
    public void What_cannot_be_used_is_refused_with_its_name(string key, string value) =>
        Assert.Contains($"Institution:{key}", Assert.Throws<StorageRefusedException>(() => Of((key, value))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_server_without_a_logo_has_none_to_give()
    {
        await using var house = await House.Built();
        Assert.Equal(HttpStatusCode.NotFound, (await house.Browser().Get("/api/institution/logo")).Status);
        Assert.Equal(HttpStatusCode.OK, (await house.Browser().Get("/api/institution")).Status);
    }

    private static Colour Parsed(string colour) => new(Convert.ToByte(colour[1..3], 16), Convert.ToByte(colour[3..5], 16), Convert.ToByte(colour[5..7], 16));
}
