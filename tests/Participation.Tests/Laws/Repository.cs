namespace Participation.Tests.Laws;

/// <summary>A file of the house, with its path from the top.</summary>
internal sealed record Source(string Path, string Text)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    public int Lines => Text.Count(c => c == '\n');
}

/// <summary>The files of the house, as they stand beside the running tests.</summary>
internal static class Repository
{
    private static readonly string[] Made = ["bin", "obj", "node_modules", "wwwroot", "dist"];

    public static string Root { get; } = Find();

    /// <summary>True when a test may write what it would else compare: the approved lists and the client's types.</summary>
    public static bool Approving => Environment.GetEnvironmentVariable("APPROVE") == "1";

    public static string PathOf(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>The sources under a folder with one of these endings; nothing that a build made.</summary>
    public static IReadOnlyList<Source> Sources(string folder, params string[] endings) =>
    [
        .. Files(new DirectoryInfo(PathOf(folder)))
            .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
            .Select(file => new Source(Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllText(file)))
            .OrderBy(source => source.Path, StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Files(DirectoryInfo folder) => folder.GetFiles().Select(file => file.FullName)
        .Concat(folder.GetDirectories().Where(child => !Made.Contains(child.Name)).SelectMany(Files));

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Participation.sln"))) at = at.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        return at.FullName;
    }
}
