namespace Participation.Tests.Reports;

/// <summary>A folder with a worker that misbehaves as a test needs it.</summary>
internal sealed class FakeWorker : IDisposable
{
    public FakeWorker(string script)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, "worker.mjs"), script);
        // As the server's own folder of reports: who runs within is somebody else.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("worker-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
