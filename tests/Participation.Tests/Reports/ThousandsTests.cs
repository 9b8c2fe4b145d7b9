using Participation.Reports;
using Participation.Server.Reports;

namespace Participation.Tests.Reports;

/// <summary>A figure writes its numbers as the sentence beside it does: thousands apart, on the page and on paper.</summary>
public sealed class ThousandsTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    [Theory, InlineData("en", "1,234", "5,678", "2,345", "9,012"), InlineData("it", "1.234", "5.678", "2.345", "9.012"), InlineData("de", "1.234", "5.678", "2.345", "9.012")]
    public async Task Bars_parts_and_clouds_write_them_in_each_language(string language, params string[] written)
    {
        var report = SampleReport.Holding(
            new Bars("Dots", "dots", "n", [new("A", null, 1234, 5678)], "alt"),
            new StackedBars("Sides", "n", ["for", "against"], [new("B", null, [2345, 1])], "alt"),
            new Cloud("Words", "n", [new("tram", 9012)], "alt")) with { Language = language };
        var page = HtmlReport.Write(report);
        using var pdf = await engine.Set(report);
        Assert.All(written, number => Assert.Contains(number, page, StringComparison.Ordinal));
        Assert.All(written, number => Assert.Contains(number, pdf.Text, StringComparison.Ordinal));
    }
}
