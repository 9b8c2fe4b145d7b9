using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Participation.Sessions;

/// <summary>
/// The few fields of a form that were filled in, with what stands in them. A session holds tens of thousands of these: a dictionary of one text takes
/// two hundred bytes, this a quarter of it.
/// </summary>
public sealed class FieldDictionary : IReadOnlyDictionary<string, string>
{
    public static readonly FieldDictionary Nothing = new([]);

    private readonly KeyValuePair<string, string>[] fields;

    private FieldDictionary(KeyValuePair<string, string>[] fields) => this.fields = fields;

    public static FieldDictionary Of(IReadOnlyDictionary<string, string> fields) => fields as FieldDictionary ?? (fields.Count == 0 ? Nothing : new([.. fields]));

    /// <summary>Those that say something.</summary>
    public static FieldDictionary Of(params ReadOnlySpan<(string Field, string? Said)> fields)
    {
        var count = 0;
        foreach (var (_, said) in fields) count += said is null ? 0 : 1;
        if (count == 0) return Nothing;
        var (filled, at) = (new KeyValuePair<string, string>[count], 0);
        foreach (var (field, said) in fields)
            if (said is not null) filled[at++] = new(field, said);
        return new(filled);
    }

    public int Count => fields.Length;

    public IEnumerable<string> Keys => fields.Select(each => each.Key);

    public IEnumerable<string> Values => fields.Select(each => each.Value);

    public string this[string key] => TryGetValue(key, out var said) ? said : throw new KeyNotFoundException(key);

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        foreach (var field in fields)
        {
            if (field.Key != key) continue;
            value = field.Value;
            return true;
        }
        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, string>>)fields).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
