using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Participation.Sessions;

namespace Participation.Views;

/// <summary>Who sits in a session, as the facilitator's board lists them. Made once for as long as nobody comes, moves or goes.</summary>
internal sealed record People(
    ImmutableHashSet<Guid> Removed, Lobby Lobby, IReadOnlyList<Person> All, IReadOnlyDictionary<string, int> AtTables, IReadOnlyList<Arrivals> Arrivals)
{
    private const int MostArrivals = 30;
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);
    private static readonly ConditionalWeakTable<ImmutableDictionary<Guid, Participant>, People> Known = [];
    private static readonly ConditionalWeakTable<Participant, Person> Seated = [];

    public static People Of(SessionState state)
    {
        var (removed, lobby) = (state.Stage.Removed, state.Stage.Lobby);
        if (Known.TryGetValue(state.Participants, out var known) && ReferenceEquals(known.Removed, removed) && ReferenceEquals(known.Lobby, lobby)) return known;
        var here = state.Participants.Values.Where(who => who.Table is not null && !removed.Contains(who.Id));
        var people = new People(removed, lobby,
            [.. state.Participants.Values.OrderBy(who => who.Number).Select(who => PersonOf(who, removed.Contains(who.Id), lobby.Waits(who)))],
            here.CountBy(who => who.Table!).ToDictionary(),
            [.. state.Participants.Values.Where(who => !who.Phoneless)
                .CountBy(who => who.JoinedAt.UtcTicks / Moment.Ticks).OrderBy(moment => moment.Key).TakeLast(MostArrivals)
                .Select(moment => new Arrivals(new(moment.Key * Moment.Ticks, TimeSpan.Zero), moment.Value))]);
        Known.AddOrUpdate(state.Participants, people);
        return people;
    }

    private static Person PersonOf(Participant who, bool removed, bool waits)
    {
        var person = Seated.GetValue(who, static who => new(who.Id, who.Number, who.Type, who.Zone, who.Table, who.Phoneless, false, false));
        return removed || waits ? person with { Removed = removed, Waits = waits } : person;
    }
}
