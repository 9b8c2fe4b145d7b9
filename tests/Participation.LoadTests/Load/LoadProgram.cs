using System.Text.Json;
using Participation.Journal;
using Participation.LoadTests.House;
using Participation.LoadTests.Oracle;
using Participation.Sessions;

namespace Participation.LoadTests.Load;

/// <summary><c>load --participants N --rate R --seconds S</c>: so many phones, a console and a projector in one open step, so many ideas a second in all.</summary>
internal static class LoadProgram
{
    /// <summary>Code is compiled while it first runs; what is measured begins after so many seconds when nothing else is said.</summary>
    private const int WarmUp = 5;

    /// <summary>The exit code: 0 when nothing was lost, doubled or shown otherwise than it was.</summary>
    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, "--participants", "--rate", "--seconds", "--warm-up", "--json", "--server", "--workshops");
        var (participants, rate, seconds) = (arguments.Whole("--participants"), arguments.Number("--rate"), arguments.Whole("--seconds"));
        var warmUp = arguments["--warm-up"] is null ? WarmUp : arguments.Whole("--warm-up");
        var submissions = new Submissions((int)(rate * (seconds + warmUp)), rate, (int)(rate * warmUp));
        var (ledger, consoles) = (new Ledger(), new Percentiles());
        await using var room = await Room.Open(
            arguments, ledger, "Load", "en", place => WorkshopFolder.WriteIdeas(place, "Load"), new Watch(submissions, consoles).Show);
        await using var crowd = new Crowd(submissions, ledger);
        await crowd.Gather(room, participants);
        var measured = await crowd.Write(room);
        var file = Exported.Read(await room.Doors.Fetch($"/report/{room.Session}.json", room.Host));
        var findings = ledger.Judge(file.Entries);
        var views = await ViewCheck.Settled(() => ViewCheck.Differences(room, crowd.Phones, file.State));

        var outcome = new LoadOutcome(participants, rate, seconds,
            submissions.Count, ledger.Intents.Count(intent => intent is { Sent.Name: "ideas.give", Answer.Refused: null }), submissions.Sending.At(0.99),
            ledger.Acknowledging.At(0.5), ledger.Acknowledging.At(0.95), ledger.Acknowledging.At(0.99),
            consoles.At(0.5), consoles.At(0.95), consoles.At(0.99),
            crowd.Delivering.At(0.5), crowd.Delivering.At(0.95), crowd.Delivering.At(0.99),
            crowd.Delivering.Count / measured.Seconds, measured.Frames / measured.Seconds / participants, measured.Bytes / measured.Seconds / participants,
            measured.CpuSeconds, room.Server?.PeakBytes / 1e6,
            crowd.Phones.Sum(phone => phone.Lost), crowd.Phones.Sum(phone => phone.Gaps), findings.Lost, findings.Duplicated, views.Count == 0);
        foreach (var line in outcome.Table()) Console.WriteLine(line);
        foreach (var remark in findings.Remarks.Concat(views).Take(20)) await Console.Error.WriteLineAsync(remark);
        if (arguments["--json"] is { } path) await File.WriteAllTextAsync(path, JsonSerializer.Serialize(outcome, Json.Options));
        return outcome.Holds ? 0 : 1;
    }
}
