using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Participation.Sessions;

/// <summary>An earlier item of the agenda that settings name. By these types the house knows what builds on what, whatever a kind calls the member; in JSON it is the item's id.</summary>
public abstract record ItemRef(string Id)
{
    /// <summary>All that settings name, each with its place in them, such as <c>from[0]</c>.</summary>
    public static IEnumerable<(string Place, ItemRef To)> In(object settings) =>
        from member in settings.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where member.GetIndexParameters().Length == 0 && (member.PropertyType.IsAssignableTo(typeof(ItemRef)) || member.PropertyType.IsAssignableTo(typeof(IEnumerable<ItemRef>)))
        let name = JsonNamingPolicy.CamelCase.ConvertName(member.Name)
        from named in member.GetValue(settings) switch
        {
            ItemRef one => [(name, one)],
            IEnumerable<ItemRef> many => many.Select((one, at) => ($"{name}[{at}]", one)),
            _ => [],
        }
        select named;
}

/// <summary>An item whose contributions are worked on here.</summary>
[JsonConverter(typeof(ItemRefJson))]
public sealed record Source(string Id) : ItemRef(Id);

/// <summary>An item whose votes weigh what is worked on here.</summary>
[JsonConverter(typeof(ItemRefJson))]
public sealed record VotesOf(string Id) : ItemRef(Id);

/// <summary>A reference as the id that it is.</summary>
internal sealed class ItemRefJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(ItemRef));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<TRef> : JsonConverter<TRef> where TRef : ItemRef
    {
        public override TRef Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? (TRef)Activator.CreateInstance(typeof(TRef), reader.GetString())! : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, TRef value, JsonSerializerOptions options) => writer.WriteStringValue(value.Id);
    }
}
