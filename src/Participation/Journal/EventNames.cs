using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

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
        .Where(type => type.IsSubclassOf(typeof(Event)) && !type.IsAbstract)
        .ToDictionary(NameOf);

    /// <summary>What the framework knows of each type, looked up once: with the options it would be sought for each event.</summary>
    private static readonly ConcurrentDictionary<string, JsonTypeInfo> Shapes = [];

    private static readonly Dictionary<Type, string> ByType = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>Made of all events at once, so that the start fails when there is one whose words could not be erased.</summary>
    private static readonly Dictionary<Type, Parting> Partings = ByType.Keys.ToDictionary(type => type, type => new Parting(type));

    public static IEnumerable<Type> All => ByName.Values;

    public static string Of(Type type) => ByType[type];

    /// <exception cref="KeyNotFoundException">No event has this name.</exception>
    public static Type TypeOf(string name) => ByName[name];

    internal static Parting PartingOf(Type type) => Partings[type];

    /// <summary>Null when no event has this name.</summary>
    internal static Parting? PartingOf(string name) => ByName.TryGetValue(name, out var type) ? Partings[type] : null;

    public static string Write(Event e) => JsonSerializer.Serialize(e, e.GetType(), Json.Options);

    public static Event Read(string name, string json) => (Event)JsonSerializer.Deserialize(json, Shape(name))!;

    /// <param name="name">In UTF-8, like the JSON: an event that is read from a file needs no text in between.</param>
    public static Event Read(ReadOnlySpan<byte> name, ReadOnlySpan<byte> json)
    {
        Span<char> letters = stackalloc char[128];
        if (name.Length > letters.Length || !Encoding.UTF8.TryGetChars(name, letters, out var length)) throw new KeyNotFoundException();
        return (Event)JsonSerializer.Deserialize(json, Shape(letters[..length]))!;
    }

    /// <summary>An event that lies in two texts, without a text in between either.</summary>
    public static Event Read(ReadOnlySpan<byte> name, ReadOnlySpan<byte> words, ReadOnlySpan<byte> rest)
    {
        const int Usual = 1024;
        if (words.Length <= Parting.Nothing.Length) return Read(name, rest);
        if (rest.Length <= Parting.Nothing.Length) return Read(name, words);
        Span<byte> place = words.Length + rest.Length <= Usual ? stackalloc byte[Usual] : new byte[words.Length + rest.Length];
        return Read(name, Parted.Joined(words, rest, place));
    }

    private static JsonTypeInfo Shape(ReadOnlySpan<char> name) => Shapes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var known)
        ? known
        : Shapes.GetOrAdd(name.ToString(), one => Json.Options.GetTypeInfo(ByName[one]));

    private static string NameOf(Type type) =>
        type.GetCustomAttribute<EventNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"{type.Name} has no [EventName].");
}
