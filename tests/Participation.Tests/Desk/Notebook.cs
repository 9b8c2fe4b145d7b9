using System.Collections.Immutable;
using Participation.Journal;

namespace Participation.Tests.Desk;

/// <summary>A stream that is no session: notes that are written, and erased for ever.</summary>
internal sealed record Notebook(long Number, ImmutableSortedDictionary<long, string> Notes) : IFold<Notebook>
{
    /// <summary>More notes are refused.</summary>
    public const int Most = 5;

    public static Notebook None { get; } = new(0, ImmutableSortedDictionary<long, string>.Empty);

    public Notebook Evolve(Entry entry) => this with
    {
        Number = entry.Number,
        Notes = entry.Event is Noted note ? Notes.SetItem(entry.Number, note.Text) : Notes,
    };
}

/// <summary>Writes a note.</summary>
internal sealed record WriteNote(string Text) : Command
{
    public static Decision Decide(Notebook book, WriteNote command) =>
        book.Notes.Count >= Notebook.Most ? Decision.Refuse("notebook.full") : Decision.Record(new Noted(command.Text));
}

/// <summary>Erases the words of a note.</summary>
internal sealed record EraseNote(long Number) : Command
{
    public static Decision Decide(Notebook book, EraseNote command) =>
        book.Notes.ContainsKey(command.Number) ? Decision.Erase(entries => entries.Where(entry => entry.Number == command.Number)) : Decision.Refuse("notebook.unknown");
}

/// <summary>A note with a ballot beside it, of which the desk keeps nothing.</summary>
internal sealed record CastNote(string Choice) : Command
{
    public static Decision Decide(Notebook book, CastNote command) =>
        Decision.Record(new Noted("cast")) with { Box = new BallotBoxed("notes", 0, "", [command.Choice]) };
}
