using System.Globalization;
using Participation.Activities.Clusters;
using Participation.Activities.DotVote;
using Participation.Activities.Ideas;
using Participation.Activities.Opinions;
using Participation.Journal;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Voting;

namespace Participation.LoadTests.Sessions;

/// <summary>
/// A session that could have happened, of as many entries as asked: people take seats, write ideas, sort them into clusters, vote with dots and
/// on statements, and a facilitator moderates. The same seed tells the same session.
/// </summary>
internal sealed class Telling(SessionOpened opened, int entries, int seed)
{
    private const int MostPeople = 2_000;

    private static readonly string[] Grades = ["agree", "disagree", "pass"];
    private static readonly string[] Words = ("acqua albero aria bambini bici borgo campi casa cascina centro città comune corso cura dati distretto energia fermata fiume "
        + "giardino impresa incrocio lavoro linea luogo mercato metrò nebbia notte orti parco pendolari piano piazza ponte qualità quartiere rete riuso "
        + "sanità scuola servizi sosta stazione strada suolo tavolo tempo territorio treno università verde via zona di per con senza anche ogni nuovo meno più").Split(' ');

    private readonly Random random = new(seed);
    private readonly Guid facilitator = new(seed, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]);
    private readonly List<Guid> people = [];
    private readonly List<Guid> authors = [];
    private int ideas, clusters, votes;

    public int People => people.Count;

    public int Ideas => ideas;

    /// <summary>Every entry in order, eleven a second.</summary>
    public IEnumerable<Entry> Entries(Guid stream, DateTimeOffset at)
    {
        var number = 0L;
        foreach (var (by, happened) in Happens())
            yield return new(stream, ++number, at.AddMilliseconds(number * 90), by, null, Chance(), Chance(), Chance(), happened);
    }

    private IEnumerable<(Guid By, Event Happened)> Happens()
    {
        yield return (facilitator, opened);
        var given = Math.Clamp(entries / 50, 2, MostPeople);
        for (var n = 1; n <= given; n++)
        {
            people.Add(Chance());
            yield return (people[^1], new ParticipantSeated(people[^1], n, opened.Language, null, null, null, Phoneless: false, Consented: true));
        }
        var (left, told) = (entries - given - 1 - opened.Agenda.Count, 0);
        foreach (var item in opened.Agenda)
        {
            yield return (facilitator, new SessionAdvanced(item.Id));
            var share = item.Kind == "opinions" ? left - told : (int)(left * ShareOf(item));
            told += share;
            for (var n = 0; n < share; n++) yield return Work(item, n, share);
        }
    }

    // Opinions, the last, get what is left.
    private static double ShareOf(AgendaItem item) => (item.Kind, item.Id) switch
    {
        ("ideas", _) => 0.30,
        ("clusters", "sorting") => 0.22,
        ("clusters", "naming") => 0.03,
        ("dot-vote", "weighting") => 0.12,
        _ => 0,
    };

    private (Guid, Event) Work(AgendaItem item, int n, int share) => item.Kind switch
    {
        "ideas" when n > 0 && n % 25 == 0 => (facilitator, new ContributionMarked(Idea(item), (Marking)random.Next(4))),
        "ideas" when n > 0 && n % 120 == 0 => Withdraw(item),
        "ideas" => (Author(), new IdeaGiven(item.Id, ++ideas, Sentence(), (IdeaKind)random.Next(3), null, null, null, null)),
        "clusters" when n % 10 == 0 && clusters < 20 + (share / 150) =>
            (facilitator, new ClusterMade(item.Id, ++clusters, Name(clusters), Sentence())),
        "clusters" when n % 97 == 0 => (facilitator, new CardLinked(item.Id, $"IM-{(ideas / 2) + random.Next(ideas / 2) + 1:000}", $"IM-{random.Next(ideas / 2) + 1:000}")),
        "clusters" => (Somebody(), new CardMoved(item.Id, $"IM-{random.Next(ideas) + 1:000}", Name(random.Next(clusters) + 1))),
        "dot-vote" => (people[n % people.Count], new BallotCast(item.Id, "", [.. Enumerable.Range(0, 3).Select(_ => random.Next(clusters) + 1)
            .Distinct().Select(at => $"{1 + (at % 2)} CL-{at:000}")])),
        _ when n % 200 == 0 => (Somebody(), new OpinionAdded(item.Id, Seeds(item) + ++votes, Sentence()[..60])),
        _ => (Somebody(), new BallotCast(item.Id, $"{item.Mark}-{random.Next(Seeds(item) + votes) + 1:000}", [Grades[random.Next(3)]])),
    };

    private Guid Author()
    {
        authors.Add(Somebody());
        return authors[^1];
    }

    private (Guid, Event) Withdraw(AgendaItem item)
    {
        var at = random.Next(ideas);
        return (authors[at], new IdeaWithdrawn(item.Id, $"{item.Mark}-{at + 1:000}"));
    }

    private static int Seeds(AgendaItem opinions) => opinions.Settings.GetProperty("statements").GetArrayLength();

    private Guid Somebody() => people[random.Next(people.Count)];

    private string Idea(AgendaItem item) => $"{item.Mark}-{random.Next(ideas) + 1:000}";

    private static string Name(int cluster) => cluster.ToString("c0000", CultureInfo.InvariantCulture);

    private string Sentence() => string.Join(' ', Enumerable.Range(0, 12 + random.Next(10)).Select(_ => Words[random.Next(Words.Length)]));

    private Guid Chance()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
