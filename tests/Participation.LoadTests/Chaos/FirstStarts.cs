using System.Diagnostics;
using Participation.LoadTests.Chaos.Power;

namespace Participation.LoadTests.Chaos;

/// <summary>The power goes while a server starts for the first time. The next start is as good as a first one: it comes, and its secrets are whole.</summary>
internal static class FirstStarts
{
    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, "--cycles", "--most");
        var (cycles, tale, halves) = (arguments.Whole("--cycles"), new Tale("first"), 0);
        for (var cycle = 0; cycle < cycles; cycle++)
        {
            await using var server = new CrashServer(await PowerLoss.Build());
            server.Launch();
            await Task.Delay(Random.Shared.Next(100, arguments.Whole("--most", 1500)));
            await server.Kill();
            if (Directory.Exists(server.Data)) halves++;
            try
            {
                await server.Start();
            }
            catch (InvalidOperationException refused)
            {
                tale.Add([$"cycle {cycle}: {refused.Message}"]);
                continue;
            }
            var key = new FileInfo(Path.Combine(server.Data, "server.key"));
            tale.Expect(key is { Exists: true, Length: 32 }, $"cycle {cycle}: ready with a key of {(key.Exists ? key.Length : 0)} bytes");
            await server.Kill();
        }
        return tale.End(("first starts cut off", cycles), ("of these with a data folder", halves));
    }
}
