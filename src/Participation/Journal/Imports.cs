using System.Text.Json;

namespace Participation.Journal;

/// <summary>What every journal asks of lines that another one wrote.</summary>
public static class Imports
{
    /// <summary>Why these lines may not come in; null when they form one whole stream that can be read.</summary>
    public static string? Refusal(IReadOnlyList<Line> lines)
    {
        if (lines.Any(line => line.Stream != lines[0].Stream || line.Digest.Length != 32 || line.Previous.Length != 32) || Line.Break(lines) is not null)
            return "journal.broken-chain";
        return lines.All(CanBeRead) ? null : "journal.unreadable";
    }

    /// <summary>A name or a shape that this version does not know would stop every later reading of the stream.</summary>
    private static bool CanBeRead(Line line)
    {
        try
        {
            return line.ToEntry() is { Event: not null };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or NotSupportedException)
        {
            return false;
        }
    }
}
