using Participation.Sessions;
using Participation.Texts;

namespace Participation.Workshops;

/// <summary>A stakeholder type as it stands in <c>workshop.json</c>: it names the class to which it belongs.</summary>
internal sealed record TypeDraft(string Id, LocalText Label, string? Class = null);

/// <summary>The classes of stakeholder types: each is named by a type, and no class has the name of a type, for in a table both stand in one column.</summary>
internal static class ClassReading
{
    /// <returns>Null where the workshop has none.</returns>
    public static IReadOnlyList<StakeholderClass>? Of(IReadOnlyList<TypeDraft> types, IReadOnlyList<Option> classes, SourceFile file)
    {
        foreach (var (i, type) in types.Index())
            if (type.Class is { } named && classes.All(one => one.Id != named)) throw file.Refuse($"$.types[{i}].class", "workshop.unknown-class", named);
        foreach (var (i, one) in classes.Index())
        {
            if (types.Any(type => type.Id == one.Id)) throw file.Refuse($"$.classes[{i}].id", "workshop.duplicate-id", one.Id);
            if (types.All(type => type.Class != one.Id)) throw file.Refuse($"$.classes[{i}]", "workshop.empty-class", one.Id);
        }
        return classes.Count == 0 ? null : [.. classes.Select(one => new StakeholderClass(one.Id, one.Label, [.. types.Where(type => type.Class == one.Id).Select(type => type.Id)]))];
    }
}
