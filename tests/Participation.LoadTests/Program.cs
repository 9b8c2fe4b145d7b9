using Participation.Journal;
using Participation.LoadTests.Load;
using Participation.LoadTests.Replay;
using Participation.LoadTests.Store;

namespace Participation.LoadTests;

/// <summary>A console program that judges the server with the model: exit code 0 when it held, 1 when not, 2 for wrong words.</summary>
internal static class Program
{
    private const string Usage = """
        replay FOLDER --out DIR [--speed N|max]                                    a conversation in the Polis export format happens again
        load --participants N --rate R --seconds S [--warm-up S] [--json FILE]     so many phones write so many ideas a second in all
        store [--sync MS,…] [--repeat K] [--seconds S] [--json FILE]               the journal beside the most that the machine gives, and beside a commit a row
        With --server SETUP-LINK --workshops DIR both use a running server whose workshops lie in DIR; else they start one of their own.
        """;

    public static async Task<int> Main(string[] args)
    {
        try
        {
            return args switch
            {
                ["replay", .. var rest] => await ReplayProgram.Run(rest),
                ["load", .. var rest] => await LoadProgram.Run(rest),
                ["store", .. var rest] => await StoreProgram.Run(rest),
                _ => throw new FormatException("Say what to do."),
            };
        }
        catch (FormatException wrong)
        {
            await Console.Error.WriteLineAsync($"{wrong.Message}\n{Usage}");
            return 2;
        }
        catch (JournalException broken)
        {
            await Console.Error.WriteLineAsync($"The exported session does not hold: {broken.Code}");
            return 1;
        }
    }
}
