using System.Reflection;
using Participation.LoadTests.Seeded;
using Participation.Tests.Laws;

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
        var compilers = SeededProgram.All.Select(bug => bug.Project).Distinct().ToDictionary(project => project, Compiler.Of);
        Expect.None(SeededProgram.All.Select(bug => (bug.Name, Wrong: bug.Seeded() is { } seeded ? compilers[bug.Project].Wrong(bug, seeded) : null)).Where(each => each.Wrong is not null).Select(each => $"{each.Name}: {each.Wrong}"));
    }
}
