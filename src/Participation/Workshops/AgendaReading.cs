using System.Text.Json;
using System.Text.Json.Nodes;
using Participation.Sessions;
using Participation.Texts;
using Participation.Voting;

namespace Participation.Workshops;

/// <summary>An agenda item as it stands in <c>workshop.json</c>.</summary>
internal sealed record ItemDraft(
    string Id, string Kind, LocalText Title, int Minutes, JsonElement Settings,
    string? Mark = null, bool Hidden = false, Moderation Moderation = Moderation.Off, string? Continues = null);

/// <summary>The rules of an agenda: kinds that exist, lengths a person can plan, and nothing built on what comes later.</summary>
internal static class AgendaReading
{
    private const int MostMinutes = 480;

    public static IReadOnlyList<AgendaItem> Of(IReadOnlyList<ItemDraft> drafts, JsonArray written, SplitReading splits, SourceFile file)
    {
        if (drafts.Count == 0) throw file.Refuse("$.agenda", "workshop.empty-agenda");
        var marks = Marks.Of(drafts, file);
        var agenda = new List<AgendaItem>(drafts.Count);
        foreach (var (i, draft) in drafts.Index())
        {
            var place = $"$.agenda[{i}]";
            if (ActivityKinds.Find(draft.Kind) is not { } kind) throw file.Refuse($"{place}.kind", "workshop.unknown-kind", draft.Kind);
            if (draft.Minutes is < 1 or > MostMinutes) throw file.Refuse($"{place}.minutes", "workshop.wrong-minutes", $"{draft.Minutes}");
            Shape.Check(written[i]!["settings"], kind, file, $"{place}.settings");
            var settings = kind.Read(draft.Settings);
            foreach (var (member, to) in ItemRef.In(settings))
                if (agenda.TrueForAll(item => item.Id != to.Id)) throw file.Refuse($"{place}.settings.{member}", "workshop.not-earlier", to.Id);
            if (draft.Continues is not null && settings is ISecretBallots { Secret: true }) throw file.Refuse($"{place}.continues", "workshop.secret-alone");
            splits.Check(settings, agenda.Find(item => item.Id == draft.Continues), $"{place}.settings.split");
            agenda.Add(new(draft.Id, draft.Kind, marks[i], draft.Title, draft.Minutes, draft.Settings, draft.Hidden, draft.Moderation,
                draft.Continues is { } earlier ? Continued(earlier, draft, agenda, file, $"{place}.continues") : null));
        }
        return agenda;
    }

    /// <summary>The item at the beginning of the chain: work that goes on twice is still one work.</summary>
    private static string Continued(string id, ItemDraft draft, List<AgendaItem> earlier, SourceFile file, string place)
    {
        var item = earlier.Find(item => item.Id == id) ?? throw file.Refuse(place, "workshop.not-earlier", id);
        if (ActivityKinds.Of(item.Kind).Read(item.Settings) is ISecretBallots { Secret: true }) throw file.Refuse(place, "workshop.secret-alone", id);
        return item.Kind == draft.Kind ? item.Root : throw file.Refuse(place, "workshop.other-kind", id);
    }
}
