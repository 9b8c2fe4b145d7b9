using System.Globalization;
using System.Text.RegularExpressions;
using Participation.LoadTests.House;

namespace Participation.LoadTests.Seeded;

/// <summary>What a run of tests said: how many ran, how many failed, and the first words of the first that did.</summary>
/// <param name="Run">0 when none was found, or the run did not end.</param>
internal sealed record Told(int Run, int Failed, string Words)
{
    /// <summary>Says nothing: a bug may hold a test up for ever, and so may a machine that has too much to do.</summary>
    public static readonly Told NotEnded = new(0, 0, "it did not end");
}

/// <summary>A copy of the built tests in which one assembly is swapped for one with a bug. It lies in the repository, where tests look for it.</summary>
internal sealed partial class Bench : IDisposable
{
    /// <summary>A test that never ends has not failed.</summary>
    private static readonly TimeSpan MostForOne = TimeSpan.FromMinutes(2), MostForAll = TimeSpan.FromMinutes(8);
    private readonly string folder;

    public Bench(string name)
    {
        folder = Repository.At("artifacts", "seeded", $"{name}-{Environment.ProcessId}");
        Directory.CreateDirectory(Work);
        foreach (var file in Directory.GetFiles(Built)) File.Copy(file, Path.Combine(Output, Path.GetFileName(file)));
        foreach (var inner in Directory.GetDirectories(Built)) Directory.CreateSymbolicLink(Path.Combine(Output, Path.GetFileName(inner)), inner);
    }

    /// <summary>As this program was built, so were the tests.</summary>
    public static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>Where the compiler leaves its assembly.</summary>
    public string Work => Directory.CreateDirectory(Path.Combine(Output, "seeded")).FullName;

    private string Output => folder;

    private static string Built => Repository.At("tests", "Participation.Tests", "bin", Configuration, new DirectoryInfo(AppContext.BaseDirectory).Name);

    /// <summary>Puts in what carries the bug, runs the test, and puts the good one back.</summary>
    public Task<Told> Try(Bug bug, string seeded) => bug.IsCompiled ? TryCompiled(bug) : TryBeside(bug, seeded);

    private async Task<Told> TryCompiled(Bug bug)
    {
        var name = $"{bug.Project}.dll";
        File.Copy(Path.Combine(Work, name), Path.Combine(Output, name), overwrite: true);
        try
        {
            return await Run(bug.Test);
        }
        finally
        {
            File.Copy(Path.Combine(Built, name), Path.Combine(Output, name), overwrite: true);
        }
    }

    /// <summary>The folder to which the bench only leads is a copy for as long.</summary>
    private async Task<Told> TryBeside(Bug bug, string seeded)
    {
        var top = bug.Beside.Split('/')[0];
        var (own, good) = (Path.Combine(Output, top), Path.Combine(Built, top));
        Directory.Delete(own);
        try
        {
            Copy(good, own);
            await File.WriteAllTextAsync(Path.Combine(Output, bug.Beside), seeded);
            return await Run(bug.Test);
        }
        finally
        {
            Directory.Delete(own, recursive: true);
            Directory.CreateSymbolicLink(own, good);
        }
    }

    /// <summary>All that lies in a folder.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public async Task<Told> Run(params string[] tests)
    {
        var (exit, said) = await Tool.Run("dotnet", Output, tests.Length == 1 ? MostForOne : MostForAll, ["Participation.Tests.dll", "-noColor", "-noLogo", .. tests.SelectMany(test => new[] { "-method", $"*.{test}" })]);
        if (exit is null) return Told.NotEnded;
        var sum = Summary().Match(said);
        if (!sum.Success) return new(0, 0, said.Trim().Split('\n')[^1]);
        int Number(int at) => int.Parse(sum.Groups[at].Value, CultureInfo.InvariantCulture);
        return new(Number(1), Number(2) + Number(3), string.Join(" | ", First().Matches(said).Select(match => match.Groups[1].Value.Trim()).Take(3)));
    }

    public void Dispose()
    {
        // The links first: what they lead to stays.
        foreach (var inner in Directory.GetDirectories(Output).Where(inner => new DirectoryInfo(inner).LinkTarget is not null)) Directory.Delete(inner);
        Directory.Delete(Output, recursive: true);
    }

    [GeneratedRegex(@"Total: (\d+), Errors: (\d+), Failed: (\d+)")]
    private static partial Regex Summary();

    [GeneratedRegex(@"^\s+\S.*\[FAIL\]\s*\n\s+(\S.*)$", RegexOptions.Multiline)]
    private static partial Regex First();
}
