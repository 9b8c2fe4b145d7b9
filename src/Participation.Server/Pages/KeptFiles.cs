using System.Collections;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Participation.Server.Pages;

/// <summary>
/// The files of the pages, read once. One that is sent from disk is open until its reader has read it: over HTTP/2 a few who read nothing would hold
/// more of them than the system gives, and a server that can open no file ends.
/// </summary>
internal sealed class KeptFiles(IFileProvider inner) : IFileProvider
{
    private readonly KeptBytes kept = new();

    public IDirectoryContents GetDirectoryContents(string subpath) => new Listed(inner.GetDirectoryContents(subpath), kept);

    public IChangeToken Watch(string filter) => inner.Watch(filter);

    public IFileInfo GetFileInfo(string subpath) => inner.GetFileInfo(subpath) is { Exists: true, IsDirectory: false } file ? new Kept(file, kept) : inner.GetFileInfo(subpath);

    /// <summary>Nor does who finds a file by its folder open it.</summary>
    private sealed class Listed(IDirectoryContents inner, KeptBytes kept) : IDirectoryContents
    {
        public bool Exists => inner.Exists;

        public IEnumerator<IFileInfo> GetEnumerator() => inner.Select(file => file.IsDirectory ? file : new Kept(file, kept)).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Kept(IFileInfo file, KeptBytes kept) : IFileInfo
    {
        public bool Exists => true;

        public bool IsDirectory => false;

        public DateTimeOffset LastModified => file.LastModified;

        public long Length => file.Length;

        public string Name => file.Name;

        /// <summary>None: by it the file would be opened and sent.</summary>
        public string? PhysicalPath => null;

        public Stream CreateReadStream() => new MemoryStream(kept.Of(file), writable: false);
    }
}
