using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Participation.Texts;

namespace Participation.Tests.Views;

/// <summary>Writes records as TypeScript interfaces, as the house's JSON writes them: camelCase, words for enumerations, nulls left out.</summary>
internal sealed class TypeScript
{
    private const string Client = "src/Participation.Server/Client/src/", Shared = $"{Client}views.ts";

    /// <summary>What screens call a type, where the model's name is longer or says where it is made.</summary>
    private static readonly Dictionary<string, string> Called = new()
    {
        ["ItemView"] = "Item", ["MineView"] = "Mine", ["Countdown"] = "Timer", ["AgendaRow"] = "AgendaStep", ["IdeaKind"] = "Kind",
        ["ContributionStatus"] = "CardStatus", ["IdeaCount"] = "Count", ["ClusterView"] = "Cluster", ["GroupView"] = "Group",
        ["ClusterRelation"] = "Relation", ["Relation"] = "RelationKind", ["StatementToVote"] = "Statement", ["UndoView"] = "Undo",
    };

    private readonly SortedDictionary<string, Module> modules = new(StringComparer.Ordinal);
    private readonly Queue<Type> waiting = [];

    /// <summary>A file: what it says, and by name what it declares and what it takes from others.</summary>
    private sealed record Module(string Path)
    {
        public StringBuilder Text { get; } = new();
        public Dictionary<string, Type> Declared { get; } = [];
        public SortedDictionary<string, SortedSet<string>> Taken { get; } = new(StringComparer.Ordinal);
    }

    /// <summary>What each file says, by its path. A record of a kind is declared beside its screens, one of a room of the model in that room of the client, any other in the file of all.</summary>
    public static IReadOnlyDictionary<string, string> Write(IEnumerable<(string Title, Type[] Roots)> parts)
    {
        var script = new TypeScript();
        foreach (var (title, roots) in parts)
        {
            foreach (var root in roots) script.Name(root);
            if (title.Length > 0) script.ModuleOf(roots[0]).Text.Append($"\n// {title}\n");
            while (script.waiting.TryDequeue(out var type)) script.Declare(type);
        }
        return script.modules.Values.ToDictionary(module => module.Path, Whole);
    }

    private static string Whole(Module module) =>
        "/** What goes between server and screens. Written from the server's records by ViewTypesTests: change those, not this. */\n"
        + (module.Path == Shared ? $"export type Language = {Union(LocalText.Languages)};\nexport type LocalText = Record<Language, string>;\n" : "")
        + string.Concat(module.Taken.Select(taken => $"import type {{ {string.Join(", ", taken.Value)} }} from \"{From(module.Path, taken.Key)}\";\n"))
        + (module.Text[0] == '\n' ? "" : "\n") + module.Text;

    private static string From(string file, string other) => file.StartsWith(Client, StringComparison.Ordinal)
        ? (file == Shared ? "./" : "../") + other[Client.Length..^".ts".Length]
        : "@client/" + other[Client.Length..^".ts".Length];

    private Module ModuleOf(Type type)
    {
        var room = type.Namespace!.Split('.');
        var path = room is [_, "Activities", var kind, ..] ? $"src/Participation/Activities/{kind}/views.ts"
            : room is [_, "Voting" or "Writing"] ? $"{Client}{room[1].ToLowerInvariant()}/views.ts"
            : Shared;
        return modules.TryGetValue(path, out var module) ? module : modules[path] = new(path);
    }

    private void Declare(Type type)
    {
        var text = ModuleOf(type).Text;
        var name = Called.GetValueOrDefault(type.Name, type.Name);
        if (type.IsEnum)
        {
            text.Append($"export type {name} = {Union(Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName))};\n");
            return;
        }
        var members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null).Select(property => Member(type, property)).ToList();
        var line = $"export interface {name} {{ {string.Join("; ", members)} }}\n";
        text.Append(line.Length <= 120 ? line : $"export interface {name} {{\n{string.Concat(members.Select(member => $"  {member};\n"))}}}\n");
    }

    private string Member(Type type, PropertyInfo property)
    {
        var name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        var optional = new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable || IsRequest(type) && HasDefault(type, property);
        return $"{name}{(optional ? "?" : "")}: {Written(type, property.PropertyType, property.Name)}";
    }

    private string Written(Type within, Type type, string member)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return Written(within, inner, member);
        if (type == typeof(string)) return member == "Language" ? Taken(within, "Language") : "string";
        if (type == typeof(Guid) || type == typeof(DateTimeOffset)) return "string";
        if (type == typeof(bool)) return "boolean";
        if (type == typeof(int) || type == typeof(long) || type == typeof(double)) return "number";
        if (type == typeof(object) || type == typeof(JsonElement)) return "unknown";
        if (type.IsGenericType && type.GetGenericArguments() is [var element]) return $"{Written(within, element, "")}[]";
        if (type.IsGenericType && type.GetGenericArguments() is [var key, var value] && key == typeof(string)) return $"Record<string, {Written(within, value, "")}>";
        if (type == typeof(LocalText)) return Taken(within, nameof(LocalText));
        var (name, from) = (Name(type), ModuleOf(type).Path);
        return Taken(within, name, from);
    }

    /// <summary>A name as it stands in the file of a type: one of another file is taken from there.</summary>
    private string Taken(Type within, string name, string from = Shared)
    {
        var module = ModuleOf(within);
        if (module.Path == from) return name;
        if (!module.Taken.TryGetValue(from, out var names)) names = module.Taken[from] = new(StringComparer.Ordinal);
        names.Add(name);
        return name;
    }

    /// <summary>The name of a type that is declared or will be.</summary>
    private string Name(Type type)
    {
        var (name, declared) = (Called.GetValueOrDefault(type.Name, type.Name), ModuleOf(type).Declared);
        if (declared.TryAdd(name, type)) waiting.Enqueue(type);
        return declared[name] == type ? name : throw new InvalidOperationException($"{type.FullName} and {declared[name].FullName} would both be {name}: call one of them otherwise.");
    }

    private static bool IsRequest(Type type) => type.Name.EndsWith("Request", StringComparison.Ordinal) || type == typeof(Participation.Server.Live.Sent);

    private static bool HasDefault(Type type, PropertyInfo property) =>
        type.GetConstructors()[0].GetParameters().FirstOrDefault(parameter => parameter.Name == property.Name) is { HasDefaultValue: true };

    private static string Union(IEnumerable<string> words) => string.Join(" | ", words.Select(word => $"\"{word}\""));
}
