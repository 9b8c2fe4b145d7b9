using System.Security;
using System.Text;
using Participation.Workshops;

namespace Participation.Server.Pages;

/// <summary>A file of a workshop's folder, which may come from anywhere: read only when it lies there itself and is of a size that a workshop has.</summary>
internal static class ShelfFile
{
    /// <summary>Bytes. A workshop of fifty steps in one language has 50 kB, a session of ten thousand contributions 8 MB.</summary>
    public const int MostText = 1024 * 1024, MostSample = 32 * 1024 * 1024;

    /// <summary>A link may lead anywhere on this machine: what it shows would be handed out.</summary>
    public static bool IsHere(string path)
    {
        try
        {
            return !File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Without a mark that says otherwise a file is UTF-8. What an older editor saved in another way would lose letters: it is refused where the first cannot be read.</summary>
    private static string Text(string name, byte[] bytes)
    {
        Encoding encoding = bytes is [0xFF, 0xFE, ..] ? new UnicodeEncoding(false, true, true) : bytes is [0xFE, 0xFF, ..] ? new UnicodeEncoding(true, true, true) : new UTF8Encoding(true, true);
        var mark = bytes.AsSpan().StartsWith(encoding.Preamble) ? encoding.Preamble.Length : 0;
        try
        {
            return encoding.GetString(bytes, mark, bytes.Length - mark);
        }
        catch (DecoderFallbackException unread)
        {
            var line = 1 + bytes.AsSpan(0, Math.Clamp(mark + unread.Index, 0, bytes.Length)).Count((byte)'\n');
            throw new WorkshopException(name, "$", line, "workshop.wrong-encoding");
        }
    }

    /// <exception cref="WorkshopException">It is a link, too large, no UTF-8, or cannot be read.</exception>
    public static string Read(string folder, string name, int most)
    {
        var path = Path.Combine(folder, name);
        if (!IsHere(path)) throw new WorkshopException(name, "$", null, "workshop.unreadable");
        try
        {
            if (new FileInfo(path).Length > most) throw new WorkshopException(name, "$", null, "workshop.too-large", $"{most / 1024}");
            return Text(name, File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            throw new WorkshopException(name, "$", null, "workshop.unreadable");
        }
    }
}
