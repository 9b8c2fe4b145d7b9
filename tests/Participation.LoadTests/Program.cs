using Participation.Journal;
using Participation.LoadTests.Chaos;
using Participation.LoadTests.Compare;
using Participation.LoadTests.Growth;
using Participation.LoadTests.Load;
using Participation.LoadTests.Replay;
using Participation.LoadTests.Reports;
using Participation.LoadTests.Seeded;
using Participation.LoadTests.Sessions;
using Participation.LoadTests.Sitting;
using Participation.LoadTests.Store;

namespace Participation.LoadTests;

/// <summary>A console program that judges the server with the model: exit code 0 when it held, 1 when not, 2 for wrong words.</summary>
internal static class Program
{
    private const string Usage = """
        replay FOLDER --out DIR [--speed N|max]                a conversation in the Polis export format happens again
        compare --participants N --rate R --seconds S [--repeat K] [--warm-up S] [--json FILE]    the product, a Socket.IO server and a bare stream at the same work
        store [--sync MS,…] [--repeat K] [--seconds S] [--json FILE]   the journal beside the most that the machine gives, and beside a commit a row
        sessions --entries N [--sessions N] [--repeat K] [--json FILE]   an archive is made and looked at: start, list, opening, report
        report --rows N [--repeat K] [--json FILE]             the PDF of a large session, in turn with Chromium's print of its page
        report --live [--rows N] [--participants N] [--rate R] [--seconds S] [--repeat K] [--warm-up S] [--json FILE]    receipts while that PDF is made, in turn with windows without
        sitting [--lines N,M] [--repeat K]                     N lines are seated: what a close costs the writer, beside one of a session with a hundred
        growth participants|rate|contributions|tables|sessions [--sizes A,B,…]         load at growing sizes: how each cost grows

        Scenarios (build with -c Release; every one ends with a table, and with exit code 1 when something was lost, doubled or shown otherwise):
        load --participants N --rate R --seconds S             N phones give R ideas a second in all; receipts, consoles, phones, traffic, cost
             [--loop closed [--writers W]]                     W phones (all), each of which gives again when it has its receipt; without --rate
             [--tables T] [--sessions S] [--before N]          the phones sit at T tables, or in S sessions; N ideas are there before
        vote --participants N --seconds S [--kind dot-vote|opinions]     everyone votes once within S seconds
        acts --participants N [--times K] [--within MS]        a facilitator locks, hides, goes on: until 99 % of the phones know, within MS (300), and the last
        hold --participants N,M --seconds S [--rate R]         N phones held while 20 ideas a second are given, then M: memory and cost compared
        stalled --participants N --stalled K --rate R --seconds S [--pings on|off]    K phones stop reading: the others, and how the K come back
             [--p99 MS] [--last MS]                            the others have 99 % of their receipts within MS (100), the last within MS (500)
        herd --participants N [--times K] [--pause MS]         all connections cut at once, all back from one address; first pause 0 to MS (500);
             [--within S]                                      99 % back within S seconds (3 for 500, 10 for 2,000), none refused
        soak --participants N --minutes M [--rate R] [--kind dot-vote|ideas] [--cuts C]    memory over time; C connections a second are cut (1)

        chaos NAME …       what must not break anything: the server killed, without power, its disk full, its file held, the process stopped …; `chaos` alone lists them

        seeded [--only NAME] [--minutes M] [--after-tests passed]    bugs put into the product one by one: each must make its test fail; no more are begun after M minutes

        All scenarios: [--warm-up S] seconds of the same work before (25) · [--repeat K] median and range of K runs · [--json FILE]
                       [--sync MS] every fsync of the server costs MS more (needs cc) · many phones need a high `ulimit -n`
                       [--slowness N] on a machine that has other work: screens may take N times five seconds until they are the same, and no receipt is timed
        Everywhere:    --server SETUP-LINK --workshops DIR uses a running server whose workshops lie in DIR; else one is started.
        """;

    public static async Task<int> Main(string[] args)
    {
        try
        {
            return args switch
            {
                ["replay", .. var rest] => await ReplayProgram.Run(rest),
                ["store", .. var rest] => await StoreProgram.Run(rest),
                ["load", .. var rest] => await LoadScenario.Run(rest),
                ["vote", .. var rest] => await VoteScenario.Run(rest),
                ["acts", .. var rest] => await ActsScenario.Run(rest),
                ["hold", .. var rest] => await HoldScenario.Run(rest),
                ["stalled", .. var rest] => await StalledScenario.Run(rest),
                ["herd", .. var rest] => await HerdScenario.Run(rest),
                ["soak", .. var rest] => await SoakScenario.Run(rest),
                ["sessions", .. var rest] => await SessionsProgram.Run(rest),
                ["compare", .. var rest] => await CompareProgram.Run(rest),
                ["report", "--live", .. var rest] => await LiveReport.Run(rest),
                ["report", .. var rest] => await ReportProgram.Run(rest),
                ["sitting", .. var rest] => await SittingProgram.Run(rest),
                ["growth", .. var rest] => await GrowthProgram.Run(rest),
                ["chaos", .. var rest] => await ChaosProgram.Run(rest),
                ["seeded", .. var rest] => await SeededProgram.Run(rest),
                ["raw-server", .. var rest] => await RawServer.Run(rest),
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
