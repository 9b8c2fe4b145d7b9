using Participation.LoadTests.House;

namespace Participation.Tests;

/// <summary>Data that lies beside the repository, in <c>../shared</c>: read by the tests, never a part of the product.</summary>
internal static class SharedData
{
    /// <summary>The full path of a file or folder such as <c>data/text/naughty_strings_a.json</c>.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public static string At(string path)
    {
        var found = Path.GetFullPath(Repository.At("..", "shared", path));
        return Path.Exists(found) ? found : throw new FileNotFoundException($"This test reads ../shared/{path}, beside the repository: it is missing ({found}).");
    }
}
