using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Participation.Journal;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Reporting;
using Participation.Texts;
using Participation.Views;
using Participation.Voting;

namespace Participation.Tests.Golden;

/// <summary>What a journal means: the state to which it folds, what every audience and every person saw on the way and at the end, and the report in each language.</summary>
internal static class Meaning
{
    /// <summary>At these the screens are looked at, just before: what went on until then is on them.</summary>
    private static readonly Type[] TurningPoints =
        [typeof(SessionAdvanced), typeof(SessionClosed), typeof(ItemReset), typeof(ActUndone), typeof(FloodRemoved), typeof(RoundBegun), typeof(StepCounted), typeof(WordsErased)];

    private static readonly Dictionary<string, Func<IReadOnlyList<Line>, JsonNode>> All = new()
    {
        ["state"] = lines => State(SessionState.Fold(lines.Select(line => line.ToEntry()))),
        ["screens"] = Screens,
        ["report.en"] = lines => Report(lines, "en"),
        ["report.it"] = lines => Report(lines, "it"),
        ["report.de"] = lines => Report(lines, "de"),
    };

    public static IEnumerable<string> Parts => All.Keys;

    public static JsonNode Of(IReadOnlyList<Line> lines, string part) => All[part](lines);

    /// <summary>Each act that can be taken back is told by what taking it back would change.</summary>
    private static JsonObject State(SessionState state)
    {
        var told = Dump.Of(state with { Acts = [], Deeds = Deeds.None })!.AsObject();
        told["deeds"] = Dump.Of(state.Deeds.Of.Where(own => !own.Value.IsEmpty).ToDictionary(own => own.Key.ToString(), own => own.Value.Select(deed => $"{deed.Act} {EventNames.Of(deed.Did.GetType())}")));
        var (acts, stage) = (new JsonArray(), Dump.Of(state.Stage));
        foreach (var done in state.Acts)
        {
            var before = Dump.Of(done.Before);
            acts.Add(new JsonObject { ["act"] = done.Act, ["name"] = done.Name, ["item"] = done.Item, ["putsBack"] = Dump.Changes(stage, before) });
            stage = before;
        }
        told["acts"] = acts;
        return told;
    }

    /// <summary>All that is on the screens at the first turning point, and from then on what became different.</summary>
    private static JsonObject Screens(IReadOnlyList<Line> lines)
    {
        var (state, told, last) = (SessionState.None, new JsonObject(), new JsonObject());
        void Look(string when)
        {
            var now = Screens(state);
            (told[$"{state.Number}, {when}"], last) = (Dump.Changes(last, now), now);
        }
        foreach (var entry in lines.Select(line => line.ToEntry()))
        {
            if (TurningPoints.Contains(entry.Event.GetType())) Look($"before {EventNames.Of(entry.Event.GetType())}");
            state = state.Evolve(entry);
        }
        Look("the end");
        return told;
    }

    private static JsonObject Screens(SessionState state)
    {
        var (told, first) = (new JsonObject(), new Dictionary<string, string>());
        foreach (var audience in Audiences(state))
        {
            var name = $"{JsonNamingPolicy.CamelCase.ConvertName(audience.Role.ToString())}{(audience.Waits ? " who waits" : "")}{(audience.Table is { } table ? $" at {table}" : "")}";
            var view = Dump.Of(JsonSerializer.SerializeToNode(Participation.Views.Screens.Of(state, audience), Json.Options))!;
            told[name] = first.TryAdd(view.ToJsonString(), name) ? view : $"as {first[view.ToJsonString()]}";
        }
        foreach (var who in state.Participants.Values.OrderBy(who => who.Number))
        {
            var audience = state.AudienceOf(who.Id);
            told[$"person {who.Number}"] = new JsonObject
            {
                ["at"] = $"{audience.Table ?? "plenary"}{(audience.Waits ? ", waits" : "")}{(state.Stage.Removed.Contains(who.Id) ? ", removed" : "")}",
                ["mine"] = Dump.Of(JsonSerializer.SerializeToNode(Participation.Views.Screens.MineOf(state, who.Id), Json.Options)),
            };
        }
        return told;
    }

    private static IEnumerable<Audience> Audiences(SessionState state)
    {
        string?[] tables = [null, .. state.Opened!.Tables.Select(table => table.Id)];
        return Enum.GetValues<Role>().SelectMany(role => tables.Select(table => new Audience(role, table))).Append(new(Role.Participant, null, Waits: true));
    }

    private static JsonNode Report(IReadOnlyList<Line> lines, string language) =>
        Dump.Of(SynthesisReport.Of(SessionState.Fold(lines.Select(line => line.ToEntry())), new(language, TimeZoneInfo.Utc, SessionFile.Head(lines))))!;
}
