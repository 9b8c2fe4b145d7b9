using System.Collections.Concurrent;
using Microsoft.Extensions.FileProviders;

namespace Participation.Server.Pages;

/// <summary>What stands in files that are sent again and again, the same bytes for all who read; read anew when a file was written.</summary>
internal sealed class KeptBytes
{
    private readonly ConcurrentDictionary<string, (DateTimeOffset Written, byte[] Bytes)> read = [];

    public byte[] Of(IFileInfo file)
    {
        var path = file.PhysicalPath ?? file.Name;
        if (read.TryGetValue(path, out var kept) && kept.Written == file.LastModified && kept.Bytes.Length == file.Length) return kept.Bytes;
        using var from = file.CreateReadStream();
        var bytes = new byte[file.Length];
        from.ReadExactly(bytes);
        read[path] = (file.LastModified, bytes);
        return bytes;
    }
}
