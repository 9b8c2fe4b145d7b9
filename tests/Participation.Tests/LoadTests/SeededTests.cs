using System.Reflection;
using Participation.LoadTests.Seeded;
using Participation.Server.Reports;
using Participation.Tests.Laws;
using Participation.Tests.Reports;

namespace Participation.Tests.LoadTests;

/// <summary>The list of seeded bugs does not grow old: each still has its place in the source, a text that compiles there, and a test that is there. That it is caught, `LoadTests -- seeded` shows.</summary>
public sealed class SeededTests
{
    [Fact]
    public void Every_bug_has_its_place_and_its_test()
    {
        var tests = typeof(SeededTests).Assembly.GetTypes().SelectMany(type => type.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null).Select(method => $"{type.Name}.{method.Name}")).ToHashSet();
        Expect.None(SeededProgram.All.Where(bug => bug.Seeded() is null).Select(bug => $"{bug.Name}: the text does not stand once in {bug.File}"));
        Expect.None(SeededProgram.All.Where(bug => !tests.Contains(bug.Test)).Select(bug => $"{bug.Name}: there is no test {bug.Test}"));
        Assert.True(SeededProgram.All.Length >= 20, $"{SeededProgram.All.Length} bugs");
        Assert.Equal(SeededProgram.All.Length, SeededProgram.All.Select(bug => bug.Name).Distinct().Count());
    }

    [Fact]
    public void Every_bug_compiles()
    {
        var compilers = SeededProgram.All.Where(bug => bug.IsCompiled).Select(bug => bug.Project).Distinct().ToDictionary(project => project, Compiler.Of);
        Expect.None(SeededProgram.All.Where(bug => bug.IsCompiled).Select(bug => (bug.Name, Wrong: bug.Seeded() is { } seeded ? compilers[bug.Project].Wrong(bug, seeded) : null)).Where(each => each.Wrong is not null).Select(each => $"{each.Name}: {each.Wrong}"));
    }

    /// <summary>One with which nothing can be set would be found by any test, and by none for what it is.</summary>
    [Fact]
    public async Task Every_bug_in_a_template_still_sets_pages()
    {
        foreach (var bug in SeededProgram.All.Where(bug => !bug.IsCompiled))
        {
            // Not among temporary files: the fence of the worker has its own.
            var folder = new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, $"seeded-{Guid.NewGuid():N}"));
            try
            {
                Bench.Copy(TypstEngine.UsualFolder, folder.FullName);
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, Path.GetFileName(bug.File)), bug.Seeded(), TestContext.Current.CancellationToken);
                using var engine = new TypstEngine(folder.FullName, TypstLimits.Usual);
                Assert.NotEmpty((await engine.Render(SampleReport.In("en"), new PdfOptions(SampleReport.Stamp), TestContext.Current.CancellationToken)).Pdf);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }
}
