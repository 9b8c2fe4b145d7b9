using System.Text.Json;
using Participation.Journal;
using Participation.Sessions;
using Participation.Tests.Samples;
using Participation.Texts;

namespace Participation.Tests.Golden.Scripts;

/// <summary>
/// How a golden journal came about. It is played once, by the version that is to be remembered; from then on its file is frozen, whatever
/// the script would do later. A script that later code cannot play any more is deleted, its file stays.
/// </summary>
internal abstract class Script(string name)
{
    /// <summary>The file in which the journal lies, without its ending.</summary>
    public string Name => name;

    public abstract Task<Room> Play();

    public static IReadOnlyList<Script> All { get; } =
        [.. typeof(Script).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Script))).OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => (Script)Activator.CreateInstance(type)!)];

    protected static LocalText Text(string en, string it, string de) => new(en, it, de);

    protected static Option Choice(string id, string en, string it, string de) => new(id, Text(en, it, de));

    protected static AgendaItem Item(string id, string kind, string mark, LocalText title, object settings, bool hidden = false,
        Moderation moderation = Moderation.Off, string? continues = null) =>
        new(id, kind, mark, title, 10, JsonSerializer.SerializeToElement(settings, Json.Options), hidden, moderation, continues);
}
