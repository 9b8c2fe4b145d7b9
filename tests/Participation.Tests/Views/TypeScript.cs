using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Participation.Texts;

namespace Participation.Tests.Views;

/// <summary>Writes records as TypeScript interfaces, as the house's JSON writes them: camelCase, words for enumerations, nulls left out.</summary>
internal sealed class TypeScript
{
    /// <summary>What screens call a type, where the model's name is longer or says where it is made.</summary>
    private static readonly Dictionary<string, string> Called = new()
    {
        ["ItemView"] = "Item", ["MineView"] = "Mine", ["Countdown"] = "Timer", ["AgendaRow"] = "AgendaStep", ["IdeaKind"] = "Kind",
        ["ContributionStatus"] = "CardStatus", ["IdeaCount"] = "Count", ["ClusterView"] = "Cluster", ["GroupView"] = "Group",
        ["ClusterRelation"] = "Relation", ["Relation"] = "RelationKind", ["StatementToVote"] = "Statement", ["UndoView"] = "Undo",
    };

    private readonly StringBuilder text = new();
    private readonly Dictionary<string, Type> named = [];
    private readonly Queue<Type> waiting = [];

    public static string Write(IEnumerable<(string Title, Type[] Roots)> parts)
    {
        var script = new TypeScript();
        script.text.Append("/** What goes between server and screens. Written from the server's records by ViewTypesTests: change those, not this. */\n");
        script.text.Append($"export type Language = {Union(LocalText.Languages)};\nexport type LocalText = Record<Language, string>;\n");
        foreach (var (title, roots) in parts)
        {
            script.text.Append($"\n// {title}\n");
            foreach (var root in roots) script.Name(root);
            while (script.waiting.TryDequeue(out var type)) script.Declare(type);
        }
        return script.text.ToString();
    }

    private void Declare(Type type)
    {
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
        return $"{name}{(optional ? "?" : "")}: {Written(property.PropertyType, property.Name)}";
    }

    private string Written(Type type, string member)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return Written(inner, member);
        if (type == typeof(string)) return member == "Language" ? "Language" : "string";
        if (type == typeof(Guid) || type == typeof(DateTimeOffset)) return "string";
        if (type == typeof(bool)) return "boolean";
        if (type == typeof(int) || type == typeof(long) || type == typeof(double)) return "number";
        if (type == typeof(object) || type == typeof(JsonElement)) return "unknown";
        if (type.IsGenericType && type.GetGenericArguments() is [var element]) return $"{Written(element, "")}[]";
        if (type.IsGenericType && type.GetGenericArguments() is [var key, var value] && key == typeof(string)) return $"Record<string, {Written(value, "")}>";
        return type == typeof(LocalText) ? nameof(LocalText) : Name(type);
    }

    /// <summary>The name of a type that is declared here or will be.</summary>
    private string Name(Type type)
    {
        var name = Called.GetValueOrDefault(type.Name, type.Name);
        if (named.TryAdd(name, type)) waiting.Enqueue(type);
        return named[name] == type ? name : throw new InvalidOperationException($"{type.FullName} and {named[name].FullName} would both be {name}: call one of them otherwise.");
    }

    private static bool IsRequest(Type type) => type.Name.EndsWith("Request", StringComparison.Ordinal) || type == typeof(Participation.Server.Live.Sent);

    private static bool HasDefault(Type type, PropertyInfo property) =>
        type.GetConstructors()[0].GetParameters().FirstOrDefault(parameter => parameter.Name == property.Name) is { HasDefaultValue: true };

    private static string Union(IEnumerable<string> words) => string.Join(" | ", words.Select(word => $"\"{word}\""));
}
