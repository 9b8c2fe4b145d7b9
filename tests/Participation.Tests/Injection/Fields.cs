using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Participation.Sessions;
using Participation.Tests.Activities;
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
/// Every member of every command, request and workshop that a person can fill with text. A new one stops the tests until it is said here what becomes of it; then
/// the corpora take it along.
/// </summary>
internal static class Fields
{
    public static readonly IReadOnlyDictionary<string, Kept> Known = Examples.All.SelectMany(example => example.Texts).Concat(new Dictionary<string, Kept>
    {
        ["contribution.mark contribution"] = Kept.Choice, ["session.erase-words contribution"] = Kept.Choice, ["step.count item"] = Kept.Choice,
        ["/api/addresses address"] = Kept.Choice,
        ["session.seat-guest type"] = Kept.Choice, ["session.seat-guest zone"] = Kept.Choice, ["session.seat-guest table"] = Kept.Choice, ["session.seat-guest language"] = Kept.Choice,
        ["session.move table"] = Kept.Choice,
        ["session.correct-mine type"] = Kept.Choice, ["session.correct-mine zone"] = Kept.Choice, ["session.correct-mine table"] = Kept.Choice,
        ["/api/join code"] = Kept.Secret, ["/api/join key"] = Kept.Secret, ["/api/join language"] = Kept.Choice, ["/api/join type"] = Kept.Choice, ["/api/join zone"] = Kept.Choice, ["/api/join table"] = Kept.Choice,
        ["/api/enter key"] = Kept.Secret,
        ["/api/sessions workshop"] = Kept.Choice, ["/api/sessions language"] = Kept.Choice, ["/api/sessions title"] = Kept.Words, ["/api/sessions place"] = Kept.Words, ["/api/sessions tables.id"] = Kept.Choice, ["/api/sessions tables.name"] = Kept.Words,
        ["/api/setup key"] = Kept.Secret, ["/api/setup name"] = Kept.Words, ["/api/setup password"] = Kept.Secret, ["/api/setup zone"] = Kept.Choice,
        ["/api/sign-in name"] = Kept.Choice, ["/api/sign-in password"] = Kept.Secret, ["/api/sign-in code"] = Kept.Secret,
        ["/api/invitation key"] = Kept.Secret, ["/api/invitation/accept key"] = Kept.Secret, ["/api/invitation/accept password"] = Kept.Secret, ["/api/invitation/accept name"] = Kept.Words,
        ["/api/account/password now"] = Kept.Secret, ["/api/account/password next"] = Kept.Secret,
        ["/api/account/totp password"] = Kept.Secret, ["/api/account/totp code"] = Kept.Secret, ["/api/account/totp/off password"] = Kept.Secret,
    }).ToDictionary();

    /// <summary>The texts of all commands that a client may send.</summary>
    public static IEnumerable<(string Command, Type Type, string Member)> OfCommands() => CommandNames.All.SelectMany(pair => pair.Value.GetProperties()
        .Where(property => property.DeclaringType == pair.Value && HoldsText(property.PropertyType))
        .Select(property => (pair.Key, pair.Value, property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? Camel(property.Name))));

    /// <summary>The texts of all bodies that the pages take.</summary>
    public static IEnumerable<string> OfRequests(House house) => house.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Select(endpoint => (endpoint.RoutePattern.RawText, Body: endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType))
        .Where(one => one.Body is not null).SelectMany(one => Texts(one.Body!, "").Select(member => $"{one.RawText} {member}"));

    /// <summary>The texts in the settings of all kinds and in the frame of a workshop.</summary>
    public static IEnumerable<string> OfWorkshops() => ActivityKinds.All.SelectMany(kind => kind.SettingsType.GetProperties())
        .Where(property => property.PropertyType == typeof(LocalText) || property.PropertyType == typeof(string) || Element(property.PropertyType) is { } element && (element == typeof(LocalText) || element == typeof(Option)))
        .Select(property => Camel(property.Name)).Distinct();

    private static IEnumerable<string> Texts(Type type, string before) => type.GetProperties().SelectMany(property =>
        HoldsText(property.PropertyType) ? [before + Camel(property.Name)]
        : Element(property.PropertyType) is { } element && element.Namespace!.StartsWith("Participation", StringComparison.Ordinal) && !element.IsEnum ? Texts(element, $"{before}{Camel(property.Name)}.")
        : []);

    private static bool HoldsText(Type type) => type == typeof(string) || Element(type) == typeof(string)
        || type.IsGenericType && type.GetGenericArguments()[0] == typeof(string);

    private static Type? Element(Type type) => type.IsGenericType && type.GetGenericArguments().Length == 1 && Nullable.GetUnderlyingType(type) is null ? type.GetGenericArguments()[0] : null;

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
