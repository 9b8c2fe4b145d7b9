using System.Globalization;
using System.Text.Json;
using Participation.Journal;
using Participation.LoadTests.House;

namespace Participation.LoadTests.Reports;

/// <summary><c>report --rows N</c>: the PDF of a session of so many ideas, in turn with Chromium's print of the page of the same session.</summary>
internal static class ReportProgram
{
    private const int Usual = 3;

    private sealed record Outcome(int Rows, IReadOnlyList<Measured> Ways, double WarmToChromium, double NewWorkerToChromium);

    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, "--rows", "--repeat", "--json");
        var (rows, repeat) = (arguments.Whole("--rows"), arguments["--repeat"] is null ? Usual : arguments.Whole("--repeat"));
        var workshops = Directory.CreateTempSubdirectory("participation-workshops-");
        var session = Archive.Lay(workshops.FullName, rows);
        var (server, setup) = await ServerProcess.Start(workshops.FullName);
        await using var running = server;
        using var doors = new Doors(new Uri(setup, "/"));
        var archive = new Archive(doors, await doors.BecomeHost(setup), session);

        var (first, warm, fresh, chromium) = (new Measured("product, first of all"), new Measured("product, warm"), new Measured("product, new worker"), new Measured("Chromium"));
        await first.Take(() => archive.Pdf());
        var page = await archive.Page();
        for (var turn = 0; turn < repeat; turn++)
        {
            await fresh.Take(() => archive.Pdf(fresh: true));
            await warm.Take(() => archive.Pdf());
            await chromium.Take(() => Browser.Print(page));
        }
        workshops.Delete(recursive: true);

        Measured[] ways = [first, fresh, warm, chromium];
        var outcome = new Outcome(rows, ways, warm.MedianMs / chromium.MedianMs, fresh.MedianMs / chromium.MedianMs);
        Console.WriteLine(Measured.Head);
        foreach (var way in ways) Console.WriteLine(way);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"to Chromium's time: warm {outcome.WarmToChromium:0.00}, new worker {outcome.NewWorkerToChromium:0.00}"));
        if (arguments["--json"] is { } path) await File.WriteAllTextAsync(path, JsonSerializer.Serialize(outcome, Json.Options));
        return 0;
    }
}
