using System.Globalization;

namespace Participation.Server.Storage;

/// <summary><c>verify</c>: whether the chains of a file hold, and where in them a fingerprint stands that was printed.</summary>
internal static class VerifyCommand
{
    /// <summary>
    /// So many digits of a fingerprint are enough; older reports printed the fewest on their page of approval. Whoever prepares two records beforehand finds
    /// two with the same 16 digits on one machine (some 2^32 tries), and none with the same 32.
    /// </summary>
    private const int Enough = 32, Fewest = 16, Whole = 64;

    /// <summary>0: the file holds, and the fingerprint stands in it; 1: not.</summary>
    public static int Run(string file, string? head, TextWriter output)
    {
        if (!File.Exists(file)) return Say(output, $"{file} does not exist.", 1);
        var sought = head is null ? null : string.Concat(head.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        if (sought is not null && (sought.Length is < Fewest or > Whole || !sought.All(char.IsAsciiHexDigit)))
            return Say(output, $"{head} is no fingerprint: it has {Whole} digits, 0 to 9 and a to f, of which the first {Enough} are enough ({Fewest} of an older report).", 1);
        var check = JournalFile.Verify(file, sought);
        foreach (var damage in check.Damage) output.WriteLine($"The file is damaged: {damage}");
        foreach (var found in check.Breaks) output.WriteLine($"Journal {found.Stream} breaks at entry {found.Number}: {Reason(found.Reason)}.");
        foreach (var erased in check.Erased) output.WriteLine($"Journal {erased.Stream}: the text of {Entries(erased.Lines)} was erased.{OnItsWord(erased.OnItsWord)}");
        if (sought?.Length < Enough)
            output.WriteLine($"{sought.Length} digits are short: who prepared two records before anybody signed can have given both the same. Compare all {Whole} digits of the report.");
        var known = head is null || Found(check.Found, head, output);
        return check.Holds && known
            ? Say(output, $"{file} holds: {check.Entries} entries in {check.Streams} journals.", 0)
            : Say(output, check.Holds ? $"{file} holds in itself, but not to this fingerprint." : $"{file} does not hold.", 1);
    }

    private static bool Found(IReadOnlyList<JournalHead> found, string head, TextWriter output)
    {
        if (found.Count != 1)
        {
            output.WriteLine(found.Count == 0
                ? $"No entry has the fingerprint {head}: it is of another file, or the record was written anew."
                : $"{found.Count} entries have a fingerprint that begins with {head}: give all of it.");
            return false;
        }
        var one = found[0];
        output.WriteLine($"{one.Hash} is the fingerprint of entry {one.Number} of journal {one.Stream}, recorded {one.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC.");
        output.WriteLine(one.Followed.Count == 0 ? "No entry followed." : $"{Entries(one.Followed.Sum(kind => kind.Count))} followed: {string.Join(", ", one.Followed.Select(kind => $"{kind.Count} {kind.Name}"))}.");
        output.WriteLine(one.Erased.Count == 0
            ? "Everything up to it is as it was."
            : $"Everything up to it is as it was, but for the text of {Entries(one.Erased.Count)} that was erased since: {string.Join(", ", one.Erased)}.{OnItsWord(one.OnItsWord)}");
        return true;
    }

    private static string OnItsWord(long lines) =>
        lines == 0 ? "" : $" Of these {lines} were written before texts were kept apart: that nothing but text went from them is said by who erased it, and by nothing else.";

    private static string Entries(long count) => count == 1 ? "1 entry" : $"{count} entries";

    private static string Reason(string reason) => reason switch
    {
        "number" => "an entry is missing or stands twice",
        "previous" => "the entry before it was changed",
        "data" => "its text was changed",
        "told" => "it says of entries that they lost their text, and that is not so",
        "missing" => "it and what followed are missing",
        "event" => "it is no beginning that this version knows, and no server would start on the file",
        "head" => "it is not the entry that was recorded as the last",
        _ => "it has not the form of an entry",
    };

    private static int Say(TextWriter output, string text, int code)
    {
        output.WriteLine(text);
        return code;
    }
}
