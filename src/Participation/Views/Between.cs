using System.Collections.Concurrent;
using System.Reflection;

namespace Participation.Views;

/// <summary>
/// What a phone is shown of a step when so much happens that its whole view has to wait some seconds: lists as they were told, all else as it is now. A count
/// costs a few bytes, and is what everybody looks at.
/// </summary>
internal static class Between
{
    private static readonly ConcurrentDictionary<Type, (MethodInfo Copy, PropertyInfo[] Lists)> Known = new();

    public static object Of(object told, object now)
    {
        var (copy, lists) = Known.GetOrAdd(now.GetType(), type => (type.GetMethod("<Clone>$")!, [.. type.GetProperties().Where(IsList)]));
        if (told.GetType() != now.GetType() || lists.Length == 0) return now;
        var between = copy.Invoke(now, null)!;
        foreach (var list in lists) list.SetValue(between, list.GetValue(told));
        return between;
    }

    private static bool IsList(PropertyInfo member) => member.CanWrite && member.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
}
