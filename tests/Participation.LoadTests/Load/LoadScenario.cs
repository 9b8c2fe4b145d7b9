using Participation.LoadTests.Figures;

namespace Participation.LoadTests.Load;

/// <summary>Phones write, all are shown: how soon each idea is on disk, on the consoles and on every phone, and what that costs.</summary>
internal static class LoadScenario
{
    public static Task<int> Run(string[] args) => Scenario.Run(
        "load", args, ["--participants", "--rate", "--seconds", "--tables", "--sessions", "--loop", "--writers", "--before"], Once);

    public static async Task<Run> Once(Arguments arguments)
    {
        var (participants, seconds, open) = (arguments.Whole("--participants"), arguments.Whole("--seconds"), arguments.OneOf("--loop", "open", "closed") == "open");
        var entrance = new Entrance { Tables = arguments["--tables"] is null ? 0 : arguments.Whole("--tables") };
        var rate = open ? arguments.Number("--rate") : 0;
        await using var hall = await Hall.WithIdeas(arguments, participants, entrance, arguments.Whole("--sessions", 1));
        if (arguments["--before"] is not null) await hall.Stock(arguments.Whole("--before"));
        await Work(Scenario.WarmUpOf(arguments));

        var acknowledging = hall.Acknowledge();
        hall.Submissions.Measure();
        var begin = hall.Read();
        await Work(seconds);
        var end = hall.Read();

        var run = await hall.Judged();
        var (delivering, acknowledged) = (hall.OnPhones(), hall.Submissions.Acknowledged / begin.SecondsUntil(end));
        return run with
        {
            Figures =
            [
                new("acknowledged", "1/s", acknowledged), .. acknowledging.Figures("receipt"), .. hall.Consoles.Figures("on the console"),
                .. delivering.Figures("on phones"), .. begin.Until(end, participants, delivering.Count, hall.Server),
                new("generator late, p50", "ms", hall.Submissions.Sending.At(0.5)), new("generator late, p99", "ms", hall.Submissions.Sending.At(0.99)), .. run.Figures,
            ],
        };

        Task Work(double time) => open
            ? hall.Give(rate, time)
            : Loops.Closed(arguments.Whole("--writers", participants), time, () =>
            {
                var phone = hall.Crowd.Next();
                return due => hall.Submissions.Give(phone, due);
            });
    }
}
