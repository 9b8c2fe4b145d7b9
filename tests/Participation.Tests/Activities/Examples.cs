using Participation.Sessions;

namespace Participation.Tests.Activities;

/// <summary>The examples of all kinds.</summary>
internal static class Examples
{
    private static readonly Dictionary<string, IExample> ByKind = typeof(Examples).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IExample)) && !type.IsInterface)
        .Select(type => (IExample)Activator.CreateInstance(type)!)
        .ToDictionary(example => example.Kind);

    public static IEnumerable<IExample> All => ByKind.Values;

    /// <summary>The kinds in which people give something, those first from which others take.</summary>
    public static IEnumerable<string> Takes => ActivityKinds.All.Where(kind => kind.Takes)
        .OrderByDescending(kind => kind.Kind == "ideas").ThenBy(kind => kind.HasRounds).ThenBy(kind => kind.Kind, StringComparer.Ordinal).Select(kind => kind.Kind);

    /// <exception cref="InvalidOperationException">A kind has none.</exception>
    public static IExample Of(string kind) => ByKind.GetValueOrDefault(kind)
        ?? throw new InvalidOperationException($"Write tests/…/Activities/…/…Example.cs for {kind}: the laws take their material from it.");
}
