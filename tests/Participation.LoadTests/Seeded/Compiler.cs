using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Participation.LoadTests.House;

namespace Participation.LoadTests.Seeded;

/// <summary>
/// Compiles one project with one file replaced, in this process and without what only a build needs: analyzers, documentation, a reference assembly. Its files are read once;
/// what the build made of them besides (usings, attributes, resources) is taken from what it left.
/// </summary>
internal sealed class Compiler
{
    /// <summary>What writes parts of this source anew; where another is used, nothing compiles until it stands here.</summary>
    private static readonly ISourceGenerator[] Generators =
    [
        Generator("Microsoft.NETCore.App.Ref", "System.Text.RegularExpressions.Generator", "RegexGenerator"),
        Generator("Microsoft.AspNetCore.App.Ref", "Microsoft.Extensions.Logging.Generators", "LoggerMessageGenerator"),
    ];

    private static readonly string[] NoSource = ["bin", "obj", "node_modules", "wwwroot", "Client"];
    private static readonly CSharpParseOptions Language = new(documentationMode: DocumentationMode.None);
    private readonly Dictionary<string, SyntaxTree> trees;
    private readonly Compilation source, whole;
    private readonly GeneratorDriver driver;
    private readonly ResourceDescription[] resources;

    private Compiler(string project, Assembly built)
    {
        trees = Sources(project).ToDictionary(path => path, path => Tree(path, File.ReadAllText(path)));
        var kind = built.EntryPoint is null ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication;
        source = CSharpCompilation.Create(project, trees.Values, References(project),
            new CSharpCompilationOptions(kind, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Suppress));
        driver = CSharpGeneratorDriver.Create(Generators, parseOptions: Language).RunGeneratorsAndUpdateCompilation(source, out whole, out _);
        resources = [.. built.GetManifestResourceNames().Select(name => new ResourceDescription(name, () => built.GetManifestResourceStream(name)!, isPublic: true))];
    }

    /// <param name="project">One on which this program is built.</param>
    public static Compiler Of(string project) => new(project, Assembly.Load(project));

    /// <summary>What is wrong in the file that carries the bug; null when nothing is. Another file that no longer fits it is not looked at: that takes as long as making the assembly.</summary>
    public string? Wrong(Bug bug, string seeded)
    {
        if (!trees.TryGetValue(Path.GetFullPath(bug.Path), out var own)) return $"{bug.File} is not compiled";
        var tree = Tree(bug.Path, seeded);
        return First(whole.ReplaceSyntaxTree(own, tree).GetSemanticModel(tree).GetDiagnostics());
    }

    /// <summary>What the compiler has to say against it; null when the assembly was made.</summary>
    public string? Compile(Bug bug, string seeded, string folder)
    {
        if (!trees.TryGetValue(Path.GetFullPath(bug.Path), out var own)) return $"{bug.File} is not compiled";
        driver.RunGeneratorsAndUpdateCompilation(source.ReplaceSyntaxTree(own, Tree(bug.Path, seeded)), out var all, out _);
        using var assembly = File.Create(Path.Combine(folder, $"{source.AssemblyName}.dll"));
        return First(all.Emit(assembly, manifestResources: resources).Diagnostics);
    }

    private static string? First(IEnumerable<Diagnostic> said) => said.FirstOrDefault(each => each.Severity == DiagnosticSeverity.Error)?.ToString();

    private static SyntaxTree Tree(string path, string text) => CSharpSyntaxTree.ParseText(SourceText.From(text), Language, path);

    private static IEnumerable<string> Sources(string project) =>
    [
        .. Under(new(Repository.At("src", project))),
        .. Directory.EnumerateFiles(Repository.At("src", project, "obj", Bench.Configuration, new DirectoryInfo(AppContext.BaseDirectory).Name), "*.cs"),
    ];

    private static IEnumerable<string> Under(DirectoryInfo folder) =>
        [.. folder.EnumerateFiles("*.cs").Select(file => file.FullName), .. folder.EnumerateDirectories().Where(inner => !NoSource.Contains(inner.Name)).SelectMany(Under)];

    /// <summary>What this program itself runs with, but for the project and what is built on it.</summary>
    private static IEnumerable<MetadataReference> References(string project) =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => Path.GetFileNameWithoutExtension(path) is var name
            && (!name.StartsWith("Participation", StringComparison.Ordinal) || project.StartsWith($"{name}.", StringComparison.Ordinal))).Select(path => MetadataReference.CreateFromFile(path));

    private static ISourceGenerator Generator(string pack, string assembly, string name)
    {
        var packs = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "packs", pack));
        var newest = Directory.GetDirectories(packs, $"{Environment.Version.Major}.*").MaxBy(folder => Version.Parse(Path.GetFileName(folder).Split('-')[0]))!;
        var type = Assembly.LoadFrom(Path.Combine(newest, "analyzers", "dotnet", "cs", $"{assembly}.dll")).GetType($"{assembly}.{name}", throwOnError: true)!;
        return ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator();
    }
}
