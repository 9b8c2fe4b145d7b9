using Participation.Journal;
using Participation.Server.Pages;

namespace Participation.Server;

/// <summary>What the server does before it listens: learns which sessions there are, and on an empty file lays out something to try.</summary>
internal static class Opening
{
    /// <summary>The workshop that a newcomer finds ready to join.</summary>
    public const string DemoWorkshop = "mappa-delle-idee";

    public static async Task Prepare(IServiceProvider services)
    {
        var (journal, directory) = (services.GetRequiredService<IJournal>(), services.GetRequiredService<SessionDirectory>());
        var firsts = await journal.Firsts();
        directory.Load(firsts);
        if (firsts.Count > 0) return;

        var shelf = services.GetRequiredService<WorkshopShelf>();
        foreach (var found in shelf.All())
        {
            if (found.Problem is { } wrong)
                services.GetRequiredService<ILogger<Program>>().LogWarning("Workshop {Slug}: {File} {Place}: {Reason}", found.Slug, wrong.File, wrong.Place, wrong.Reason.En);
            if (shelf.Sample(found.Slug) is { } sample) await journal.Import(SessionFile.Read(sample));
        }
        directory.Load(await journal.Firsts());
        if (shelf.All().FirstOrDefault(found => found.Slug == DemoWorkshop)?.Workshop is { } demo)
            await services.GetRequiredService<SessionOpener>().Open(demo, null, null, null, Guid.Empty);
    }
}
