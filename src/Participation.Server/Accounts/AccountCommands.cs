using System.Globalization;
using Microsoft.Data.Sqlite;
using Participation.Server.Storage;
using Participation.Texts;

namespace Participation.Server.Accounts;

/// <summary>
/// What can be done with accounts from the command line: <c>account reset</c>, for an administrator whom no other can help, and <c>account link</c>, which
/// says under which name the organisation's directory knows somebody. It works on the server's machine, on its data folder, while the server is stopped: whoever can do that could move the whole file away as well.
/// </summary>
public static class AccountCommands
{
    /// <summary>The exit code (0 done, 1 not possible, 2 wrong use), or null when the arguments are for somebody else.</summary>
    public static int? Run(string[] args, TextWriter output, TimeProvider clock) => args switch
    {
        ["account", "reset", var name] => Reset(name, "data", output, clock),
        ["account", "reset", var name, "--in", var data] => Reset(name, data, output, clock),
        ["account", "link", var name, var known] => Link(name, known, "data", output, clock),
        ["account", "link", var name, var known, "--in", var data] => Link(name, known, data, output, clock),
        ["account", ..] => Say(output, "Usage: account reset NAME [--in DATA] | account link NAME SUBJECT-OR-EMAIL [--in DATA]", 2),
        _ => null,
    };

    private static int Reset(string name, string data, TextWriter output, TimeProvider clock) => Do(name, data, output, clock, (file, _, account) =>
    {
        var link = new Invitations(file, clock).Make(account: account.Id);
        output.WriteLine($"Start the server and open this address on it, in place of /sign-in: /invitation#{link}");
        return Say(output, string.Create(CultureInfo.InvariantCulture,
            $"There {account.Name} chooses a new password. It is good once, for {Invitations.Lasts.TotalHours} hours; until then the old password holds."), 0);
    });

    private static int Link(string name, string known, string data, TextWriter output, TimeProvider clock) => Do(name, data, output, clock, (file, accounts, account) =>
        known.Trim().Length is < 1 or > 255 ? Say(output, "A subject or address has 1 to 255 characters.", 1)
        : new Identities(file, accounts).Link(account.Id, known) ? Say(output, $"Whom the organisation knows as {known} signs in as {account.Name}.", 0)
        : Say(output, $"Somebody else signs in as {known}. Nothing was changed.", 1));

    private static int Do(string name, string data, TextWriter output, TimeProvider clock, Func<AccountFile, AccountBook, Account, int> what)
    {
        if (!File.Exists(Path.Combine(data, AccountFile.Name))) return Say(output, $"There are no accounts in {data}.", 1);
        try
        {
            // A server keeps accounts in memory and would not see the change.
            using var alone = new JournalLock(Path.Combine(data, JournalFile.Name));
            using var file = new AccountFile(data);
            var accounts = new AccountBook(file, clock);
            if (accounts.Named(name) is not { } account) return Say(output, $"Nobody in {data} is called {name}.", 1);
            if (account.Disabled) return Say(output, $"The account of {account.Name} is disabled; an administrator can enable it.", 1);
            return what(file, accounts, account);
        }
        catch (Exception e) when (e is StorageRefusedException or SqliteException or IOException or UnauthorizedAccessException)
        {
            return Say(output, $"Nothing was changed. {e.Message}", 1);
        }
    }

    private static int Say(TextWriter output, string text, int code)
    {
        output.WriteLine(PlainDirection.Of(text));
        return code;
    }
}
