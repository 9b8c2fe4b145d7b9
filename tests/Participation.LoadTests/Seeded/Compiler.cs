using System.Diagnostics;
using System.Text.Json;
using Participation.LoadTests.House;

namespace Participation.LoadTests.Seeded;

/// <summary>
/// Compiles one project with one file replaced, as the build would do it and without what only a build needs: analyzers, documentation, a
/// reference assembly. The words of the command line come from the build itself; the compiler stays in memory until the last bug.
/// </summary>
internal sealed class Compiler
{
    private static readonly string Pipe = $"seeded-{Environment.ProcessId}";

    private static readonly string[] Needless = ["/analyzerconfig", "/warnaserror", "/warn:", "/doc:", "/refout:", "/out:", "/embed:", "/debug", "/noconfig"];
    private readonly string project, csc;
    private readonly string[] words;

    private Compiler(string project, string csc, string[] words) => (this.project, this.csc, this.words) = (project, csc, words);

    public static async Task<Compiler> Of(string project)
    {
        var build = await Tool.Run("dotnet", Repository.Root, TimeSpan.FromMinutes(2), "msbuild", Repository.At("src", project, $"{project}.csproj"), "-t:PrepareResources;Compile",
            "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-p:NonExistentFile=none", "-p:SkipClient=true", "-p:BuildProjectReferences=false",
            $"-p:Configuration={Bench.Configuration}", "-getItem:CscCommandLineArgs", "-getProperty:RoslynTargetsPath");
        if (build.Exit != 0) throw new FormatException($"{project} cannot be built: {build.Said}");
        using var told = JsonDocument.Parse(build.Said);
        var words = told.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(word => word.GetProperty("Identity").GetString()!);
        var roslyn = told.RootElement.GetProperty("Properties").GetProperty("RoslynTargetsPath").GetString()!;
        return new(project, Path.Combine(roslyn, "bincore", "csc.dll"),
            [.. words.Where(word => !Needless.Any(word.StartsWith) && (!word.StartsWith("/analyzer:", StringComparison.Ordinal) || word.Contains("/packs/", StringComparison.Ordinal)))]);
    }

    /// <summary>Ends the compiler in memory.</summary>
    public Task Close() => Tool.Run("dotnet", Repository.Root, TimeSpan.FromSeconds(30), Path.Combine(Path.GetDirectoryName(csc)!, "VBCSCompiler.dll"), "-shutdown", $"-pipename:{Pipe}");

    /// <summary>What the compiler had to say against it; null when the assembly was made.</summary>
    public async Task<string?> Compile(Bug bug, string seeded, string folder)
    {
        var (file, answers) = (Path.Combine(folder, Path.GetFileName(bug.File)), Path.Combine(folder, "csc.rsp"));
        await File.WriteAllTextAsync(file, seeded);
        var own = bug.File[(project.Length + 1)..];
        var replaced = words.Select(word => word == own ? file : word).ToList();
        if (!replaced.Contains(file)) return $"{own} is not compiled";
        await File.WriteAllLinesAsync(answers, [.. replaced, "/warn:0", "/debug-", $"/out:{Path.Combine(folder, $"{project}.dll")}"]);
        var made = await Tool.Run("dotnet", Repository.At("src", project), TimeSpan.FromMinutes(4), csc, "/noconfig", "/skipanalyzers+", $"/shared:{Pipe}", "/keepalive:300", $"@{answers}");
        return made.Exit == 0 ? null : made.Exit is null ? Told.NotEnded.Words : made.Said.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal)) ?? made.Said;
    }
}

/// <summary>Runs a program to its end and keeps what it says.</summary>
internal static class Tool
{
    /// <summary>Exit null: it did not end in time.</summary>
    public static async Task<(int? Exit, string Said)> Run(string program, string folder, TimeSpan most, params string[] words)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in words) start.ArgumentList.Add(word);
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Process.Start(start)!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(most);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            return (null, await said);
        }
        return (process.ExitCode, await said + await wrong);
    }
}
