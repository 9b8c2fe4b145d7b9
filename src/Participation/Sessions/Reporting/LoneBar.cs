using Participation.Reports;
using Participation.Texts;

namespace Participation.Sessions.Reporting;

/// <summary>A bar beside which there is no other is as wide as its figure, whatever it counts: its length says nothing, so the count is told in words.</summary>
internal static class LoneBar
{
    public static Section Told(Section section, Words words) => section with { Blocks = [.. section.Blocks.Select(block => Told(block, words))] };

    private static Block Told(Block block, Words words) => block is Bars { Rows: [{ Before: null } only] } bars
        ? new Terms([new(bars.Title, $"{(only.Mark is { } mark ? $"{mark} " : "")}{only.Label}: {words.Number(only.Value)} ({bars.N})")])
        : block;
}
