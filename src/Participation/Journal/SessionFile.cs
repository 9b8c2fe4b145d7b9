using System.Text;
using System.Text.Json;

namespace Participation.Journal;

/// <summary>
/// A stream as a file that travels: its lines as they are stored, and the hash of the last one. Whoever has it can check the chain and fold
/// it; importing it elsewhere changes nothing in it. It holds no secret and lets nobody in.
/// </summary>
public static class SessionFile
{
    public const string Format = "participation.session/1";

    private sealed record Written(string Format, Guid Session, IReadOnlyList<WrittenLine> Lines, string Head);

    /// <summary><c>Data</c> is text, not JSON: its digest covers these very characters.</summary>
    private sealed record WrittenLine(
        long Number, DateTimeOffset At, Guid By, Guid? Hand, Guid Command, Guid Body, string Name, Guid? Salt, string Data, string Digest, string Previous);

    /// <summary>The same lines give the same bytes. One entry stands on one line of text: small, and to be read with any tool.</summary>
    public static string Write(IReadOnlyList<Line> lines)
    {
        var file = new StringBuilder($"{{\"format\":\"{Format}\",\"session\":\"{lines[0].Stream}\",\"lines\":[\n");
        for (var i = 0; i < lines.Count; i++)
            file.Append(JsonSerializer.Serialize(Of(lines[i]), Json.Options)).Append(i < lines.Count - 1 ? ",\n" : "\n");
        return file.Append($"],\"head\":\"{Head(lines)}\"}}\n").ToString();
    }

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
        if (lines.Any(line => line.Digest.Length != Line.Nothing.Length || line.Previous.Length != Line.Nothing.Length)) throw new JournalException("journal.broken-chain");
        if (Line.Break(lines) is not null || written.Head != Head(lines)) throw new JournalException("journal.broken-chain");
        return lines;
    }

    private static WrittenLine Of(Line line) => new(
        line.Number, line.At, line.By, line.Hand, line.Command, line.Body, line.Name, line.Salt, line.Data,
        Convert.ToHexStringLower(line.Digest), Convert.ToHexStringLower(line.Previous));

    /// <summary>The hash of the last line, in hex.</summary>
    public static string Head(IReadOnlyList<Line> lines) => Convert.ToHexStringLower(lines[^1].Hash());
}
