using System.Reflection;
using System.Text.Json;

namespace Participation.Journal;

/// <summary>The name an event has in the journal. It outlives the class: renaming the class breaks no old journal.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>Every event there is, found in this assembly, and its JSON.</summary>
public static class EventNames
{
    private static readonly Dictionary<string, Type> ByName = typeof(EventNames).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Event)) && !type.IsAbstract && type != typeof(Erased))
        .ToDictionary(NameOf);

    private static readonly Dictionary<Type, string> ByType = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static IEnumerable<Type> All => ByName.Values;

    public static string Of(Type type) => ByType[type];

    public static string Write(Event e) => JsonSerializer.Serialize(e, e.GetType(), Json.Options);

    public static Event Read(string name, string json) => (Event)JsonSerializer.Deserialize(json, ByName[name], Json.Options)!;

    private static string NameOf(Type type) =>
        type.GetCustomAttribute<EventNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"{type.Name} has no [EventName].");
}
