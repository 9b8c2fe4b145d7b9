using System.Diagnostics;

namespace Participation.LoadTests.Reports;

/// <summary>The peer: Debian's Chromium prints the product's own page of the same session, a fresh process each time as it can only be used.</summary>
internal static class Browser
{
    private static readonly string[] Quiet =
        ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-crash-reporter"];

    public static async Task<(byte[] Pdf, double Milliseconds, long PeakBytes)> Print(byte[] page)
    {
        var folder = Directory.CreateTempSubdirectory("print-");
        try
        {
            var (html, pdf) = (Path.Combine(folder.FullName, "report.html"), Path.Combine(folder.FullName, "report.pdf"));
            await File.WriteAllBytesAsync(html, page);
            var began = Stopwatch.GetTimestamp();
            using var process = Process.Start(new ProcessStartInfo("chromium",
                [.. Quiet, $"--user-data-dir={folder.FullName}/profile", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", new Uri(html).AbsoluteUri])
            { RedirectStandardError = true, RedirectStandardOutput = true })!;
            var said = Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
            await using var memory = new MemoryWatch(() => ProcessTree.Below(process.Id).Append(process.Id));
            await process.WaitForExitAsync();
            var time = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            return File.Exists(pdf)
                ? (await File.ReadAllBytesAsync(pdf), time, memory.Peak)
                : throw new InvalidOperationException($"Chromium printed nothing: {string.Join('\n', await said)}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
