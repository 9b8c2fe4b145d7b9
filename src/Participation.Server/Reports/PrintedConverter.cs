using System.Text.Json;
using System.Text.Json.Serialization;
using Participation.Texts;

namespace Participation.Server.Reports;

/// <summary>Every text of a report goes to the typesetter as it is printed.</summary>
internal sealed class PrintedConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(Printed.Of(value));
}
