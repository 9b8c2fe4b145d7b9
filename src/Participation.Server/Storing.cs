using Participation.Journal;
using Participation.Server.Lines;
using Participation.Server.Live;
using Participation.Server.Pages;
using Participation.Server.Storage;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Voting;

namespace Participation.Server;

/// <summary>Puts the store together: the data file, its epoch, its check after a crash, its copies.</summary>
internal static class Storing
{
    public static void AddStorage(this IServiceCollection services, string data, IConfiguration configuration)
    {
        services.AddSingleton(_ => new SqliteJournal(Path.Combine(data, JournalFile.Name)));
        services.AddSingleton<IJournal>(provider => provider.GetRequiredService<SqliteJournal>());
        services.AddSingleton(provider => provider.GetRequiredService<SqliteJournal>().Epoch);
        services.AddSingleton(FreeSpace.Of(data));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<Backups>(
            provider, Path.Combine(data, BackupFolder.Name), configuration["BackupTo"] ?? ""));
        services.AddHostedService(provider => provider.GetRequiredService<Backups>());
        services.AddSingleton(new Keeping(configuration.GetValue<int?>("KeepMonths") ?? 0));
        services.AddHostedService<Retention>();
        services.AddSingleton<FullCheck>();
        services.AddHostedService(provider => provider.GetRequiredService<FullCheck>());
        services.AddSingleton<Watches>();
    }

    /// <summary>
    /// Whoever hears of what is on disk. The desk hears it before them; then what is kept for readers and the screens, then the lines who sits no more, and the copies whether a session was closed, a vote counted or words were erased.
    /// </summary>
    internal sealed class Watches(Broadcast<SessionState> screens, Standing standing, KeptAnswers answers, Backups backups, ILogger<Watches> log) : IWatch
    {
        public void Committed(Guid stream, IReadOnlyList<Entry> entries)
        {
            try
            {
                answers.Committed(stream, entries);
                screens.Committed(stream, entries);
                standing.Committed(stream, entries);
                if (entries.Any(entry => entry.Event is WordsErased)) backups.AskAnew();
                else if (entries.Any(entry => entry.Event is SessionClosed or StepCounted)) backups.Ask();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // The journal goes on whatever happens here, and would say nothing of it.
                log.LogError("Not all who watch {Session} heard of it: {Error}", stream, $"{e.GetType().Name} {e.StackTrace}");
            }
        }
    }
}
