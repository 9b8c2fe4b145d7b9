using Participation.Journal;
using Participation.Tests.Laws;

namespace Participation.Tests.Golden;

/// <summary>Where the golden journals lie, and what they mean beside them.</summary>
internal static class GoldenFiles
{
    public static string Folder { get; } = Repository.PathOf("tests/Participation.Tests/Golden");

    /// <summary>Their names, without the ending.</summary>
    public static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal);

    public static string Journal(string name) => Path.Combine(Folder, name + ".json");

    public static string Meaning(string name, string part) => Path.Combine(Folder, "Meaning", $"{name}.{part}.json");

    public static IReadOnlyList<Line> Lines(string name) => SessionFile.Read(File.ReadAllText(Journal(name)));
}
