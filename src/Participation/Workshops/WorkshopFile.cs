using Participation.Sessions;
using Participation.Texts;

namespace Participation.Workshops;

/// <summary>What stands in <c>workshop.json</c>, its texts filled in.</summary>
internal sealed record Draft(
    LocalText Title, LocalText Description, LocalText Consent, IReadOnlyList<ItemDraft> Agenda, string Language = "en",
    IReadOnlyList<TypeDraft>? Types = null, IReadOnlyList<Option>? Zones = null, IReadOnlyList<Table>? Tables = null, IReadOnlyList<Option>? Classes = null);

/// <summary>Reads the files of a workshop's folder, and refuses the first thing that is wrong with its file, place and reason.</summary>
public static class WorkshopFile
{
    public const string Name = "workshop.json";

    /// <summary>The files that a workshop consists of.</summary>
    public static readonly IReadOnlyList<string> Names = [Name, .. LocalText.Languages.Select(language => $"texts.{language}.json")];

    /// <param name="files">The contents by file name, for each of <see cref="Names"/>.</param>
    /// <exception cref="WorkshopException">Something is wrong with the folder's name or in a file.</exception>
    public static Workshop Read(string slug, IReadOnlyDictionary<string, string> files)
    {
        SourceFile Open(string name) => files.TryGetValue(name, out var text)
            ? new SourceFile(name, text)
            : throw new WorkshopException(name, "$", null, "workshop.missing-file", name);

        if (!Shape.IsId(slug)) throw new WorkshopException(Name, "$", null, "workshop.wrong-slug", slug);
        var source = Open(Name);
        var texts = new TextFiles(Open);
        var filled = texts.Fill(source.Root, source)!;
        var draft = Shape.Read<Draft>(filled, source, "$");
        if (!LocalText.Languages.Contains(draft.Language)) throw source.Refuse("$.language", "workshop.wrong-language", draft.Language);
        var agenda = AgendaReading.Of(draft.Agenda, filled["agenda"]!.AsArray(), new SplitReading(draft, source), source);
        texts.RefuseUnused();
        var classes = ClassReading.Of(draft.Types ?? [], draft.Classes ?? [], source);
        return new(slug, draft.Title, draft.Description, draft.Consent, draft.Language, agenda,
            [.. (draft.Types ?? []).Select(type => new Option(type.Id, type.Label))], draft.Zones ?? [], draft.Tables ?? [], classes);
    }
}
