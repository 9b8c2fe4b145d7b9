using Participation.Reports;
using Participation.Server.Reports;

namespace Participation.Tests.Reports;

/// <summary>One engine for the tests of a class, as the server has one.</summary>
public sealed class EngineFixture : IDisposable
{
    internal TypstEngine Engine { get; } = new(TypstEngine.UsualFolder, TypstLimits.Usual);

    internal async Task<PdfFile> Set(Report report) => new((await Result(report)).Pdf);

    internal Task<PdfResult> Result(Report report, PdfOptions? options = null) =>
        Engine.Render(report, options ?? new PdfOptions(SampleReport.Stamp), TestContext.Current.CancellationToken);

    public void Dispose() => Engine.Dispose();
}
