using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Participation.Sessions;

namespace Participation.Views;

/// <summary>One operation of JSON Patch (RFC 6902): add, remove or replace.</summary>
public sealed record PatchOp(string Op, string Path, object? Value = null);

/// <summary>
/// What changed between two views, as JSON Patch. It compares references first: what two views share costs nothing. Records compare
/// member by member; list elements are told apart by their <c>Id</c>, or by themselves when they have none.
/// </summary>
public static class Difference
{
    private static readonly ConcurrentDictionary<Type, Member[]> Members = [];
    private static readonly ConcurrentDictionary<Type, Func<object, object?>?> Ids = [];

    private sealed record Member(string Name, Func<object, object?> Get);

    public static IReadOnlyList<PatchOp> Between(object before, object after)
    {
        var ops = new List<PatchOp>();
        Compare("", before, after, ops);
        return ops;
    }

    private static void Compare(string path, object? before, object? after, List<PatchOp> ops)
    {
        if (ReferenceEquals(before, after)) return;
        if (before is null) ops.Add(new("add", path, after));
        else if (after is null) ops.Add(new("remove", path));
        else if (before.GetType() == after.GetType() && IsRecord(before.GetType())) CompareMembers(path, before, after, ops);
        else if (before is IDictionary old && after is IDictionary now) CompareKeys(path, old, now, ops);
        else if (before is not string && before is IEnumerable first && after is IEnumerable second) CompareLists(path, List(first), List(second), ops);
        else if (!before.Equals(after)) ops.Add(new("replace", path, after));
    }

    private static void CompareMembers(string path, object before, object after, List<PatchOp> ops)
    {
        foreach (var member in Members.GetOrAdd(before.GetType(), Describe))
            Compare($"{path}/{member.Name}", member.Get(before), member.Get(after), ops);
    }

    private static void CompareKeys(string path, IDictionary before, IDictionary after, List<PatchOp> ops)
    {
        foreach (var key in before.Keys)
            if (!after.Contains(key)) ops.Add(new("remove", $"{path}/{Escape(key)}"));
        foreach (DictionaryEntry entry in after)
            Compare($"{path}/{Escape(entry.Key)}", before.Contains(entry.Key) ? before[entry.Key] : null, entry.Value, ops);
    }

    private static void CompareLists(string path, IReadOnlyList<object> before, IReadOnlyList<object> after, List<PatchOp> ops)
    {
        var same = after is IGrowing list && list.Continues(before) ? before.Count : 0;
        while (same < before.Count && same < after.Count && ReferenceEquals(before[same], after[same])) same++;
        if (same == before.Count)
        {
            for (var i = same; i < after.Count; i++) ops.Add(new("add", $"{path}/{i}", after[i]));
            return;
        }

        var was = Keys(before, same);
        var now = Keys(after, same);
        // Keys in another order, or nothing left of what was there: the whole list is shorter to tell.
        if (was is null || now is null || (same == 0 && !was.Keys.Any(now.ContainsKey)) || !was.Keys.Where(now.ContainsKey).SequenceEqual(now.Keys.Where(was.ContainsKey)))
        {
            ops.Add(new("replace", path, after));
            return;
        }
        for (var i = before.Count - 1; i >= same; i--)
            if (!now.ContainsKey(KeyOf(before[i]))) ops.Add(new("remove", $"{path}/{i}"));
        for (var i = same; i < after.Count; i++)
        {
            if (was.TryGetValue(KeyOf(after[i]), out var old)) Compare($"{path}/{i}", old, after[i], ops);
            else ops.Add(new("add", $"{path}/{i}", after[i]));
        }
    }

    /// <summary>The elements from a place on by key, in order; null when two have the same key.</summary>
    private static OrderedDictionary<object, object>? Keys(IReadOnlyList<object> list, int from)
    {
        var keys = new OrderedDictionary<object, object>(list.Count - from);
        for (var i = from; i < list.Count; i++)
            if (!keys.TryAdd(KeyOf(list[i]), list[i])) return null;
        return keys;
    }

    private static object KeyOf(object element) =>
        Ids.GetOrAdd(element.GetType(), type => type.GetProperty("Id") is { } id ? id.GetValue : null)?.Invoke(element) ?? element;

    private static IReadOnlyList<object> List(IEnumerable sequence) =>
        sequence as IReadOnlyList<object> ?? [.. sequence.Cast<object>()];

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static Member[] Describe(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null)
            .Select(property => new Member(JsonNamingPolicy.CamelCase.ConvertName(property.Name), property.GetValue)),
    ];

    private static string Escape(object key) => key.ToString()!.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
