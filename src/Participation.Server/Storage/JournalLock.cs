namespace Participation.Server.Storage;

/// <summary>The operating system's lock on <c>FILE.lock</c>: one server per journal file. It falls with the process, however that ends.</summary>
internal sealed class JournalLock : IDisposable
{
    private readonly FileStream held;

    /// <exception cref="StorageRefusedException">Another process holds it.</exception>
    public JournalLock(string path)
    {
        try
        {
            // What a link points at is not made, and no lock of somebody else's is taken for this one.
            if (new FileInfo(path + ".lock").LinkTarget is not null) File.Delete(path + ".lock");
            held = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new StorageRefusedException(
                $"Another server is already running on {path}. Stop it first, or start this one with another file.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StorageRefusedException($"No permission to write beside {path}.", e);
        }
    }

    // The file stays: deleting it would let a third process lock a name that the second no longer sees.
    public void Dispose() => held.Dispose();
}
