using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Participation.Journal;

/// <summary>The one way in which the house writes and reads JSON: camelCase, enums as kebab-case words, no nulls, depth at most 32, unknown members refused.</summary>
public static class Json
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 32,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        AllowDuplicateProperties = false,
        Converters = { new ExactWords() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>What is no member of the JSON is refused like any other unknown member, and not passed over because a property has that name.</summary>
    public static void NothingIgnored(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
            if (type.Properties[i] is { Get: null, Set: null }) type.Properties.RemoveAt(i);
    }
}
