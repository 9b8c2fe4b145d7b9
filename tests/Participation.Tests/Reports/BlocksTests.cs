using Participation.Reports;
using Participation.Server.Reports;

namespace Participation.Tests.Reports;

/// <summary>A new kind of block must be known everywhere before it can be used anywhere.</summary>
public sealed class BlocksTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    [Fact]
    public void The_sample_holds_every_kind() =>
        Assert.Equal(ReportJson.BlockTypes.Select(type => type.Name).Order(), SampleReport.EveryBlock("en").Select(block => block.GetType().Name).Order());

    [Fact]
    public void The_page_knows_every_kind() =>
        Assert.All(SampleReport.EveryBlock("en"), block => Assert.NotEmpty(HtmlReport.Write(SampleReport.Holding(block))));

    [Fact]
    public async Task The_document_knows_every_kind()
    {
        foreach (var block in SampleReport.EveryBlock("en"))
        {
            Assert.NotEmpty((await engine.Result(SampleReport.Holding(block))).Pdf);
        }
    }

    [Fact]
    public void A_kind_that_the_page_does_not_know_is_refused() =>
        Assert.Throws<NotSupportedException>(() => HtmlReport.Write(SampleReport.Holding(new Unknown())));

    private sealed record Unknown : Block;
}
