using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Participation.Server.Storage;

namespace Participation.Server.Accounts;

/// <summary>What accounts are made of.</summary>
internal static class Registration
{
    public static void AddAccounts(this IServiceCollection services, string data)
    {
        services.AddSingleton(provider => new AccountFile(Alone(provider, data)));
        services.AddSingleton(provider => new ServerKey(Alone(provider, data)));
        services.AddSingleton(provider => new KeyFolder(Path.Combine(Alone(provider, data), KeyFolder.Name), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<KeyFolder>>()));
        services.AddOptions<KeyManagementOptions>().Configure<KeyFolder>((keys, folder) => keys.XmlRepository = folder);
        services.AddDataProtection().SetApplicationName("Participation");
        services.AddSingleton<KeyCheck>();
        services.AddSingleton<AccountBook>();
        services.AddSingleton<LiveConnections>();
        services.AddSingleton<SignIns>();
        services.AddSingleton<LeaderSeats>();
        services.AddSingleton<Invitations>();
        services.AddSingleton(PasswordCost.Usual);
        services.AddSingleton<Passwords>();
        services.AddSingleton<SecondFactor>();
        services.AddSingleton<SignInTries>();
        services.AddSingleton<SafeWay>();
        services.AddSingleton<Visitor>();
        services.AddSingleton<SetupLink>();
        services.AddHostedService<Expiring>();
    }

    /// <summary>The data folder, once this server has it for itself: a second one must not make keys in it.</summary>
    private static string Alone(IServiceProvider provider, string data)
    {
        provider.GetRequiredService<SqliteJournal>();
        return data;
    }
}

/// <summary>Each minute ends the sign-ins and leaders' seats whose time is over, and the connections that outlived them.</summary>
internal sealed class Expiring(SignIns signIns, LeaderSeats leaders, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                signIns.EndExpired();
                leaders.EndExpired();
            }
            catch (SqliteException)
            {
                // A full disk keeps the rows; they are over all the same.
            }
        }
    }
}
