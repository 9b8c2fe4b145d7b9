namespace Participation.Sessions;

/// <summary>Every kind of activity there is, found in this assembly: a new folder needs no registration.</summary>
public static class ActivityKinds
{
    private static readonly Dictionary<string, IActivity> ByKind = typeof(ActivityKinds).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IActivity)) && !type.IsAbstract)
        .Select(type => (IActivity)Activator.CreateInstance(type)!)
        .ToDictionary(activity => activity.Kind);

    /// <summary>In the order of their names: that of a compiler would be another on another day.</summary>
    public static IEnumerable<IActivity> All { get; } = [.. ByKind.Values.OrderBy(activity => activity.Kind, StringComparer.Ordinal)];

    public static IActivity Of(string kind) => ByKind[kind];

    public static IActivity? Find(string kind) => ByKind.GetValueOrDefault(kind);
}
