using Participation.Journal;
using Participation.Server.Accounts;
using Participation.Server.Pages;
using Participation.Texts;
using Participation.Views;
using Participation.Workshops;

namespace Participation.Server;

/// <summary>What the server does before it listens: learns which sessions there are, and on an empty file lays out something to try.</summary>
internal static class Opening
{
    /// <summary>The workshop that a newcomer finds ready to join.</summary>
    public const string DemoWorkshop = "mappa-delle-idee";

    public static async Task Prepare(IServiceProvider services)
    {
        // All that anybody will need is looked at now: what is damaged is said by the start, and not by a phone.
        services.GetRequiredService<IJournal>();
        services.GetRequiredService<ServerKey>();
        services.GetRequiredService<AccountFile>();
        services.GetRequiredService<KeyCheck>().Refuse();
        // The desk is made before them, and so hears first.
        services.GetRequiredService<IJournal>().Watch(services.GetRequiredService<Storing.Watches>());
        var (journal, directory) = (services.GetRequiredService<IJournal>(), services.GetRequiredService<SessionDirectory>());
        var firsts = await journal.Firsts();
        directory.Load(firsts);
        if (firsts.Count > 0) return;

        var shelf = services.GetRequiredService<WorkshopShelf>();
        foreach (var found in shelf.All())
        {
            if (found.Problem is { } wrong) Warn(services, found.Slug, wrong.File, wrong.Place, wrong.Reason);
            // A sample is there to be looked at: without it the server starts all the same.
            try
            {
                if (shelf.Sample(found.Slug) is { } sample) await journal.Import(ForeignSession.Read(sample));
            }
            catch (JournalException broken)
            {
                Warn(services, found.Slug, WorkshopShelf.SampleName, broken.Place, Words.Refusal(broken.Code, null));
            }
            catch (WorkshopException unread)
            {
                Warn(services, found.Slug, unread.File, unread.Place, unread.Reason);
            }
        }
        directory.Load(await journal.Firsts());
        if (shelf.All().FirstOrDefault(found => found.Slug == DemoWorkshop)?.Workshop is { } demo)
            await services.GetRequiredService<SessionOpener>().Open(demo, null, null, null, Guid.Empty);
    }

    private static void Warn(IServiceProvider services, string slug, string file, string place, LocalText reason) =>
        services.GetRequiredService<ILogger<Program>>().LogWarning("Workshop {Slug}: {File} {Place}: {Reason}", slug, file, OneLine(place), OneLine(reason.En));

    /// <summary>A place and a reason quote the file: what would begin a line of its own or steer a terminal is shown as a mark.</summary>
    private static string OneLine(string text) => new([.. PlainDirection.Of(text).Take(400).Select(c => char.IsControl(c) ? '\uFFFD' : c)]);
}
