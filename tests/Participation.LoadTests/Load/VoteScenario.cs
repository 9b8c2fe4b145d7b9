using Participation.LoadTests.Figures;
using Participation.LoadTests.House;
using Participation.LoadTests.Hub;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace Participation.LoadTests.Load;

/// <summary>A vote: everyone in the room votes once within so many seconds.</summary>
internal static class VoteScenario
{
    private const int Options = 8;

    public static Task<int> Run(string[] args) => Scenario.Run("vote", args, ["--participants", "--seconds", "--kind"], Once);

    private static async Task<Run> Once(Arguments arguments)
    {
        var (participants, seconds, dots) = (arguments.Whole("--participants"), arguments.Number("--seconds"), arguments.OneOf("--kind", "dot-vote", "opinions") == "dot-vote");
        await using var hall = await Hall.Fill(arguments, participants, place =>
        {
            if (dots) WorkshopFolder.WriteDots(place, "Vote", Options);
            else WorkshopFolder.WriteOpinions(place, "Vote", limit: 100);
        });
        var (room, rate, sending) = (hall.Rooms[0], participants / seconds, new Percentiles());
        if (!dots)
            foreach (var text in (string[])["The street is for walking", "The square is for markets"]) await Give(hall.Crowd.Next(), new(Guid.CreateVersion7(), "opinions.add", new { text }, WorkshopFolder.Item));
        await Loops.Open(rate, Scenario.WarmUpOf(arguments), _ => Vote(hall.Crowd.Next(), 1));
        if (dots) await room.Act("step.new-round", WorkshopFolder.Item);

        var acknowledging = hall.Acknowledge();
        var (begin, voters, number) = (hall.Read(), hall.Crowd.Phones, -1);
        var started = Stopwatch.GetTimestamp();
        await Loops.Open(rate, seconds, due =>
        {
            sending.Add(due, Stopwatch.GetTimestamp());
            return Vote(voters[++number], 2, due);
        });
        var (all, end) = (Stopwatch.GetElapsedTime(started).TotalSeconds, hall.Read());
        return await hall.Judged(
            [new("votes", "", number + 1), new("all acknowledged after", "s", all)], acknowledging.Figures("receipt"),
            begin.Until(end, participants, 0, hall.Server), [new("generator late, p99", "ms", sending.At(0.99))]);

        Task Vote(Phone voter, int statement, long? due = null) => dots
            ? Give(voter, Sent.Ballot(WorkshopFolder.Item, "", Ballot()), due)
            : Give(voter, Sent.Ballot(WorkshopFolder.Item, $"OP-{statement:000}", Random.Shared.Next(2) == 0 ? "agree" : "disagree"), due);

        Task Give(Phone voter, Sent sent, long? due = null) => room.Ledger.Give(voter.Screen, sent, due);
    }

    private static string[] Ballot()
    {
        var first = Random.Shared.Next(Options);
        return [$"3 o{1 + first}", $"2 o{1 + ((first + 1) % Options)}"];
    }
}
