using Participation.Journal;
using Participation.Server.Lines;
using Participation.Server.Live;
using Participation.Server.Storage;
using Participation.Sessions;
using Participation.Sessions.Acts;

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
        services.AddSingleton<ISessionWatch>(provider => new Watch(provider.GetRequiredService<Broadcast>(), provider.GetRequiredService<Standing>(), provider.GetRequiredService<Backups>()));
    }

    /// <summary>Screens first; then the lines hear who sits no more, and the copies hear whether a session was closed or words were erased.</summary>
    private sealed class Watch(ISessionWatch screens, Standing standing, Backups backups) : ISessionWatch
    {
        public void Committed(SessionState state, IReadOnlyList<Entry> entries)
        {
            screens.Committed(state, entries);
            standing.Committed(state);
            if (entries.Any(entry => entry.Event is WordsErased)) backups.AskAnew();
            else if (entries.Any(entry => entry.Event is SessionClosed)) backups.Ask();
        }
    }
}
