using System.Text.Json;
using Participation.Tests.Laws;

namespace Participation.Tests.BadInput;

/// <summary>Texts that have broken other programs, each with the code of the refusal it deserves or null when it is to be stored.</summary>
internal static class Naughty
{
    private static string Folder => Path.Combine(Repository.Root, "..", "shared", "data", "text");

    /// <summary>As JSON, so that what no C# string can hold may stand here too.</summary>
    public static IEnumerable<(string Json, string? Code)> ByHand() =>
    [
        ("\"\"", "text.empty"),
        ("\"   \\t \\n \\u00a0 \\u3000\"", "text.empty"),
        ("\"\\u200b\\u200d\\ufeff\"", "text.empty"),
        ("\"\\u2800\\u3164\\u115f\\u1160\\uffa0\"", "text.empty"),
        ("\"\\u0000\\u0002\"", "text.empty"),
        ("\"a\\u0000b\"", null),
        ("\"a\\u0001b\"", null),
        ("\"a\\u001bb\"", null),
        ("\"a\\u007fb\"", null),
        ("\"a\\u001fb\"", null),
        ("\"a\\u0085b\\u000bc\\u000cd\\u2028e\"", null),
        ("\"\\ud800\"", "text.broken"),
        ("\"a\\udc00b\"", "text.broken"),
        ("\"\\udc00\\ud800\"", "text.broken"),
        ("\"a\\ufffe\"", "text.broken"),
        (Quoted("a" + new string('\u0301', 10_000)), "text.too-long"),
        (Quoted(new string('x', 2_001)), "text.too-long"),
        (Quoted(new string('x', 8_193)), "text.too-long"),
        (Quoted(string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 400))), "text.too-long"),
        (Quoted(new string('x', 2_000)), null),
        (Quoted("a" + new string('\u0301', 100)), null),
        (Quoted("‮txt.exe‬ rtl ⁦override⁩ עברית العربية"), null),
        (Quoted("👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽 é e\u0301 Å A\u030a"), null),
        (Quoted("two\nlines\tand\r\nthree"), null),
        (Quoted("\ufffd\uffff"), null),
        (Quoted("<script>alert(1)</script> <img src=x onerror=alert(1)> {{7*7}} ${7*7} #{7*7} #let x = 1"), null),
        ("\"escaped \\u003cb\\u003e and \\/ and \\ud83c\\udf33\"", null),
    ];

    /// <summary>The lists of strings in the data that lies beside the house.</summary>
    public static IEnumerable<string> OfTheLists() => Directory.GetFiles(Folder).Order(StringComparer.Ordinal).SelectMany(file => file.EndsWith(".json", StringComparison.Ordinal)
        ? JsonSerializer.Deserialize<string[]>(File.ReadAllText(file))!
        : File.ReadAllLines(file));

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Participation.Journal.Json.Options);
}
