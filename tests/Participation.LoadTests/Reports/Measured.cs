using System.Diagnostics;
using System.Globalization;

namespace Participation.LoadTests.Reports;

/// <summary>One way to a PDF, taken several times in turn with the others.</summary>
internal sealed class Measured(string name)
{
    private readonly List<double> milliseconds = [];
    private readonly List<double> megabytes = [];

    public string Name => name;

    public double MedianMs => Median(milliseconds);

    public double LeastMs => milliseconds.Min();

    public double MostMs => milliseconds.Max();

    /// <summary>The most memory of any time.</summary>
    public double PeakMegabytes => megabytes.Max();

    public int Pages { get; private set; }

    public long Bytes { get; private set; }

    public async Task Take(Func<Task<(byte[] Pdf, double Milliseconds, long PeakBytes)>> make)
    {
        var (pdf, time, peak) = await make();
        milliseconds.Add(Math.Round(time, 1));
        megabytes.Add(Math.Round(peak / 1e6));
        (Bytes, Pages) = (pdf.Length, await CountPages(pdf));
    }

    public static string Head => $"{"",-26}{"median ms",12}{"least",10}{"most",10}{"peak MB",10}{"pages",8}{"kB",10}";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{name,-26}{MedianMs,12:0}{LeastMs,10:0}{MostMs,10:0}{PeakMegabytes,10:0}{Pages,8}{Bytes / 1e3,10:0}");

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task<int> CountPages(byte[] pdf)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, pdf);
        using var process = Process.Start(new ProcessStartInfo("pdfinfo", [path]) { RedirectStandardOutput = true })!;
        var line = (await process.StandardOutput.ReadToEndAsync()).Split('\n').Single(line => line.StartsWith("Pages:", StringComparison.Ordinal));
        await process.WaitForExitAsync();
        File.Delete(path);
        return int.Parse(line[6..], CultureInfo.InvariantCulture);
    }
}
