using System.Security;
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

    /// <exception cref="WorkshopException">It is a link, too large, or cannot be read.</exception>
    public static string Read(string folder, string name, int most)
    {
        var path = Path.Combine(folder, name);
        if (!IsHere(path)) throw new WorkshopException(name, "$", null, "workshop.unreadable");
        try
        {
            if (new FileInfo(path).Length > most) throw new WorkshopException(name, "$", null, "workshop.too-large", $"{most / 1024}");
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            throw new WorkshopException(name, "$", null, "workshop.unreadable");
        }
    }
}
