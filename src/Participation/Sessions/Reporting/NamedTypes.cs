using Participation.Voting;

namespace Participation.Sessions.Reporting;

/// <summary>
/// The stakeholder types that may stand beside contributions without telling who wrote one. The rule of <see cref="FewPeople"/> at each table and in the
/// whole session: so neither the counts of the section on participation nor the types that are printed leave one possibility over. To have said nothing counts
/// as a type: in a room where the others are printed, silence would be as telling. Only those count who gave something there: of whoever gave nothing the room knows that
/// no row is theirs, and whoever erased themselves is seen by what is left of their rows, so neither hides anybody. As long as the session goes on none stands anywhere.
/// Where the workshop has classes, types that may not be named stand under the name of their class, if the class may be: the same rule over people who are
/// told apart by fewer names. Who stands under a class is of any of its types that are not named.
/// </summary>
public sealed class NamedTypes
{
    public const int Fewest = FewPeople.Fewest;

    private readonly Dictionary<string, StakeholderClass> pooled;
    private readonly HashSet<string> named;
    private readonly HashSet<Guid> heard;

    private NamedTypes(HashSet<Guid> heard, HashSet<string> named, Dictionary<string, StakeholderClass> pooled) => (this.heard, this.named, this.pooled) = (heard, named, pooled);

    public static NamedTypes Of(SessionState session, IEnumerable<Contribution> given)
    {
        // Two files of one session that goes on differ by who came between, and what both withhold is less than what each does.
        if (!Split.IsTold(session)) return new([], [], []);
        var present = session.Present.ToDictionary(who => who.Id);
        var seats = given.Select(each => new Seat(each.Table, each.By)).Where(seat => present.ContainsKey(seat.Who) && !session.Gone.Contains(seat.Who)).Distinct().ToList();
        var heard = seats.Select(seat => seat.Who).ToHashSet();
        var people = present.Values.Where(who => heard.Contains(who.Id)).ToList();
        var classes = (session.Opened!.Classes ?? []).SelectMany(one => one.Types.Select(type => (type, one))).DistinctBy(pair => pair.type).ToDictionary(pair => pair.type, pair => pair.one);
        var (best, least) = (new NamedTypes(heard, [], []), (int.MaxValue, 0));
        foreach (var pooled in Poolings(classes, present, seats))
        {
            var tried = new NamedTypes(heard, Nameable(present, seats, who => Under(pooled, who)), pooled);
            // One of a class by its own name withheld, and others of it under the name of the class: that would be two things under one name.
            if (classes.Any(pair => !pooled.ContainsKey(pair.Key) && !tried.named.Contains(pair.Key) && tried.named.Contains(ClassName(pair.Value)) && people.Exists(who => who.Type == pair.Key))) continue;
            var told = (people.Count(who => !tried.named.Contains(Under(pooled, who))), people.Count(who => pooled.ContainsKey(who.Type ?? "")));
            if (told.CompareTo(least) < 0) (best, least) = (tried, told);
        }
        return best;
    }

    /// <summary>What a report says of somebody: their type, that they said none, their class, or nothing; never of whoever is gone, of a flood or was not let in.</summary>
    public (TypeSaid Said, StakeholderClass? Class) Of(Participant who) =>
        !heard.Contains(who.Id) || !named.Contains(Under(pooled, who)) ? (TypeSaid.Withheld, null)
        : who.Type is { } type && pooled.TryGetValue(type, out var one) ? (TypeSaid.Pooled, one)
        : (TypeSaid.Named, null);

    /// <summary>Nothing pooled; those that may not be named by themselves; besides, all types of classes that are still too small; everything. What withholds least is taken, and of that what pools least.</summary>
    private static IEnumerable<Dictionary<string, StakeholderClass>> Poolings(Dictionary<string, StakeholderClass> classes, Dictionary<Guid, Participant> present, List<Seat> seats)
    {
        var pooled = new Dictionary<string, StakeholderClass>();
        yield return pooled;
        while (true)
        {
            var names = Nameable(present, seats, who => Under(pooled, who));
            var apart = classes.Where(pair => !pooled.ContainsKey(pair.Key)).ToList();
            var more = apart.FindAll(pair => !names.Contains(pair.Key));
            if (more.Count == 0) more = apart.FindAll(pair => pooled.ContainsValue(pair.Value) && !names.Contains(ClassName(pair.Value)));
            if (more.Count == 0) break;
            pooled = pooled.Concat(more).ToDictionary();
            yield return pooled;
        }
        yield return classes;
    }

    private static string Under(Dictionary<string, StakeholderClass> pooled, Participant who) =>
        who.Type is { } type ? pooled.TryGetValue(type, out var one) ? ClassName(one) : type : "";

    /// <summary>No type has a blank in its id.</summary>
    private static string ClassName(StakeholderClass one) => $"class {one.Id}";

    /// <summary>Where somebody gave something: who changed the table counts at each.</summary>
    private sealed record Seat(string? Table, Guid Who);

    private static HashSet<string> Nameable(Dictionary<Guid, Participant> present, List<Seat> seats, Func<Participant, string> under)
    {
        var whole = seats.Select(seat => seat.Who).Distinct().CountBy(who => under(present[who])).ToDictionary();
        var places = seats.GroupBy(seat => seat.Table, seat => under(present[seat.Who])).Select(place => place.CountBy(type => type).ToDictionary()).Append(whole).ToList();
        // Where all are alike the section on participation says it of everybody.
        return present.Values.Select(under).Distinct().Count() == 1 ? [.. whole.Keys] : FewPeople.Told(places);
    }
}
