namespace Participation.LoadTests.Chaos;

/// <summary>What goes wrong in earnest, in a loop: each program ends with its figures, and with exit code 1 when a promise did not hold.</summary>
internal static class ChaosProgram
{
    private static readonly SortedDictionary<string, (string Words, Func<string[], Task<int>> Run)> Programs = new(StringComparer.Ordinal)
    {
        ["bots"] = ("[--honest N] [--bots M] [--seconds S] [--most MS] [--pause MS]: M programs from the same address join and send, MS (50) after each answer; one command removes them", Bots.Run),
        ["erase"] = ("[--erasers N] [--honest M] [--before C] [--seconds S] [--windows W] [--times T]: N people (6) write and erase in a loop beside M others (20), after C ideas (10000); receipts of the others at most T times (2) as slow, p50", Erasers.Run),
        ["first"] = ("--cycles N [--most MS]: the very first start of a server loses its power within MS (1500), and starts again (Linux, cc)", FirstStarts.Run),
        ["files"] = ("[--limit N] [--silent M] [--honest K] [--seconds S] [--most MS] [--patience P]: a server that may open N files (1,000), M silent connections (3 N) and K people (40), K more come; who sees nothing for P seconds (60) is shut out", Files.Run),
        ["full"] = ("--cycles N [--phones P] [--within S]: no file of the server may grow any more, then it may again", FullDisk.Run),
        ["fuzz"] = ("--frames N [--sockets K] [--seconds S] [--seed S]: nonsense on K connections (16) while honest people work, and S seconds (10) without it", FuzzProgram.Run),
        ["hammer"] = ("--mode mine|negotiate|idle|frames|joins [--connections N] [--honest K] [--seconds S] [--most MS] [--limit N] [--patience P]: somebody does that without a pause beside K people (40); S seconds (20) without it, S with it; who sees nothing for P (60) is shut out", HammerProgram.Run),
        ["kill"] = ("--cycles N [--phones P] [--most MS] [--within S] [--least A]: SIGKILL at a random moment under load; back within S seconds (3), A receipts for each phone in each cycle (0.7)", Crashes.Kill),
        ["locked"] = ("--cycles N [--phones P] [--most MS]: another process holds the data file for 1 to 10 s", LockedFile.Run),
        ["power"] = ("--cycles N [--phones P] [--most MS] [--within S] [--least A]: the same, and of the whole data folder what was not flushed is gone or torn (Linux, cc)", Crashes.Power),
        ["proxy"] = ("--phones N [--tables T] [--minutes M] [--seed S]: everyone's network breaks every ten seconds, for M minutes (1), and heals", ProxyProgram.Run),
        ["report"] = ("--cycles N [--phones P]: PDFs and exports while people give", LiveReports.Run),
        ["restore"] = ("--cycles N [--phones P]: a backup taken under load is restored; phones that are ahead send again", Restores.Run),
        ["stop"] = ("--cycles N --seconds S [--phones P]: SIGSTOP, S seconds, SIGCONT", StoppedProcess.Run),
        ["votes"] = ("--rounds N: one participant on twenty connections, fifty times the same ballot and fifty others", VotesProgram.Run),
    };

    public static Task<int> Run(string[] args)
    {
        if (args is [var name, .. var rest] && Programs.TryGetValue(name, out var program)) return program.Run(rest);
        throw new FormatException(string.Join('\n', [.. Programs.Select(each => $"chaos {each.Key} {each.Value.Words}"),
            "All: [--slowness N]: on a machine that has other work, screens may take N times five seconds until they are the same, and no receipt is timed"]));
    }
}
