using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Participation.Tests.Laws;

/// <summary>What the rules ask of a type.</summary>
internal static class Shapes
{
    private const string Activities = "Participation.Activities.";

    public static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    /// <summary>The kind whose folder a type lies in; null for the session's own.</summary>
    public static string? KindOf(Type type) => type.Namespace!.StartsWith(Activities, StringComparison.Ordinal)
        ? JsonNamingPolicy.KebabCaseLower.ConvertName(type.Namespace[Activities.Length..].Split('.')[0])
        : null;

    /// <summary>Why a type is not a sealed record whose members are set once.</summary>
    public static IEnumerable<string> Faults(Type type)
    {
        if (!IsRecord(type)) yield return $"{type.Name} is no record";
        if (!type.IsSealed) yield return $"{type.Name} is not sealed";
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
                yield return $"{type.Name}.{property.Name} can be changed";
        }
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance)) yield return $"{type.Name}.{field.Name} is an open field";
    }
}
