using System.Text;
using System.Text.Json;

namespace Participation.Journal;

/// <summary>
/// A stream as a file that travels: its lines as they are stored, and the hash of the last one. Whoever has it can check the chain and fold
/// it; importing it elsewhere changes nothing in it. It holds no secret and lets nobody in.
/// </summary>
public static class SessionFile
{
    /// <summary>How it is written: each line says which form it has.</summary>
    public const string Format = "participation.session/2";

    /// <summary>How the first released version wrote it: every line has the first form. It is read for ever.</summary>
    public const string First = "participation.session/1";

    private sealed record Written(string Format, Guid Session, IReadOnlyList<WrittenLine> Lines, string Head);

    /// <summary><c>Data</c> and <c>Words</c> are text, not JSON: digests cover these very characters.</summary>
    private sealed record WrittenLine(
        long Number, int? Form, DateTimeOffset At, Guid By, Guid? Hand, Guid Command, Guid Body, string Name, Guid? Salt, string Data, string Digest,
        string? Members, string? Words, string? WordsDigest, string Previous);

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
            lines = [.. written.Lines.Select(line => LineOf(written, line))];
        }
        catch (Exception e) when (e is JsonException or FormatException or NullReferenceException or ArgumentNullException)
        {
            throw new JournalException("journal.not-a-session-file", e);
        }
        if (written.Format is not (Format or First) || lines.Length == 0) throw new JournalException("journal.not-a-session-file");
        if (lines.Any(line => line.Digest.Length != Line.Nothing.Length || line.Previous.Length != Line.Nothing.Length)) throw new JournalException("journal.broken-chain");
        if (Line.Break(lines) is not null || written.Head != Head(lines)) throw new JournalException("journal.broken-chain");
        return lines;
    }

    private static WrittenLine Of(Line line) => new(
        line.Number, line.Words is null ? 1 : 2, line.At, line.By, line.Hand, line.Command, line.Body, line.Name, line.Salt, line.Data, Convert.ToHexStringLower(line.Digest),
        line.Words?.Members, line.Words?.Text, line.Words is { } words ? Convert.ToHexStringLower(words.Digest) : null, Convert.ToHexStringLower(line.Previous));

    private static Line LineOf(Written file, WrittenLine line) => new(
        file.Session, line.Number, line.At, line.By, line.Hand, line.Command, line.Body, line.Name ?? throw new FormatException("name"), line.Salt, line.Data ?? throw new FormatException("data"),
        Convert.FromHexString(line.Digest), Convert.FromHexString(line.Previous))
    {
        Words = (file.Format, line) switch
        {
            (First, { Form: null, Members: null, Words: null, WordsDigest: null }) or (Format, { Form: 1, Members: null, Words: null, WordsDigest: null }) => null,
            (Format, { Form: 2, Members: { } members, Words: { } words, WordsDigest: { } digest }) => new(members, words, Convert.FromHexString(digest)),
            _ => throw new FormatException($"Line {line.Number} has no form that is known."),
        },
    };

    /// <summary>The hash of the last line, in hex.</summary>
    public static string Head(IReadOnlyList<Line> lines) => Convert.ToHexStringLower(lines[^1].Hash());
}
