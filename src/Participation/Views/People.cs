using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Participation.Sessions;

namespace Participation.Views;

/// <summary>Who sits in a session, as the facilitator's board lists them. Made once for as long as nobody comes, moves or goes.</summary>
internal sealed record People(ImmutableHashSet<Guid> Removed, IReadOnlyList<Person> All, IReadOnlyDictionary<string, int> AtTables)
{
    private static readonly ConditionalWeakTable<ImmutableDictionary<Guid, Participant>, People> Known = [];
    private static readonly ConditionalWeakTable<Participant, Person> Seated = [];

    public static People Of(SessionState state)
    {
        var removed = state.Stage.Removed;
        if (Known.TryGetValue(state.Participants, out var known) && ReferenceEquals(known.Removed, removed)) return known;
        var here = state.Participants.Values.Where(who => who.Table is not null && !removed.Contains(who.Id));
        var people = new People(removed,
            [.. state.Participants.Values.OrderBy(who => who.Number).Select(who => PersonOf(who, removed.Contains(who.Id)))],
            here.CountBy(who => who.Table!).ToDictionary());
        Known.AddOrUpdate(state.Participants, people);
        return people;
    }

    private static Person PersonOf(Participant who, bool removed)
    {
        var person = Seated.GetValue(who, static who => new(who.Id, who.Number, who.Type, who.Zone, who.Table, who.Phoneless, false));
        return removed ? person with { Removed = true } : person;
    }
}
