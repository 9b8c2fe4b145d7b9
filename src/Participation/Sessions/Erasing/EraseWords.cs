using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Erasing;

/// <summary>Erases for ever what a person wrote and said of themselves, or the words of one contribution. Numbers and counts stay.</summary>
[CommandName("session.erase-words"), Allowed(Role.Facilitator)]
public sealed record EraseWords(Guid? Participant = null, [property: Pointer] string? Contribution = null) : SessionCommand;

public sealed class EraseWordsHandler(Desk<SessionState> desk) : IRequestHandler<EraseWords, Receipt>
{
    public Task<Receipt> Handle(EraseWords command, CancellationToken ct) => desk.Erase(command, Decide);

    public static Decision Decide(SessionState state, EraseWords command) => command switch
    {
        { Participant: { } who, Contribution: null } => state.Participants.ContainsKey(who)
            ? AllOf(state, who)
            : Decision.Refuse("session.unknown-participant"),
        { Participant: null, Contribution: { } given } => state.Has(given)
            ? Decision.Erase(entries => Of(state, given, entries))
            : Decision.Refuse("contribution.unknown", given),
        _ => Decision.Refuse("contribution.unknown"),
    };

    /// <summary>Whoever took a seat for somebody said in their own name who that is: it goes with the rest.</summary>
    internal static Decision AllOf(SessionState state, Guid who) => Decision.EraseAllOf(who, entry => state.Sayings.GetValueOrDefault(entry.Number) == who);

    /// <summary>The entry that gave it and, where its words may change, all that gave it other ones.</summary>
    private static IEnumerable<Entry> Of(SessionState state, string contribution, IReadOnlyList<Entry> entries)
    {
        string? Root(Entry entry) => entry.Event is ActivityEvent work ? state.Item(work.Item).Root : null;
        var given = entries.FirstOrDefault(entry => entry.Event is ContributionGiven one && state.Scene(state.Item(one.Item)).IdOf(one.Number) == contribution);
        return entries.Where(entry => entry == given || entry.Event is IRewords words && words.Contribution == contribution
            || (given?.Event is IWords first && entry.Event is IWords other && other.Of == first.Of && Root(entry) == Root(given)));
    }
}
