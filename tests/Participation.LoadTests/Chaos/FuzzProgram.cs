using System.Diagnostics;
using Participation.LoadTests.Chaos.Fuzz;
using Participation.LoadTests.Figures;
using Participation.LoadTests.House;
using Participation.LoadTests.Load;
using Participation.LoadTests.Oracle;
using Participation.Sessions;

namespace Participation.LoadTests.Chaos;

/// <summary>Nonsense on many connections while honest people work: the server stays, says nothing of an unhandled fault, grows by little, and they notice hardly anything.</summary>
internal static class FuzzProgram
{
    private const long MostGrowth = 50_000_000;
    private const double HonestRate = 20;

    public static Task<int> Run(string[] args)
    {
        var seed = Random.Shared.Next();
        return Scenario.Run("chaos fuzz", args, ["--frames", "--sockets", "--seed", "--seconds"], arguments =>
        {
            var drawn = arguments.Whole("--seed", seed);
            Console.Error.WriteLine($"seed {drawn}");
            return Once(arguments, drawn, arguments.Whole("--frames"), arguments.Whole("--sockets", 16), arguments.Whole("--seconds", 10));
        });
    }

    /// <param name="beside">Seconds of honest work before the nonsense begins and after it ends.</param>
    public static async Task<Run> Once(Arguments arguments, int seed, int frames, int sockets, int beside)
    {
        await using var hall = await Hall.Fill(arguments, 10, place => WorkshopFolder.WriteIdeas(place, "Fuzz"), sessions: 2);
        var (honest, fuzzed) = (hall.Rooms[0], hall.Rooms[1]);
        var phones = hall.Crowd.Phones.Where(phone => phone.Room == honest).ToList();
        await Give(beside);
        hall.Submissions.Measure();
        var (before, memory) = (hall.Acknowledge(), Resident());
        await Give(beside);

        var beneath = hall.Acknowledge();
        var seats = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => fuzzed.Doors.Join(fuzzed.Code, "en")));
        var (left, begun) = (frames, Stopwatch.GetTimestamp());
        var fuzzers = Enumerable.Range(0, sockets).Select(n => new Fuzzer(Door, new Random(unchecked((seed * 31) + n)))).ToList();
        var fuzzing = Task.WhenAll(fuzzers.Select(fuzzer => Task.Run(() => fuzzer.Run(() => Interlocked.Decrement(ref left) >= 0))));
        while (!fuzzing.IsCompleted && hall.Server?.HasExited is not true) await Give(1);
        if (hall.Server?.HasExited is not true) await fuzzing;
        var lasted = Stopwatch.GetElapsedTime(begun);

        var after = hall.Acknowledge();
        await Give(beside);
        var grown = Resident() - memory;
        var faults = hall.Server?.Faults ?? [];
        var file = Exported.Read(await honest.Doors.Fetch($"/report/{honest.Session}.json", honest.Host));
        var findings = honest.Ledger.Judge(file.Entries);
        var account = WordCheck.Told(honest);
        List<string> misread = [.. await ViewCheck.Settled(() => WordCheck.Screens(honest, account, phones.Select(phone => phone.Screen)), Healing.Of(arguments)), .. await WordCheck.Exports(honest, account)];
        return new(
            [
                new("seed", "", seed), new("frames", "", frames), new("connections", "", fuzzers.Sum(fuzzer => fuzzer.Connections)), new("connections not given", "", fuzzers.Sum(fuzzer => fuzzer.NotGiven)),
                new("lasted", "s", lasted.TotalSeconds), .. before.Figures("honest receipts before"), .. beneath.Figures("honest receipts beneath it"), .. after.Figures("honest receipts after"),
                new("memory more", "MB", grown / 1e6), new("faults in the log", "", faults.Count), new("honest connections lost", "", phones.Sum(phone => phone.Screen.Lost)),
            ],
            [
                .. findings.Remarks, .. misread, .. faults, .. account.Given.Count < HonestRate * 2 * beside ? (string[])["proved nothing: hardly anything was acknowledged"] : [], .. phones.Sum(phone => phone.Screen.Lost) > 0 ? (string[])["an honest connection was lost"] : [],
                .. grown > MostGrowth ? (string[])[$"the server grew by {grown / 1_000_000} MB"] : [],
            ]);

        Task Give(double seconds) => Loops.Open(HonestRate, seconds, due => hall.Submissions.Give(phones[Random.Shared.Next(phones.Count)], due));

        long Resident()
        {
            hall.Server?.Gauge.Read(collect: true);
            return hall.Server?.ResidentBytes ?? 0;
        }

        // Participants' seats, the facilitator's own, a forged one and none.
        (Uri, string) Door(Random chance) => chance.Next(12) switch
        {
            0 => (fuzzed.Doors.Live(fuzzed.Session, Role.Facilitator), fuzzed.Host),
            1 => (fuzzed.Doors.Live(fuzzed.Session, Role.Facilitator), seats[0].Cookie),
            2 => (fuzzed.Doors.Live(Guid.NewGuid(), Role.Projector), ""),
            _ => (fuzzed.Doors.Live(fuzzed.Session, Role.Participant), seats[chance.Next(seats.Length)].Cookie),
        };
    }
}
