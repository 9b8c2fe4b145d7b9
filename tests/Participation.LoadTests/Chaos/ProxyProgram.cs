using System.Diagnostics;
using Participation.LoadTests.Chaos.Network;
using Participation.LoadTests.Chaos.Storms;
using Participation.LoadTests.Figures;
using Participation.LoadTests.Oracle;

namespace Participation.LoadTests.Chaos;

/// <summary>People take part through a network that breaks for each of them every ten seconds; then it heals, and every screen must show the one truth.</summary>
internal static class ProxyProgram
{
    private const double Pause = 2, PauseOfFacilitator = 4;
    private static readonly TimeSpan Mean = TimeSpan.FromSeconds(10), Patience = TimeSpan.FromSeconds(90);

    public static Task<int> Run(string[] args)
    {
        var seed = Random.Shared.Next();
        return Scenario.Run("chaos proxy", args, ["--phones", "--tables", "--minutes", "--seed"], arguments =>
        {
            var drawn = arguments.Whole("--seed", seed);
            Console.Error.WriteLine($"seed {drawn}");
            return Once(arguments, drawn, arguments.Whole("--phones"), arguments.Whole("--tables", 4), TimeSpan.FromMinutes(arguments.Number("--minutes", 1)));
        });
    }

    /// <param name="haste">So many times as quick people, and cuts.</param>
    /// <param name="alter">What is done to the bytes under way, to see whether it is found.</param>
    public static async Task<Run> Once(Arguments arguments, int seed, int phones, int tables, TimeSpan lasting, double haste = 1, Func<bool, byte[], byte[]>? alter = null)
    {
        var storm = new Storm(seed, Mean / haste);
        await using var room = await StormRoom.Open(arguments, phones, tables, alter);
        room.Proxy.Break(storm.Of);
        using var stop = new CancellationTokenSource(lasting);
        using var hopeless = new CancellationTokenSource(lasting + Patience);
        List<Person> people =
        [
            new(room.Console, room.Ledger, new Random(seed), Doings.OfFacilitator, PauseOfFacilitator / haste),
            .. room.Phones.Select((phone, n) => new Person(phone, room.Ledger, new Random(unchecked(seed + n + 1)), Doings.OfParticipant, Pause / haste)),
        ];
        var acting = Task.WhenAll(people.Select(person => person.Act(stop.Token, hopeless.Token)));
        await Task.WhenAny(Task.Delay(Timeout.Infinite, stop.Token));

        var within = Healing.Of(arguments);
        var (met, healed) = (room.Proxy.Met, Stopwatch.GetTimestamp());
        room.Heal();
        await acting;
        var drained = Stopwatch.GetElapsedTime(healed);
        var (session, account) = (await room.Export(), room.Told());
        var differences = await ViewCheck.Settled(() => room.Differences(session.State, account), within + TimeSpan.FromSeconds(1));
        // Of screens that all show the truth: when the last of them came to it. To compare them takes longer than that.
        var equal = differences.Count == 0 ? Stopwatch.GetElapsedTime(healed, room.ChangedAt) : Stopwatch.GetElapsedTime(healed);

        var findings = room.Ledger.Judge(session.Entries, Doings.FairRefusals);
        var disorder = room.Ledger.OutOfOrder().ToList();
        var misread = (await room.Misread(account)).ToList();
        var answers = room.Ledger.Intents.Select(intent => intent.Answer).ToList();
        return new(
            [
                new("seed", "", seed), new("connections", "", met.Values.Sum()), new("connections lost", "", room.Lost), new("connections not given", "", room.Refused),
                .. met.OrderBy(kind => kind.Key).Select(kind => new Figure($"met: {kind.Key}", "", kind.Value)),
                new("commands", "", answers.Count), new("acknowledged", "", answers.Count(answer => answer is { Refused: null })), new("told why not", "", answers.Count(answer => answer is { Refused: not null })),
                new("lost", "", findings.Lost), new("double or made up", "", findings.Duplicated), new("out of order", "", disorder.Count), new("screens that differ", "", differences.Count), new("misread in files", "", misread.Count),
                new("all acknowledged after healing", "s", drained.TotalSeconds), new("all screens the same after healing", "s", equal.TotalSeconds),
            ],
            [
                .. findings.Remarks, .. disorder, .. differences, .. misread, .. people.SelectMany(person => person.Remarks),
                .. answers.Count(answer => answer is { Refused: null }) < phones * haste * lasting.TotalSeconds / Pause / 20 ? (string[])["proved nothing: hardly anything was acknowledged"] : [],
                .. differences.Count == 0 && equal > within ? (string[])[$"the screens were the same only {equal.TotalSeconds:0.0} s after healing"] : [],
            ]);
    }
}
