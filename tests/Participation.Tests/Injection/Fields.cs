using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Participation.Journal;
using Participation.Sessions;
using Participation.Tests.Activities;
using Participation.Tests.Laws;
using Participation.Tests.Live;
using Participation.Texts;

namespace Participation.Tests.Injection;

/// <summary>What becomes of a text that somebody sends.</summary>
internal enum Kept
{
    /// <summary>It is kept as it was written and shown: it goes through the browser's corpus.</summary>
    Words,

    /// <summary>It names something that there is; anything else is refused.</summary>
    Choice,

    /// <summary>It is compared and shown nowhere.</summary>
    Secret,
}

/// <summary>
/// Every member of every command, request and workshop that a person can fill with text. A new one stops the tests until it says what becomes of it; then the corpora
/// take it along.
/// </summary>
internal static class Fields
{
    /// <summary>What becomes of each text in a body that the pages take; a command says so itself.</summary>
    private static readonly Dictionary<string, Kept> OfPages = new()
    {
        ["/api/addresses address"] = Kept.Choice,
        ["/api/join code"] = Kept.Secret, ["/api/join key"] = Kept.Secret, ["/api/join language"] = Kept.Choice, ["/api/join type"] = Kept.Choice, ["/api/join zone"] = Kept.Choice, ["/api/join table"] = Kept.Choice,
        ["/api/enter key"] = Kept.Secret,
        ["/api/sessions workshop"] = Kept.Choice, ["/api/sessions language"] = Kept.Choice, ["/api/sessions title"] = Kept.Words, ["/api/sessions place"] = Kept.Words, ["/api/sessions tables.id"] = Kept.Choice, ["/api/sessions tables.name"] = Kept.Words,
        ["/api/setup key"] = Kept.Secret, ["/api/setup name"] = Kept.Words, ["/api/setup password"] = Kept.Secret, ["/api/setup zone"] = Kept.Choice,
        ["/api/sign-in name"] = Kept.Choice, ["/api/sign-in password"] = Kept.Secret, ["/api/sign-in code"] = Kept.Secret,
        ["/api/invitation key"] = Kept.Secret, ["/api/invitation/accept key"] = Kept.Secret, ["/api/invitation/accept password"] = Kept.Secret, ["/api/invitation/accept name"] = Kept.Words,
        ["/api/account/password now"] = Kept.Secret, ["/api/account/password next"] = Kept.Secret,
        ["/api/account/totp password"] = Kept.Secret, ["/api/account/totp code"] = Kept.Secret, ["/api/account/totp/off password"] = Kept.Secret,
    };

    public static readonly IReadOnlyDictionary<string, Kept> Known = OfCommands().Where(field => Says(field) is not null)
        .ToDictionary(field => $"{field.Command} {field.Member}", field => Says(field)!.Value).Concat(OfPages).ToDictionary();

    /// <summary>The texts of all commands that a client may send.</summary>
    public static IEnumerable<(string Command, Type Type, string Member, PropertyInfo Property)> OfCommands() => CommandNames.All.SelectMany(pair => pair.Value.GetProperties()
        .Where(property => property.DeclaringType == pair.Value && HoldsText(property.PropertyType))
        .Select(property => (pair.Key, pair.Value, NameOf(property), property)));

    /// <summary>What is right for each member of a command, so that one at a time can be wrong.</summary>
    /// <param name="kind">Where it is sent, when more than one kind has it.</param>
    public static JsonObject Usual(Type command, string? kind = null)
    {
        var (data, right) = (new JsonObject(), (kind ?? Examples.TakenBy(command).FirstOrDefault()) is { } one ? Examples.Of(one).Right : []);
        foreach (var member in command.GetConstructors().OrderByDescending(one => one.GetParameters().Length).First(one => one.GetParameters() is not [{ } only] || only.ParameterType != command)
            .GetParameters().Select(parameter => command.GetProperty(parameter.Name!)!))
        {
            var name = NameOf(member);
            var value = right[name]?.DeepClone() ?? name switch
            {
                "text" or "name" => "More trees",
                "contribution" => Examples.IdOf("ideas", 1),
                "mark" => "pin",
                "guest" => $"{Given.Id(77)}",
                "participant" => $"{Given.Id(78)}",
                _ => null,
            };
            if (value is not null) data[name] = value;
        }
        return data;
    }

    /// <summary>The same member with another text.</summary>
    public static JsonNode? With(JsonNode? member, string text) => member switch
    {
        JsonArray => new JsonArray(text),
        JsonObject said when said.FirstOrDefault() is { Key: { } field, Value: JsonValue value } && value.GetValueKind() == JsonValueKind.String => new JsonObject { [field] = text },
        JsonObject => new JsonObject { [text] = 1 },
        _ => text,
    };

    /// <summary>What it says of itself; null: nothing.</summary>
    private static Kept? Says((string, Type, string, PropertyInfo Property) field) =>
        field.Property.IsDefined(typeof(WordsAttribute)) ? Kept.Words
        : field.Property.IsDefined(typeof(PointerAttribute)) || field.Property.IsDefined(typeof(ChoiceAttribute)) ? Kept.Choice
        : null;

    /// <summary>The texts of all bodies that the pages take.</summary>
    public static IEnumerable<string> OfRequests(House house) => house.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Select(endpoint => (endpoint.RoutePattern.RawText, Body: endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType))
        .Where(one => one.Body is not null).SelectMany(one => Texts(one.Body!, "").Select(member => $"{one.RawText} {member}"));

    /// <summary>The texts in the settings of all kinds and in the frame of a workshop.</summary>
    public static IEnumerable<string> OfWorkshops() => ActivityKinds.All.SelectMany(kind => kind.Records.Settings.GetProperties())
        .Where(property => property.PropertyType == typeof(LocalText) || property.PropertyType == typeof(string) || Element(property.PropertyType) is { } element && (element == typeof(LocalText) || element == typeof(Option)))
        .Select(property => Camel(property.Name)).Distinct();

    private static IEnumerable<string> Texts(Type type, string before) => type.GetProperties().SelectMany(property =>
        HoldsText(property.PropertyType) ? [before + Camel(property.Name)]
        : Element(property.PropertyType) is { } element && element.Namespace!.StartsWith("Participation", StringComparison.Ordinal) && !element.IsEnum ? Texts(element, $"{before}{Camel(property.Name)}.")
        : []);

    private static bool HoldsText(Type type) => type == typeof(string) || Element(type) == typeof(string)
        || type.IsGenericType && type.GetGenericArguments()[0] == typeof(string);

    private static Type? Element(Type type) => type.IsGenericType && type.GetGenericArguments().Length == 1 && Nullable.GetUnderlyingType(type) is null ? type.GetGenericArguments()[0] : null;

    private static string NameOf(PropertyInfo property) => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? Camel(property.Name);

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
