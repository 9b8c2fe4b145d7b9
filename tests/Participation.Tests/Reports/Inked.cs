using System.Globalization;
using System.Text.RegularExpressions;

namespace Participation.Tests.Reports;

/// <summary>How an area looks in one bit: how much of it is black, and which way the black leans.</summary>
internal sealed partial record Inked(double Black, double Lean)
{
    /// <summary>Pixels for a point of paper.</summary>
    private const int Scale = 5;

    public double Distance(Inked other) => Math.Sqrt(Math.Pow(Black - other.Black, 2) + Math.Pow(Lean - other.Lean, 2));

    /// <summary>To the left and right of a number that stands once in the document.</summary>
    public static Inked Beside(PdfFile pdf, string number)
    {
        var (page, box) = Find(pdf.Boxes, number);
        var (width, pixels) = pdf.InGrey(page, Scale);
        var (black, rising, falling, all) = (0, 0, 0, 0);
        var (top, bottom) = (At((box[1] + box[3]) / 2 - 5), At((box[1] + box[3]) / 2 + 5));
        foreach (var (left, right) in new[] { (At(box[0] - 9), At(box[0] - 3)), (At(box[2] + 3), At(box[2] + 9)) })
        for (var y = top; y < bottom; y++)
        for (var x = left; x < right; x++)
        {
            all++;
            if (!IsBlack(x, y)) continue;
            black++;
            if (IsBlack(x + 2, y - 2)) rising++;
            if (IsBlack(x + 2, y + 2)) falling++;
        }
        return new((double)black / all, (double)(rising - falling) / all);

        bool IsBlack(int x, int y) => pixels[(y * width) + x] < 128;
        static int At(double points) => (int)Math.Round(points * Scale);
    }

    private static (int Page, double[] Box) Find(string boxes, string number)
    {
        var page = 0;
        foreach (var line in boxes.Split('\n'))
        {
            if (line.Contains("<page ", StringComparison.Ordinal)) page++;
            if (Word().Match(line) is { Success: true } word && word.Groups[5].Value == number)
                return (page, [.. Enumerable.Range(1, 4).Select(at => double.Parse(word.Groups[at].Value, CultureInfo.InvariantCulture))]);
        }
        throw new InvalidOperationException($"{number} stands nowhere:\n{boxes}");
    }

    [GeneratedRegex("<word xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\" xMax=\"([\\d.]+)\" yMax=\"([\\d.]+)\">(.*)</word>")]
    private static partial Regex Word();
}
