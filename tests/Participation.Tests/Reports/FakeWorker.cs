namespace Participation.Tests.Reports;

/// <summary>A folder with a worker that misbehaves as a test needs it.</summary>
internal sealed class FakeWorker : IDisposable
{
    public FakeWorker(string script) => File.WriteAllText(System.IO.Path.Combine(Path, "worker.mjs"), script);

    public string Path { get; } = Directory.CreateTempSubdirectory("worker-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
