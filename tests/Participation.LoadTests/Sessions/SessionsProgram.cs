using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Participation.Journal;

namespace Participation.LoadTests.Sessions;

/// <summary><c>sessions --entries N</c>: makes an archive of sessions once, then starts the server on it and opens its longest sessions, each time in a new process.</summary>
internal static class SessionsProgram
{
    public static async Task<int> Run(string[] args)
    {
        if (args is ["open", var folder, var session, .. var told])
            return await Opened.Run(folder, new(Guid.Parse(session), Whole(told[0]), Whole(told[1]), Whole(told[2])));

        var arguments = new Arguments(args, "--entries", "--sessions", "--repeat", "--json");
        var (entries, sessions) = (arguments.Whole("--entries"), arguments["--sessions"] is null ? 200 : arguments.Whole("--sessions"));
        var repeat = arguments["--repeat"] is null ? 3 : arguments.Whole("--repeat");
        var data = Directory.CreateTempSubdirectory("participation-archive-").FullName;
        try
        {
            var kept = await Archive.Write(data, entries, sessions);
            var spreads = new List<(string Name, Median Median)>();
            foreach (var one in kept)
            {
                var opened = new List<Opened>();
                for (var n = 0; n < repeat; n++) opened.Add(await Open(data, one));
                spreads.AddRange(All(opened, $"{one.Entries} entries: "));
            }
            var started = new List<Started>();
            for (var n = 0; n < repeat; n++) started.Add(await Started.Measure(data, kept[^1].Session));
            spreads.AddRange(All(started, $"{sessions} sessions: "));

            foreach (var (name, median) in spreads) Console.WriteLine($"{name,-36}{median}");
            if (arguments["--json"] is { } path) await File.WriteAllTextAsync(path, JsonSerializer.Serialize(spreads.ToDictionary(spread => spread.Name, spread => spread.Median), Json.Options));
            return 0;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static IEnumerable<(string Name, Median Median)> All<T>(IReadOnlyList<T> measured, string of) => typeof(T).GetProperties()
        .Where(property => property.PropertyType == typeof(double))
        .Select(property => (of + property.Name, Median.Of(measured.Select(one => (double)property.GetValue(one)!))));

    /// <exception cref="InvalidOperationException">The opened session was not the one that was written.</exception>
    private static async Task<Opened> Open(string data, Kept kept)
    {
        string[] words = ["sessions", "open", data, $"{kept.Session}", $"{kept.Entries}", $"{kept.People}", $"{kept.Ideas}"];
        var start = Self.Start(words);
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<Opened>(said, Json.Options)!
            : throw new InvalidOperationException($"The session of {kept.Entries} entries did not open as it was written.");
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
