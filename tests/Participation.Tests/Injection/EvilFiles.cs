using System.Text;
using Participation.Journal;
using Participation.Workshops;

namespace Participation.Tests.Injection;

/// <summary>What somebody might put into a workshop's folder: one file that is otherwise than it should be, with all others right.</summary>
internal static class EvilFiles
{
    private static readonly string[] Ways = ["../../outside", "..\\..\\outside", "/etc/passwd", "C:\\Windows\\win.ini", "\\\\host\\share\\x", "file:///etc/passwd", "a\0b", "%2e%2e%2foutside", "CON", "~/x", "-", "."];

    /// <summary>Name, file, its bytes. Each must be refused with file, place and reason, or be harmless text.</summary>
    public static IEnumerable<(string Name, string File, byte[] Bytes)> Workshops()
    {
        var right = Tests.Workshops.Folder.Files();
        var workshop = right[WorkshopFile.Name];
        foreach (var way in Ways)
        {
            yield return Changed($"id {way}", "\"welcome\"", Quoted(way));
            yield return Changed($"text key {way}", "\"@welcome.body\"", Quoted("@" + way));
            yield return Changed($"picture {way}", "\"body\": \"@welcome.body\"", $"\"body\": \"@welcome.body\", \"pictures\": {Quoted(way)}");
        }
        foreach (var value in new[] { "1e999999", "-1e999999", "99999999999999999999999999", "1.5", "NaN", "Infinity", "0x10", "1_000", "-1", "2147483648", "null", "[]", "{}", "\"5\"", "true" })
            yield return Changed($"minutes {value}", "\"minutes\": 5", $"\"minutes\": {value}");
        foreach (var value in new[] { "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"a\\u001bb\"", "null", "5", "[]", "{\"en\":\"a\"}", "\"\"", "\"@\"", "\"\\u202e\"" })
            yield return Changed($"title {value}", "\"@title\"", value);
        foreach (var value in new[] { "\"writing\"", "\"more\"", "\"none\"", "\"\"", "5", "null,\"continues\":\"writing\"", "\"welcome\"" })
            yield return Changed($"continues {value}", "\"continues\": \"writing\"", $"\"continues\": {(value == "\"writing\"" ? "\"more\"" : value)}");
        foreach (var member in new[] { "__proto__", "constructor", "$type", "$ref", "$id", "toString", "", "\\u0000", "\\ud800" })
            yield return Changed($"member {member}", "\"language\"", $"\"{member}\": {{}}, \"language\"");
        yield return Changed("twice", "\"language\": \"it\"", "\"language\": \"it\", \"language\": \"en\"");
        yield return Changed("twice by escape", "\"language\": \"it\"", "\"language\": \"it\", \"l\\u0061nguage\": \"en\"");
        yield return Changed("comment", "{", "{ // a comment\n");
        yield return Changed("trailing comma", "\"language\": \"it\",", "\"language\": \"it\",,");
        yield return Changed("100,000 steps", "\"agenda\": [", "\"agenda\": [" + string.Concat(Enumerable.Repeat("null,", 100_000)));
        yield return Changed("100,000 unknown members", "{", "{" + string.Concat(Enumerable.Range(0, 40_000).Select(n => $"\"m{n}\":{n},")));
        foreach (var (name, text) in new[]
        {
            ("nothing", ""), ("null", "null"), ("number", "5"), ("text", "\"a\""), ("list", "[]"), ("half", workshop[..(workshop.Length / 2)]), ("two", workshop + workshop), ("depth 10,000", new string('[', 10_000)),
            ("depth 10,000 closed", new string('[', 10_000) + new string(']', 10_000)), ("depth of objects", string.Concat(Enumerable.Repeat("{\"a\":", 10_000))), ("depth within", workshop.Replace("[\"sentiment\", \"idea\"]", new string('[', 5_000) + new string(']', 5_000), StringComparison.Ordinal)),
            ("a long text", workshop.Replace("\"@title\"", $"\"{new string('x', 900_000)}\"", StringComparison.Ordinal)), ("yaml", "title: &a [*a, *a]"), ("xml", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>"), ("html", "<script>struck()</script>"), ("zip", "PK\u0003\u0004"),
        })
            yield return (name, WorkshopFile.Name, Encoding.UTF8.GetBytes(text));
        yield return ("UTF-16 without mark", WorkshopFile.Name, Encoding.Unicode.GetBytes(workshop));
        yield return ("UTF-32 without mark", WorkshopFile.Name, Encoding.UTF32.GetBytes(workshop));
        yield return ("bytes that are no text", WorkshopFile.Name, [.. Enumerable.Range(0, 5_000).Select(n => (byte)(n * 7))]);
        yield return ("overlong", WorkshopFile.Name, [0xC0, 0xAE, 0xC0, 0xAE, 0xC0, 0xAF]);
        yield return ("zeros", WorkshopFile.Name, new byte[100_000]);
        foreach (var language in new[] { "en", "de" })
        {
            var file = $"texts.{language}.json";
            var texts = right[file];
            foreach (var (name, old, other) in new[]
            {
                ("missing text", "\"title\"", "\"titel\""), ("control", "Small", "Sm\\u0007all"), ("surrogate", "Small", "Sm\\ud800all"), ("object", $"\"Small {language}\"", "{\"a\":1}"), ("empty", $"\"Small {language}\"", "\"\""),
                ("too long", $"Small {language}", new string('x', 5_000)), ("key", "\"title\"", "\"../title\": \"a\", \"title\""), ("twice", "\"title\"", "\"title\": \"a\", \"title\""), ("combining", $"Small {language}", "a" + string.Concat(Enumerable.Repeat("\\u0301", 9_000))),
            })
                yield return ($"{name} {language}", file, Encoding.UTF8.GetBytes(texts.Replace(old, other, StringComparison.Ordinal)));
        }

        (string, string, byte[]) Changed(string name, string old, string other)
        {
            var at = workshop.IndexOf(old, StringComparison.Ordinal);
            Assert.True(at >= 0, old);
            return (name, WorkshopFile.Name, Encoding.UTF8.GetBytes(workshop.Remove(at, old.Length).Insert(at, other)));
        }
    }

    /// <summary>A session's file with one thing otherwise. None may come in.</summary>
    public static IEnumerable<(string Name, string Text)> Sessions(string right)
    {
        foreach (var (name, old, other) in new[]
        {
            ("format", "session/2", "session/9"), ("the format of before", "session/2", "session/1"), ("another form", "\"form\":2", "\"form\":1"), ("no form", "\"form\":2,", ""), ("other words", "\"members\":\"", "\"members\":\"item "), ("no words", "\"words\":\"", "\"words\":null,\"words\":\""), ("null as data", "\"data\":\"{", "\"data\":null,\"more\":\"{"), ("longer digest of words", "\"wordsDigest\":\"", "\"wordsDigest\":\"00"), ("stream", "\"session\":\"", "\"session\":\"0"), ("path as stream", "\"session\":\"", "\"session\":\"../../x"), ("digest too short", "\"digest\":\"", "\"digest\":\"\",\"x\":\""), ("no hex", "\"digest\":\"", "\"digest\":\"zz"),
            ("longer digest", "\"digest\":\"", "\"digest\":\"00"), ("longer previous", "\"previous\":\"", "\"previous\":\"00"), ("twice", "\"number\":1,", "\"number\":1,\"number\":1,"), ("unknown", "\"number\":1,", "\"number\":1,\"$type\":\"x\","), ("huge number", "\"number\":1,", "\"number\":1e999999,"),
            ("another number", "\"number\":2,", "\"number\":-2,"), ("fraction", "\"number\":1,", "\"number\":1.5,"), ("text number", "\"number\":1,", "\"number\":\"1\","), ("time", "\"at\":\"2", "\"at\":\"9999999"), ("surrogate", "\"data\":\"", "\"data\":\"\\ud800"), ("NUL", "\"data\":\"", "\"data\":\"\\u0000"),
            ("null data", "\"data\":\"", "\"data\":null,\"x\":\""), ("unknown event", "\"name\":\"", "\"name\":\"x.unknown-"), ("type as event", "\"name\":\"", "\"name\":\"System.IO.File"), ("long name", "\"name\":\"", "\"name\":\"" + new string('n', 10_000)), ("erased without a voucher", "\"salt\":\"", "\"salt\":null,\"x\":\""),
            ("head", "\"head\":\"", "\"head\":\"00"), ("no lines", "\"lines\":[", "\"lines\":[],\"x\":["), ("null line", "\"lines\":[", "\"lines\":[null,"), ("depth", "\"lines\":[", "\"lines\":" + new string('[', 10_000)),
        })
        {
            Assert.Contains(old, right, StringComparison.Ordinal);
            yield return (name, right.Replace(old, other, StringComparison.Ordinal));
        }
        var lines = SessionFile.Read(right);
        var (one, last) = (lines[2], lines[^1]);
        IReadOnlyList<Line> With(Line changed) => [.. lines.Select(line => line.Command == changed.Command ? changed : line)];
        foreach (var (name, forged) in new (string, IReadOnlyList<Line>)[]
        {
            ("erased, nobody vouches", With(one with { Salt = null, Data = "{}" })), ("erased, digest of any length", With(one with { Salt = null, Data = "{}", Digest = new byte[500] })), ("no digest", With(one with { Salt = null, Digest = [] })),
            ("data changed", With(one with { Data = one.Data + " " })), ("words changed", With(one with { Words = one.Words! with { Text = one.Words.Text + " " } })), ("words put into the data", With(one with { Words = null, Data = one.Json })), ("words that are none", With(one with { Words = one.Words! with { Members = "item" } })), ("digest forged", With(one with { Digest = new byte[32] })), ("last erased", With(last with { Salt = null, Data = "" })), ("without a beginning", [.. lines.Skip(1)]), ("a gap", [.. lines.Where(line => line.Number != 3)]), ("turned round", [.. lines.Reverse()]),
            ("twice", [.. lines, last]), ("another's line", With(one with { Stream = Guid.NewGuid(), By = Guid.NewGuid() })), ("previous of any length", With(one with { Previous = new byte[400] })), ("number beyond", With(one with { Number = long.MaxValue })),
        })
            yield return (name, SessionFile.Write(forged));
        yield return ("half", right[..(right.Length / 2)]);
        yield return ("nothing", "");
        yield return ("null", "null");
        yield return ("list", "[]");
    }

    /// <summary>A stream that is whole and says what this program cannot read: such a file is made by somebody, not damaged.</summary>
    public static IReadOnlyList<Line> Whole(params IReadOnlyList<(string Name, string Data)> events)
    {
        var (stream, previous, lines) = (Guid.NewGuid(), Line.Nothing, new List<Line>());
        foreach (var (name, data) in events)
        {
            var salt = Guid.NewGuid();
            var digest = System.Security.Cryptography.SHA256.HashData([.. salt.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name), 0, .. Encoding.UTF8.GetBytes(data)]);
            lines.Add(new(stream, lines.Count + 1, DateTimeOffset.UnixEpoch, Guid.Empty, null, Guid.NewGuid(), Guid.Empty, name, salt, data, digest, previous));
            previous = lines[^1].Hash();
        }
        return lines;
    }

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
