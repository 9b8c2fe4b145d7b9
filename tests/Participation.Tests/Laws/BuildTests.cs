using System.Xml.Linq;

namespace Participation.Tests.Laws;

/// <summary>The compiler holds the rest: no clock, chance, file or network in the model, no warning that passes.</summary>
public sealed class BuildTests
{
    private static readonly string[] Banned =
    [
        "P:System.DateTime.Now", "P:System.DateTime.UtcNow", "P:System.DateTime.Today", "P:System.DateTimeOffset.UtcNow", "P:System.DateTimeOffset.Now",
        "P:System.TimeProvider.System", "M:System.Guid.NewGuid", "M:System.Guid.CreateVersion7", "T:System.Random",
        "T:System.Security.Cryptography.RandomNumberGenerator", "T:System.IO.File", "T:System.IO.Directory", "T:System.IO.FileStream",
        "T:System.Net.Http.HttpClient", "T:System.Environment", "T:System.Console",
    ];

    [Fact]
    public void The_model_is_compiled_against_a_list_of_what_it_may_not_touch()
    {
        var project = XDocument.Parse(Repository.Read("src/Participation/Participation.csproj"));
        Assert.Contains("BannedSymbols.txt", project.Descendants("AdditionalFiles").Select(file => file.Attribute("Include")?.Value));
        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", project.Descendants("PackageReference").Select(package => package.Attribute("Include")?.Value));
        Expect.None(Banned.Except(Repository.Read("src/Participation/BannedSymbols.txt").Split('\n').Select(line => line.Split(';')[0])));
    }

    [Fact]
    public void Warnings_are_errors_and_nobody_turns_one_off_in_the_code()
    {
        var build = XDocument.Parse(Repository.Read("Directory.Build.props"));
        Assert.Equal("true", build.Descendants("TreatWarningsAsErrors").Single().Value);
        Assert.Equal("enable", build.Descendants("Nullable").Single().Value);
        Assert.Equal("true", build.Descendants("EnforceCodeStyleInBuild").Single().Value);
        Assert.Equal("$(NoWarn);CS1591;CS1573", build.Descendants("NoWarn").Single().Value);
        Assert.DoesNotContain("RS0030", Repository.Read(".editorconfig"), StringComparison.Ordinal);
        Expect.None(Repository.Sources("src", ".cs").Where(source => source.Text.Contains("#pragma", StringComparison.Ordinal)
            || source.Text.Contains("SuppressMessage", StringComparison.Ordinal) || source.Text.Contains("#nullable disable", StringComparison.Ordinal)).Select(source => source.Path));
        Expect.None(Repository.Sources("src", ".csproj").Where(source => source.Text.Contains("NoWarn", StringComparison.Ordinal)
            || source.Text.Contains("TreatWarningsAsErrors", StringComparison.Ordinal)).Select(source => source.Path));
    }

    [Fact]
    public void Time_comes_from_one_clock_that_a_test_can_set()
    {
        // A command of the terminal names a copy by the time at which it was made: no clock is set up there.
        var clocks = Repository.Sources("src/Participation.Server", ".cs").Where(source => source.Name != "StorageCommands.cs")
            .SelectMany(source => source.Text.Split('\n').Where(line => line.Contains("DateTime.UtcNow", StringComparison.Ordinal)
                || line.Contains("DateTimeOffset.UtcNow", StringComparison.Ordinal) || line.Contains("DateTime.Now", StringComparison.Ordinal)
                || line.Contains("DateTimeOffset.Now", StringComparison.Ordinal) || line.Contains("Guid.NewGuid()", StringComparison.Ordinal) && source.Path.Contains("/Live/", StringComparison.Ordinal))
                .Select(line => $"{source.Path}: {line.Trim()}"));
        Expect.None(clocks);
    }

    [Fact]
    public void Packages_have_one_version_each_and_a_lock()
    {
        Expect.None(Repository.Sources("src", ".csproj").Concat(Repository.Sources("tests", ".csproj"))
            .Where(project => XDocument.Parse(project.Text).Descendants("PackageReference").Any(package => package.Attribute("Version") is not null)).Select(project => project.Path));
        foreach (var project in Repository.Sources("src", ".csproj"))
            Assert.True(File.Exists(Repository.PathOf($"{project.Folder}/packages.lock.json")), $"{project.Path} has no lock file");
    }
}
