using System.Text.Json;
using Participation.Reports;

namespace Participation.Server.Reports;

/// <summary>Sets reports with Typst in one worker process: started when first needed, one job at a time, replaced when it dies.</summary>
/// <param name="folder">Where worker.mjs and its node_modules lie: <c>Reports/Typst</c> beside the server.</param>
/// <param name="fencing">How node is shut off; found when the first report is set, unless somebody asked before.</param>
public sealed class TypstEngine(string folder, TypstLimits limits, Fencing? fencing = null) : IPdfEngine, IDisposable
{
    private readonly Fencing fencing = fencing ?? new(limits);
    private readonly SemaphoreSlim turn = new(1);
    private readonly CancellationTokenSource closing = new();
    private TypstWorker? worker;

    /// <summary>The folder that the build puts beside the server.</summary>
    public static string UsualFolder => Path.Combine(AppContext.BaseDirectory, "Reports", "Typst");

    internal int? WorkerId => worker is { Alive: true } ? worker.Id : null;

    public Task<PdfResult> Render(Report report, PdfOptions options, CancellationToken ct) => Set(Job(report, options, cover: false), ct);

    public async Task<byte[]> Cover(Report report, PdfOptions options, CancellationToken ct) => (await Set(Job(report, options, cover: true), ct)).Pdf;

    public void Dispose()
    {
        closing.Cancel();
        worker?.Dispose();
    }

    private async Task<PdfResult> Set(object what, CancellationToken ct)
    {
        var job = JsonSerializer.SerializeToUtf8Bytes(what, ReportJson.Options);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(ct, closing.Token);
        await turn.WaitAsync(waiting.Token);
        try
        {
            return await Render(job, waiting.Token);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<PdfResult> Render(byte[] job, CancellationToken ct)
    {
        if (worker is not { Alive: true })
        {
            Drop();
            worker = TypstWorker.Start(await fencing.Node(), folder, limits);
        }

        using var time = CancellationTokenSource.CreateLinkedTokenSource(ct);
        time.CancelAfter(limits.Patience);
        try
        {
            var answer = await Work(worker, job, time.Token);
            if (worker.Megabytes > limits.IdleMegabytes || worker.Busy > limits.Lifetime / 2)
            {
                Drop();
            }

            return Answer(answer);
        }
        catch (OperationCanceledException)
        {
            Drop();
            ct.ThrowIfCancellationRequested();
            throw new RenderException(RenderException.TooSlow, $"The report was not set within {limits.Patience.TotalSeconds:0} seconds.");
        }
    }

    /// <summary>Whoever fails so has ended, also when the fences around it take a moment longer.</summary>
    private async Task<(JsonElement, byte[])> Work(TypstWorker one, byte[] job, CancellationToken ct)
    {
        try
        {
            return await one.Work(job, limits, ct);
        }
        catch (RenderException)
        {
            Drop();
            throw;
        }
    }

    private static PdfResult Answer((JsonElement Head, byte[] Pdf) answer) =>
        answer.Head.TryGetProperty("error", out var error)
            ? throw new RenderException(RenderException.Refused, error.GetString() ?? "")
            : new PdfResult(answer.Pdf, answer.Head.GetProperty("missing").Deserialize<string[]>() ?? []);

    private void Drop()
    {
        worker?.Dispose();
        worker = null;
    }

    private static object Job(Report report, PdfOptions options, bool cover)
    {
        var stamp = options.Timestamp.UtcDateTime;
        return new
        {
            report,
            cover,
            options.Accent,
            Standard = options.Standard == PdfStandard.Ua1 ? "ua-1" : "a-3a",
            Timestamp = new { stamp.Year, stamp.Month, stamp.Day, stamp.Hour, stamp.Minute, stamp.Second },
            options.Attachment,
        };
    }
}
