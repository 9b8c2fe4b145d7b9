using System.Text.RegularExpressions;

namespace Participation.Server.Reports;

/// <summary>The faces of the web report: those of wall and console, from the same list, under names that do not change with each build of the pages.</summary>
internal static partial class ReportFonts
{
    /// <summary>Where the server gives them out.</summary>
    public const string Folder = "/fonts";

    /// <summary>The rules that name the faces, each with its address here.</summary>
    public static string Faces { get; } = Read();

    /// <summary>The names of the files that the rules ask for.</summary>
    public static IReadOnlySet<string> Names { get; } = Addresses().Matches(Faces).Select(found => found.Groups[1].Value).ToHashSet();

    private static string Read()
    {
        using var reader = new StreamReader(typeof(ReportFonts).Assembly.GetManifestResourceStream("fonts.css")!);
        return string.Concat(reader.ReadToEnd().Split('\n').Where(line => line.StartsWith("@font-face", StringComparison.Ordinal))
            .Select(line => Sources().Replace(line, $"url(\"{Folder}/$1\")") + "\n"));
    }

    [GeneratedRegex(@"url\(""[^""]*/([a-z0-9-]+\.woff2)""\)", RegexOptions.NonBacktracking)]
    private static partial Regex Sources();

    [GeneratedRegex(@"/([a-z0-9-]+\.woff2)""", RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();
}
