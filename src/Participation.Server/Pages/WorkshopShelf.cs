using Participation.Texts;
using Participation.Workshops;

namespace Participation.Server.Pages;

/// <summary>The workshops in the server's folder, read anew each time: a facilitator may drop one in while it runs.</summary>
public sealed class WorkshopShelf(string folder)
{
    /// <summary>A folder that holds a workshop, or what is wrong with it.</summary>
    public sealed record Found(string Slug, Workshop? Workshop, WorkshopProblem? Problem);

    public const string SampleName = "sample.json";

    public string Folder => folder;

    public bool Has(string slug) => PathOf(slug) is not null;

    public IEnumerable<Found> All() => !Directory.Exists(folder) ? [] : Directory.GetDirectories(folder)
        .Where(path => ShelfFile.IsHere(path) && File.Exists(Path.Combine(path, WorkshopFile.Name)))
        .Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)
        .Select(slug =>
        {
            try
            {
                return new Found(slug, Find(slug), null);
            }
            catch (WorkshopException wrong)
            {
                return new Found(slug, null, new(wrong.File, wrong.Line is { } line ? $"{wrong.Place} ({line})" : wrong.Place, wrong.Reason));
            }
        });

    /// <exception cref="WorkshopException">The workshop exists and something is wrong with it.</exception>
    public Workshop? Find(string slug)
    {
        if (PathOf(slug) is not { } path) return null;
        var files = WorkshopFile.Names.Where(name => File.Exists(Path.Combine(path, name)))
            .ToDictionary(name => name, name => ShelfFile.Read(path, name, ShelfFile.MostText));
        return WorkshopFile.Read(slug, files);
    }

    /// <summary>A session that was held with this workshop, to look at; null when it has none.</summary>
    /// <exception cref="WorkshopException">It is too large, or cannot be read.</exception>
    public string? Sample(string slug) =>
        PathOf(slug) is { } path && File.Exists(Path.Combine(path, SampleName)) ? ShelfFile.Read(path, SampleName, ShelfFile.MostSample) : null;

    /// <summary>Only a plain name is looked up: nothing outside the folder is ever read.</summary>
    private string? PathOf(string slug)
    {
        var plain = slug.Length is > 0 and <= 40 && slug.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-');
        var path = Path.Combine(folder, slug);
        return plain && ShelfFile.IsHere(path) && File.Exists(Path.Combine(path, WorkshopFile.Name)) ? path : null;
    }
}

/// <summary>What is wrong with a workshop: which file, where in it, and why.</summary>
public sealed record WorkshopProblem(string File, string Place, LocalText Reason);
