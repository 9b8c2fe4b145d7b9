namespace Participation.Tests.Storage;

/// <summary>A place for a database in a folder of its own that goes with the test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("participation-").FullName;

    public string Path => System.IO.Path.Combine(Folder, "journal.db");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
