using System.Text.Json;

namespace Participation.Journal;

/// <summary>
/// A stream as a file that travels: its lines as they are stored, and the hash of the last one. Whoever has it can check the chain and fold
/// it; importing it elsewhere changes nothing in it. It holds no secret and lets nobody in.
/// </summary>
public static class SessionFile
{
    public const string Format = "participation.session/1";

    private static readonly JsonSerializerOptions Options = new(Json.Options) { WriteIndented = true, NewLine = "\n" };

    private sealed record Written(string Format, Guid Session, IReadOnlyList<WrittenLine> Lines, string Head);

    /// <summary><c>Data</c> is text, not JSON: its digest covers these very characters.</summary>
    private sealed record WrittenLine(
        long Number, DateTimeOffset At, Guid By, Guid? Hand, Guid Command, Guid Body, string Name, Guid? Salt, string? Data, string Digest, string Previous);

    /// <summary>The same lines give the same bytes.</summary>
    public static string Write(IReadOnlyList<Line> lines) => JsonSerializer.Serialize(
        new Written(Format, lines[0].Stream, [.. lines.Select(line => new WrittenLine(
            line.Number, line.At, line.By, line.Hand, line.Command, line.Body, line.Name, line.Salt, line.Data,
            Convert.ToHexStringLower(line.Digest), Convert.ToHexStringLower(line.Previous)))], Head(lines)), Options) + "\n";

    /// <exception cref="JournalException">journal.not-a-session-file, or journal.broken-chain.</exception>
    public static IReadOnlyList<Line> Read(string text)
    {
        Written written;
        Line[] lines;
        try
        {
            written = JsonSerializer.Deserialize<Written>(text, Json.Options)!;
            lines = [.. written.Lines.Select(line => new Line(
                written.Session, line.Number, line.At, line.By, line.Hand, line.Command, line.Body, line.Name, line.Salt, line.Data,
                Convert.FromHexString(line.Digest), Convert.FromHexString(line.Previous)))];
        }
        catch (Exception e) when (e is JsonException or FormatException or NullReferenceException or ArgumentNullException)
        {
            throw new JournalException("journal.not-a-session-file", e);
        }
        if (written.Format != Format || lines.Length == 0) throw new JournalException("journal.not-a-session-file");
        if (Line.Break(lines) is not null || written.Head != Head(lines)) throw new JournalException("journal.broken-chain");
        return lines;
    }

    /// <summary>The hash of the last line, in hex.</summary>
    public static string Head(IReadOnlyList<Line> lines) => Convert.ToHexStringLower(lines[^1].Hash());
}
