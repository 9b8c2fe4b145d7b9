using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Participation.Server.Storage;

/// <summary>What can be done with a journal's file from the command line: <c>verify</c>, <c>backup</c> and <c>restore</c>.</summary>
public static class StorageCommands
{
    /// <summary>The exit code (0 done, 1 the file does not hold or cannot be copied, 2 wrong use), or null when the arguments are for somebody else.</summary>
    public static int? Run(string[] args, TextWriter output) => args switch
    {
        ["verify", var file] => VerifyCommand.Run(file, null, output),
        ["verify", var file, "--head", var head] => VerifyCommand.Run(file, head, output),
        ["backup", var file] => Backup(file, Destination(file), output),
        ["backup", var file, "--to", var destination] => Backup(file, destination, output),
        ["restore", var file] => Restore(file, "data", output),
        ["restore", var file, "--to", var data] => Restore(file, data, output),
        ["verify" or "backup" or "restore", ..] => Usage(output),
        _ => null,
    };

    private static int Backup(string file, string destination, TextWriter output)
    {
        try
        {
            var check = JournalFile.Backup(file, destination);
            return Say(output, $"{destination}: {check.Entries} entries in {check.Streams} journals, checked.", 0);
        }
        catch (Exception e) when (e is StorageRefusedException or IOException or UnauthorizedAccessException or SqliteException)
        {
            return Say(output, $"No backup was made. {e.Message}", 1);
        }
    }

    private static int Restore(string file, string data, TextWriter output)
    {
        try
        {
            var (aside, check) = Restoring.Restore(file, data, DateTimeOffset.UtcNow);
            output.WriteLine($"{data} holds what {file} held: {check.Entries} entries in {check.Streams} journals, checked.");
            if (aside is not null) output.WriteLine($"What was there before is kept as {aside}.");
            return Say(output, "Start the server: phones that were ahead of this copy send again what it does not have.", 0);
        }
        catch (Exception e) when (e is StorageRefusedException or IOException or UnauthorizedAccessException or SqliteException)
        {
            return Say(output, $"Nothing was restored and nothing changed. {e.Message}", 1);
        }
    }

    private static string Destination(string file) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!,
        $"{Path.GetFileNameWithoutExtension(file)}-{DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}{Path.GetExtension(file)}");

    private static int Usage(TextWriter output) => Say(output, "Usage: verify FILE [--head HASH] | backup FILE [--to DEST] | restore FILE [--to DATA]", 2);

    private static int Say(TextWriter output, string text, int code)
    {
        output.WriteLine(text);
        return code;
    }
}
