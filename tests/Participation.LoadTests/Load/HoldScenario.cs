using Participation.LoadTests.Figures;

namespace Participation.LoadTests.Load;

/// <summary>Phones that are held while a few write: memory and processor of so many against so many more, one after the other in one run.</summary>
internal static class HoldScenario
{
    private const double Rate = 20;

    public static Task<int> Run(string[] args) => Scenario.Run("hold", args, ["--participants", "--rate", "--seconds"], Once);

    private static async Task<Run> Once(Arguments arguments)
    {
        var (figures, remarks, held) = (new List<Figure>(), new List<string>(), new List<Held>());
        foreach (var participants in arguments.Wholes("--participants"))
        {
            var (run, one) = await Hold(arguments, participants);
            figures.AddRange(run.Figures.Select(figure => figure with { Name = $"{participants}: {figure.Name}" }));
            remarks.AddRange(run.Remarks);
            held.Add(one);
        }
        if (held.Count > 1 && held[^1] is { Cpu: > 0 } most && held[0] is { Cpu: > 0 } least)
        {
            figures.Add(new($"server CPU, {most.Phones} against {least.Phones} phones", "×", most.Cpu / least.Cpu));
            figures.Add(new("memory for each phone more", "kB", (most.Bytes - least.Bytes) / 1e3 / (most.Phones - least.Phones)));
        }
        return new(figures, remarks);
    }

    private sealed record Held(int Phones, double Cpu, long Bytes);

    private static async Task<(Run Run, Held Held)> Hold(Arguments arguments, int participants)
    {
        var (rate, seconds) = (arguments.Number("--rate", Rate), arguments.Whole("--seconds"));
        await using var hall = await Hall.WithIdeas(arguments, participants);
        var live = hall.Server?.Gauge.Read(collect: true).Live - hall.Empty?.Live;
        await hall.Give(rate, Scenario.WarmUpOf(arguments));
        var acknowledging = hall.Acknowledge();
        hall.Submissions.Measure();
        var begin = hall.Read();
        await hall.Give(rate, seconds);
        var end = hall.Read();
        var bytes = hall.Server?.ResidentBytes ?? 0;

        var run = await hall.Judged();
        var delivering = hall.OnPhones();
        var cpu = (end.Cpu - begin.Cpu)?.TotalSeconds / begin.SecondsUntil(end) ?? 0;
        return (run with
        {
            Figures =
            [
                .. acknowledging.Figures("receipt"), .. delivering.Figures("on phones"), .. begin.Until(end, participants, delivering.Count, hall.Server),
                new("heap for each phone", "kB", (live ?? 0) / 1e3 / participants), new("memory for each phone", "kB", (bytes - hall.EmptyBytes) / 1e3 / participants),
                .. run.Figures,
            ],
        }, new(participants, cpu, bytes));
    }
}
