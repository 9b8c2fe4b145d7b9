using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Participation.Reports;

namespace Participation.Server.Reports;

/// <summary>A report as JSON for the template: camel case, each block with its record's name as <c>kind</c>.</summary>
public static class ReportJson
{
    public static IReadOnlyList<Type> BlockTypes { get; } =
        [.. typeof(Block).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Block)) && !type.IsAbstract)];

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new PrintedConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameBlocks } },
    };

    private static void NameBlocks(JsonTypeInfo info)
    {
        if (info.Type != typeof(Block))
        {
            return;
        }

        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "kind" };
        foreach (var type in BlockTypes)
        {
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(type, type.Name));
        }
    }
}
