using Participation.Reports;

namespace Participation.Activities.Slide;

/// <summary>A slide in the report: its paragraphs and bullets.</summary>
internal static class SlideSection
{
    public static IReadOnlyList<Block> Of(string body)
    {
        var blocks = new List<Block>();
        foreach (var part in body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var lines = part.Split('\n');
            if (lines.All(line => line.StartsWith("- ", StringComparison.Ordinal))) blocks.Add(new Bullets([.. lines.Select(line => line[2..])]));
            else blocks.Add(new Paragraph(string.Join(' ', lines)));
        }
        return blocks;
    }
}
