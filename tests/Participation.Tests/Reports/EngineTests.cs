using System.Diagnostics;
using Participation.Reports;
using Participation.Server.Reports;

namespace Participation.Tests.Reports;

public sealed class EngineTests
{
    private static readonly PdfOptions Options = new(SampleReport.Stamp);

    [Fact]
    public async Task A_worker_that_dies_between_jobs_is_replaced()
    {
        using var engine = new TypstEngine(TypstEngine.UsualFolder, TypstLimits.Usual);
        await engine.Render(SampleReport.In("en"), Options, TestContext.Current.CancellationToken);
        await End(engine.WorkerId!.Value);
        var result = await engine.Render(SampleReport.In("en"), Options, TestContext.Current.CancellationToken);
        Assert.NotEmpty(result.Pdf);
    }

    [Fact]
    public async Task A_worker_killed_in_its_work_fails_that_job_alone()
    {
        using var engine = new TypstEngine(TypstEngine.UsualFolder, TypstLimits.Usual);
        await engine.Render(SampleReport.In("en"), Options, TestContext.Current.CancellationToken);
        var busy = engine.Render(SampleReport.In("en", rows: 20_000), Options, TestContext.Current.CancellationToken);
        var waiting = engine.Render(SampleReport.In("it"), Options, TestContext.Current.CancellationToken);
        await End(engine.WorkerId!.Value);
        var failure = await Assert.ThrowsAsync<RenderException>(() => busy);
        Assert.Equal(RenderException.EngineDied, failure.Code);
        Assert.NotEmpty((await waiting).Pdf);
    }

    [Fact]
    public async Task An_endless_job_is_ended_and_the_next_one_is_set()
    {
        using var folder = new FakeWorker("""
            process.stdout.write('{"ready":true}\n');
            process.stdin.on('data', data => { if (String(data).includes('endless')) for (;;); process.stdout.write('{"length":3,"missing":[]}\nPDF'); });
            """);
        using var engine = new TypstEngine(folder.Path, new TypstLimits(TimeSpan.FromSeconds(4)));
        var failure = await Assert.ThrowsAsync<RenderException>(() => engine.Render(SampleReport.Holding(new Paragraph("endless")), Options, TestContext.Current.CancellationToken));
        Assert.Equal(RenderException.TooSlow, failure.Code);
        Assert.Null(engine.WorkerId);
        Assert.Equal("PDF"u8.ToArray(), (await engine.Render(SampleReport.Holding(), Options, TestContext.Current.CancellationToken)).Pdf);
    }

    [Fact]
    public async Task A_job_that_grows_without_end_is_ended()
    {
        using var folder = new FakeWorker("""
            process.stdout.write('{"ready":true}\n');
            const heap = [];
            process.stdin.on('data', () => setInterval(() => heap.push(Buffer.alloc(50_000_000, 1)), 50));
            """);
        using var engine = new TypstEngine(folder.Path, new TypstLimits(TimeSpan.FromSeconds(60), MemoryMegabytes: 400));
        var failure = await Assert.ThrowsAsync<RenderException>(() => engine.Render(SampleReport.Holding(), Options, TestContext.Current.CancellationToken));
        Assert.Equal(RenderException.TooLarge, failure.Code);
    }

    [Fact]
    public async Task Without_node_the_reason_is_told()
    {
        using var engine = new TypstEngine(TypstEngine.UsualFolder, TypstLimits.Usual with { Node = "no-such-node" });
        var failure = await Assert.ThrowsAsync<RenderException>(() => engine.Render(SampleReport.Holding(), Options, TestContext.Current.CancellationToken));
        Assert.Equal(RenderException.EngineMissing, failure.Code);
    }

    [Fact]
    public async Task Without_its_modules_the_reason_is_told()
    {
        using var folder = new FakeWorker("import 'not-installed';");
        using var engine = new TypstEngine(folder.Path, TypstLimits.Usual);
        var failure = await Assert.ThrowsAsync<RenderException>(() => engine.Render(SampleReport.Holding(), Options, TestContext.Current.CancellationToken));
        Assert.Equal(RenderException.EngineMissing, failure.Code);
        Assert.Contains("not-installed", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_nobody_waits_for_is_given_up()
    {
        using var folder = new FakeWorker("process.stdout.write('{\"ready\":true}\\n'); setInterval(() => {}, 1000);");
        using var engine = new TypstEngine(folder.Path, TypstLimits.Usual);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var job = engine.Render(SampleReport.Holding(), Options, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job);
    }

    [Fact]
    public async Task What_the_template_refuses_is_told_and_the_worker_lives()
    {
        using var engine = new TypstEngine(TypstEngine.UsualFolder, TypstLimits.Usual);
        var failure = await Assert.ThrowsAsync<RenderException>(() => engine.Render(SampleReport.Holding(), Options with { Accent = "no colour" }, TestContext.Current.CancellationToken));
        Assert.Equal(RenderException.Refused, failure.Code);
        Assert.NotNull(engine.WorkerId);
    }

    [Fact]
    public async Task A_worker_that_grew_fat_does_not_stay()
    {
        using var engine = new TypstEngine(TypstEngine.UsualFolder, TypstLimits.Usual with { IdleMegabytes = 1 });
        Assert.NotEmpty((await engine.Render(SampleReport.In("en"), Options, TestContext.Current.CancellationToken)).Pdf);
        Assert.Null(engine.WorkerId);
        Assert.NotEmpty((await engine.Render(SampleReport.In("en"), Options, TestContext.Current.CancellationToken)).Pdf);
    }

    private static async Task End(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
