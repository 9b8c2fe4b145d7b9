namespace Participation.Sessions.Reporting;

/// <summary>
/// The stakeholder types that may stand beside contributions without telling who wrote one. At each table, and in the whole session, those whose
/// type is withheld are nobody, everybody, or at least five people of at least two types: so neither the counts of the section on participation
/// nor the types that are printed leave one possibility over (complementary suppression, Willenborg and de Waal 2001). To have said nothing counts
/// as a type: in a room where the others are printed, silence would be as telling. As long as the session goes on none stands anywhere.
/// </summary>
public sealed class NamedTypes
{
    /// <summary>A smaller group would name its people.</summary>
    public const int Fewest = 5;

    private readonly HashSet<string> named;

    private NamedTypes(HashSet<string> named) => this.named = named;

    public static NamedTypes Of(SessionState session, IEnumerable<Contribution> given)
    {
        // Two files of one session that goes on differ by who came between, and what both withhold is less than what each does.
        if (!session.Stage.Closed) return new([]);
        var types = session.Present.ToDictionary(who => who.Id, who => who.Type ?? "");
        var whole = types.Values.CountBy(type => type).ToDictionary();
        // Who changed the table counts at both, where they sit and where they wrote.
        var places = session.Present.Select(who => (who.Table, who.Id)).Union(given.Where(each => types.ContainsKey(each.By)).Select(each => (each.Table, each.By)))
            .GroupBy(seat => seat.Table, seat => types[seat.Item2]).Select(place => place.CountBy(type => type).ToDictionary()).Append(whole).ToList();
        var named = whole.Keys.Where(type => places.TrueForAll(place => place.GetValueOrDefault(type, Fewest) >= Fewest)).ToHashSet();
        // Where all are alike the section on participation says it of everybody.
        if (whole.Count == 1) named = [.. whole.Keys];
        // One type may stand at several tables: each that goes can leave too few over at another.
        while (places.Find(place => Tells(place, named)) is { } place) named.Remove(place.Keys.Where(named.Contains).MinBy(type => (place[type], type))!);
        return new(named);
    }

    /// <summary>Whether the type of somebody may be printed, or that they said none.</summary>
    public bool Has(Participant who) => named.Contains(who.Type ?? "");

    private static bool Tells(Dictionary<string, int> place, HashSet<string> named)
    {
        var withheld = place.Where(type => !named.Contains(type.Key)).ToList();
        return withheld.Count > 0 && withheld.Count < place.Count && (withheld.Count == 1 || withheld.Sum(type => type.Value) < Fewest);
    }
}
