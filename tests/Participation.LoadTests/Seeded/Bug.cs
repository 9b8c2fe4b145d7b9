using Participation.LoadTests.House;

namespace Participation.LoadTests.Seeded;

/// <summary>A small fault, as somebody could make it in passing, and the test that must see it.</summary>
/// <param name="File">Under <c>src</c>; its first folder is the project that is compiled anew, or beside which the file lies.</param>
/// <param name="Text">Stands there once.</param>
/// <param name="Instead">What stands there with the bug.</param>
/// <param name="Test">Class and method; a theory is seen to fail when one of its cases does.</param>
internal sealed record Bug(string Name, string File, string Text, string Instead, string Test)
{
    public string Project => File[..File.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>What is not compiled is read by the program where it lies.</summary>
    public bool IsCompiled => File.EndsWith(".cs", StringComparison.Ordinal);

    /// <summary>Where it lies beside the program.</summary>
    public string Beside => File[(Project.Length + 1)..];

    public string Path => Repository.At("src", File);

    /// <summary>The source with the bug in it; null when the text does not stand there exactly once: then the list has grown old.</summary>
    public string? Seeded()
    {
        if (!System.IO.File.Exists(Path)) return null;
        var source = System.IO.File.ReadAllText(Path);
        var parts = source.Split(Text);
        return parts.Length == 2 ? parts[0] + Instead + parts[1] : null;
    }
}
