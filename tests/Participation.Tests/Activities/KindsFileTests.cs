using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Participation.Sessions;
using Participation.Tests.Laws;
using Participation.Writing;

namespace Participation.Tests.Activities;

/// <summary>What the journeys in the browser have to know of each kind is written from its example: so a new kind is on every page that they look at.</summary>
public sealed class KindsFileTests
{
    private const string Approved = "tests/Participation.BrowserTests/house/kinds.approved.json";
    private static readonly JsonSerializerOptions Readable = new(Participation.Journal.Json.Options) { WriteIndented = true, IndentSize = 1, NewLine = "\n" };

    [Fact]
    public async Task The_journeys_know_every_kind_as_its_example_says_it()
    {
        var opened = await (await new Hall(watch: new Unwatched()).Opened()).State();
        var now = new JsonArray([.. Hall.Agenda.Where(item => item.Id == item.Kind).Select(item => Kind(item, opened))]).ToJsonString(Readable) + "\n";
        if (Repository.Approving) File.WriteAllText(Repository.PathOf(Approved), now);
        else Assert.True(now == Repository.Read(Approved), $"{Approved} is not what the examples say: run this test with APPROVE=1.");
    }

    /// <summary>Where the tests hold a kind alone the item has its name.</summary>
    [Fact]
    public void Every_kind_is_held_under_its_own_name() => Assert.Equal(ActivityKinds.All.Select(kind => kind.Kind).Order(), Hall.Agenda.Where(item => item.Id == item.Kind).Select(item => item.Kind).Order());

    private static JsonNode Kind(AgendaItem item, SessionState opened) => new JsonObject
    {
        ["kind"] = item.Kind,
        ["mark"] = item.Mark,
        ["takes"] = Examples.Has(item.Kind).Takes,
        ["settings"] = Settings(item),
        ["words"] = new JsonArray([.. Examples.Sent(item.Kind).SelectMany(command => Words(item, opened, command))]),
        ["full"] = new JsonArray([.. Examples.Of(item.Kind).Full(item.Id, number => $"{item.Mark}-{number:000}").Select(Sent)]),
    };

    /// <summary>Where a command of this kind holds words, and how many: a number, or the setting that says it.</summary>
    private static IEnumerable<JsonNode> Words(AgendaItem item, SessionState opened, Type command) => command.GetProperties().OrderBy(member => member.MetadataToken)
        .Select(member => (Name: NameOf(member), Words: member.GetCustomAttribute<WordsAttribute>())).Where(member => member.Words is not null)
        .SelectMany(member => (member.Words switch
        {
            { Setting: { } setting } => [(null, JsonValue.Create(JsonNamingPolicy.CamelCase.ConvertName(setting)))],
            { Most: > 0 and var most } => [(null, JsonValue.Create(most))],
            _ => Fields(item, opened),
        }).Select(place => new JsonObject
        {
            ["command"] = CommandNames.Of(command),
            ["member"] = member.Name,
            ["field"] = place.Field,
            ["most"] = place.Most,
            ["personal"] = command.GetCustomAttribute<AllowedAttribute>()!.Personal,
        }));

    /// <summary>The texts of the kind's form. Which setting says how many is seen by another number in it.</summary>
    private static (string? Field, JsonValue Most)[] Fields(AgendaItem item, SessionState opened)
    {
        var (kind, settings) = (ActivityKinds.Of(item.Kind), Settings(item));
        var form = Asked(settings);
        var numbers = settings.Where(member => member.Value?.GetValueKind() == JsonValueKind.Number).Select(member => member.Key).ToList();
        return [.. form.Texts.Select((text, at) => ((string?)text.Id, numbers.Where(name =>
        {
            var other = settings.DeepClone().AsObject();
            other[name] = other[name]!.GetValue<int>() + 1;
            return Asked(other).Texts[at].Most != text.Most;
        }).Select(name => JsonValue.Create(name)).SingleOrDefault() ?? JsonValue.Create(text.Most)))];

        Form Asked(JsonObject with) => (opened with { Settings = opened.Settings.SetItem(item.Id, kind.Read(JsonSerializer.SerializeToElement(with))) }).Scene(item).Parts.Writings!.Form();
    }

    /// <summary>As the workshop's author could write them out, with all that the house sets where nothing is said.</summary>
    private static JsonObject Settings(AgendaItem item) =>
        JsonSerializer.SerializeToNode(ActivityKinds.Of(item.Kind).Read(item.Settings), ActivityKinds.Of(item.Kind).Records.Settings, Participation.Journal.Json.Options)!.AsObject();

    private static JsonNode Sent(Try tried) => new JsonObject
    {
        ["who"] = tried.Role == Role.Participant ? BitConverter.ToInt32(tried.Who.ToByteArray()) : 0,
        ["name"] = CommandNames.Of(tried.Command.GetType()),
        ["data"] = JsonSerializer.SerializeToNode(tried.Command, tried.Command.GetType(), Participation.Journal.Json.Options),
    };

    private static string NameOf(MemberInfo member) => member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(member.Name);
}
