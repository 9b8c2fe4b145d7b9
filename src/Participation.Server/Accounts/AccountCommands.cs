using System.Globalization;
using Microsoft.Data.Sqlite;
using Participation.Server.Storage;

namespace Participation.Server.Accounts;

/// <summary>
/// What can be done with accounts from the command line: <c>account reset</c>, for an administrator whom no other can help. It works on the server's
/// machine, on its data folder, while the server is stopped: whoever can do that could move the whole file away as well.
/// </summary>
public static class AccountCommands
{
    /// <summary>The exit code (0 done, 1 not possible, 2 wrong use), or null when the arguments are for somebody else.</summary>
    public static int? Run(string[] args, TextWriter output, TimeProvider clock) => args switch
    {
        ["account", "reset", var name] => Reset(name, "data", output, clock),
        ["account", "reset", var name, "--in", var data] => Reset(name, data, output, clock),
        ["account", ..] => Say(output, "Usage: account reset NAME [--in DATA]", 2),
        _ => null,
    };

    private static int Reset(string name, string data, TextWriter output, TimeProvider clock)
    {
        if (!File.Exists(Path.Combine(data, AccountFile.Name))) return Say(output, $"There are no accounts in {data}.", 1);
        try
        {
            // A server keeps accounts in memory and would not see the change.
            using var alone = new JournalLock(Path.Combine(data, JournalFile.Name));
            using var file = new AccountFile(data);
            if (new AccountBook(file, clock).Named(name) is not { } account) return Say(output, $"Nobody in {data} is called {name}.", 1);
            if (account.Disabled) return Say(output, $"The account of {account.Name} is disabled; an administrator can enable it.", 1);
            var link = new Invitations(file, clock).Make(account: account.Id);
            output.WriteLine($"Start the server and open this address on it, in place of /sign-in: /invitation#{link}");
            return Say(output, string.Create(CultureInfo.InvariantCulture,
                $"There {account.Name} chooses a new password. It is good once, for {Invitations.Lasts.TotalHours} hours; until then the old password holds."), 0);
        }
        catch (Exception e) when (e is StorageRefusedException or SqliteException or IOException or UnauthorizedAccessException)
        {
            return Say(output, $"Nothing was changed. {e.Message}", 1);
        }
    }

    private static int Say(TextWriter output, string text, int code)
    {
        output.WriteLine(text);
        return code;
    }
}
