namespace Participation.Tests;

/// <summary>Data that lies beside the repository, in <c>../shared</c>: read by the tests, never a part of the product.</summary>
internal static class SharedData
{
    /// <summary>The full path of a file such as <c>data/text/naughty_strings_a.json</c>.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public static string File(string path)
    {
        var house = new DirectoryInfo(AppContext.BaseDirectory);
        while (house is not null && !System.IO.File.Exists(Path.Combine(house.FullName, "Participation.sln"))) house = house.Parent;
        var found = Path.GetFullPath(Path.Combine(house?.FullName ?? ".", "..", "shared", path));
        return System.IO.File.Exists(found)
            ? found
            : throw new FileNotFoundException($"This test reads ../shared/{path}, beside the repository: it is missing ({found}).");
    }
}
