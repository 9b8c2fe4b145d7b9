using Participation.Journal;
using Participation.LoadTests.Load;
using Participation.LoadTests.Replay;

const string Usage = """
    replay FOLDER --out DIR [--speed N|max]                        a conversation in the Polis export format happens again
    load --participants N --rate R --seconds S [--warm-up S] [--json FILE]   so many phones write so many ideas a second
    With --server SETUP-LINK --workshops DIR both use a running server, whose workshops lie in DIR; else they start one of their own.
    """;
try
{
    return args switch
    {
        ["replay", .. var rest] => await ReplayProgram.Run(rest),
        ["load", .. var rest] => await LoadProgram.Run(rest),
        _ => throw new FormatException("Say what to do."),
    };
}
catch (FormatException wrong)
{
    Console.Error.WriteLine($"{wrong.Message}\n{Usage}");
    return 2;
}
catch (JournalException broken)
{
    Console.Error.WriteLine($"The exported session does not hold: {broken.Code}");
    return 1;
}
