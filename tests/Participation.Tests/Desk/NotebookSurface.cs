using Participation.Journal;
using Participation.Views;

namespace Participation.Tests.Desk;

/// <summary>All see how many notes there are and, but for those on phones, what they say.</summary>
internal sealed class NotebookSurface : ISurface<Notebook>
{
    public sealed record View(int Count, IReadOnlyList<string> Notes);

    public Attendance Of(Notebook state, Guid who, Role role, string? table) => new(new Audience(role), null, false, state.Number == 0 ? "seat.none" : null);

    object ISurface<Notebook>.View(Notebook state, Audience audience) => new View(state.Notes.Count, audience.Role == Role.Participant ? [] : [.. state.Notes.Values]);

    public object Meanwhile(object told, object now) => ((View)told) with { Count = ((View)now).Count };

    public object? Mine(Notebook state, Guid who) => null;

    public Reach Reach(Entry entry, Notebook state) => new(TakesBack: entry.Event is WordsErased);
}
