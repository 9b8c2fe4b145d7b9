using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Participation.Tests.Reports;

/// <summary>A PDF on disk, read with the tools of poppler and qpdf.</summary>
internal sealed partial class PdfFile : IDisposable
{
    /// <summary>The margins of a page in points: 27 mm at the head, 21 at the foot of 297.</summary>
    private const double Top = 27 * 72 / 25.4, Foot = (297 - 21) * 72 / 25.4;

    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");

    public PdfFile(byte[] pdf) => File.WriteAllBytes(path, pdf);

    public string Info => field ??= Run("pdfinfo", path);

    /// <summary>The tree of tags with the text under each.</summary>
    public string Structure => field ??= Run("pdfinfo", "-struct-text", path);

    /// <summary>Each word with the box in which it stands.</summary>
    public string Boxes => Run("pdftotext", "-bbox", "-enc", "UTF-8", path, "-");

    /// <summary>How far down words stand on each page, as a share of what the margins leave; its foot is not counted.</summary>
    public IReadOnlyList<double> Filled => field ??= [.. Boxes.Split("<page ").Skip(1).Select(page => WordBox().Matches(page)
        .Select(word => (double.Parse(word.Groups[1].Value, CultureInfo.InvariantCulture) - Top) / (Foot - Top)).Where(share => share <= 1).DefaultIfEmpty().Max())];

    public string Attachments => Run("pdfdetach", "-list", path);

    /// <summary>The text in reading order, line breaks as blanks, without break marks that nobody sees.</summary>
    public string Text => field ??= Flat(Run("pdftotext", "-enc", "UTF-8", path, "-"));

    /// <summary>The text in the order in which it was set: a foot never comes between two columns of a row.</summary>
    public string AsSet => field ??= Flat(Run("pdftotext", "-raw", "-enc", "UTF-8", path, "-"));

    /// <summary>The text of one page; the first is 1.</summary>
    public string Page(int number) => Flat(Run("pdftotext", "-enc", "UTF-8", "-f", $"{number}", "-l", $"{number}", path, "-"));

    /// <summary>The text of the first page, as it stands there.</summary>
    public string FirstPage => Run("pdftotext", "-enc", "UTF-8", "-l", "1", path, "-").Replace("\u200B", "", StringComparison.Ordinal);

    public int Pages => int.Parse(Info.Split('\n').Single(line => line.StartsWith("Pages:", StringComparison.Ordinal))[6..].Trim());

    public string Attachment(string name)
    {
        var target = path + ".attachment";
        Run("pdfdetach", "-savefile", name, "-o", target, path);
        var text = File.ReadAllText(target);
        File.Delete(target);
        return text;
    }

    /// <summary>Fails unless qpdf finds the file in order.</summary>
    public void Check() => Run("qpdf", "--check", path);

    /// <summary>The whole file with its streams unpacked, to look for what must not be in it.</summary>
    public string Unpacked => field ??= Run("qpdf", "--qdf", "--object-streams=disable", path, "-");

    /// <summary>A page in greys, row by row, with so many pixels for a point.</summary>
    public (int Width, byte[] Pixels) InGrey(int page, int scale)
    {
        Run("pdftoppm", "-gray", "-r", $"{72 * scale}", "-f", $"{page}", "-l", $"{page}", "-singlefile", path, path);
        var picture = File.ReadAllBytes(path + ".pgm");
        File.Delete(path + ".pgm");
        // P5, width and height, the value of white, then the pixels.
        var head = Encoding.ASCII.GetString(picture.AsSpan(0, 40)).Split((char[])[' ', '\n'], 5);
        var width = int.Parse(head[1], CultureInfo.InvariantCulture);
        return (width, picture[^(width * int.Parse(head[2], CultureInfo.InvariantCulture))..]);
    }

    public void Dispose() => File.Delete(path);

    private static string Flat(string text) =>
        string.Join(' ', text.Replace("\u200B", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Run(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var complaint = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{tool}: {output} {complaint.Result}");
        return output;
    }

    [GeneratedRegex("yMax=\"([0-9.]+)\"")]
    private static partial Regex WordBox();
}
