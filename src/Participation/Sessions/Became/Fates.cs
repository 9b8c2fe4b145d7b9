using Participation.Sessions.Reporting;
using Participation.Texts;

namespace Participation.Sessions.Became;

/// <summary>
/// What became of all that was given in a closed session. Read off the places and counts that the report prints, so it tells nothing that stands not there; and of steps whose results
/// were never shown in the room it tells no counts.
/// </summary>
public sealed class Fates
{
    private readonly ILookup<Guid, Contribution> given;
    private readonly ILookup<string, FatePlace> places;
    private readonly ILookup<string, (string Of, string Name, FateCount Count)> counts;

    private Fates(SessionState session, Words words)
    {
        var items = session.Opened!.Agenda.Select(item => DataItem.Of(session, item, words)).ToList();
        given = (session.Stage.Closed ? SynthesisReport.Contributions(session) : []).Where(each => each.Status == ContributionStatus.Shown && session.Participants.ContainsKey(each.Given.By)).Select(each => each.Given).ToLookup(each => each.By);
        places = items.SelectMany(item => item.Places.Select(place => (place.Of, Place: new FatePlace(words[$"{item.Kind}.places.{place.Name}"], place.In, place.Label, place.Called)))).ToLookup(each => each.Of, each => each.Place);
        counts = items.Where(item => !session.Stage.Steps[item.Id].Hidden)
            .SelectMany(item => item.Counts.Where(count => count is { Of: not null, N: not null } && count.Round == item.Rounds)
                .Select(count => (Of: count.Of!, count.Name, Count: new FateCount(DataWorkbook.HeadOf(item, count.Name, words), count.N!.Value))))
            .ToLookup(each => each.Of);
    }

    public static Fates Of(SessionState session, string language) => new(session, Words.In[language]);

    /// <summary>Of one person, in the order in which they gave. What two steps count of one thing under the same name, dots of a vote and the weight that they give, is told once.</summary>
    public IReadOnlyList<Fate> Of(Guid who) => [.. given[who].OrderBy(each => each.Entry).Select(each => (Given: each, Places: places[each.Id].Distinct().ToList())).Select(each => new Fate(
        each.Given.Id, each.Given.Text, each.Places,
        [.. each.Places.Select(place => place.In).OfType<string>().Prepend(each.Given.Id).Distinct().SelectMany(of => counts[of]).DistinctBy(one => (one.Of, one.Name)).Select(one => one.Count)]))];
}
