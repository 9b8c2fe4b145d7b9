using System.Globalization;
using Participation.Activities.Clusters;
using Participation.Activities.DotVote;
using Participation.Journal;
using Participation.LoadTests.House;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Texts;
using Participation.Writing;
using Participation.Voting;

namespace Participation.LoadTests.Reports;

/// <summary>
/// The shipped sample of the map of ideas, held by more people: what its twenty-eight did stays, and before each step ends the others come in, write in the
/// same words, sort their cards and cast their dots. The same number of ideas gives the same journal.
/// </summary>
internal sealed class LargeSession
{
    private const int IdeasOfOne = 12;
    private const string Sample = "mappa-delle-idee";
    private static readonly Option[] Neighbours = [.. new[] { "Lodi", "Monza e Brianza", "Pavia" }.Select(name => new Option(name.ToLowerInvariant().Replace(' ', '-'), new(name, name, name)))];

    private readonly List<Entry> entries = [];
    private readonly List<Entry> sample;
    private readonly List<ContributionWritten> ideas;
    private readonly Dictionary<string, string> clusters;
    private readonly List<BallotCast> ballots;
    private readonly List<ParticipantSeated> people;
    private readonly List<Guid> others;
    private readonly int rows;

    private LargeSession(int rows)
    {
        this.rows = rows;
        sample = [.. SessionFile.Read(File.ReadAllText(Repository.At("workshops", Sample, "sample.json"))).Select(line => line.ToEntry())];
        ideas = [.. Of<ContributionWritten>()];
        clusters = Of<CardMoved>().Where(moved => moved.Cluster is not null).GroupBy(moved => moved.Contribution).ToDictionary(moves => moves.Key, moves => moves.Last().Cluster!);
        ballots = [.. Of<BallotCast>()];
        people = [.. Of<ParticipantSeated>()];
        others = [.. Enumerable.Range(0, Math.Max(0, (rows / IdeasOfOne) - people.Count)).Select(Id)];
    }

    /// <summary>A closed session with so many ideas and eleven zones, as a file that a server takes in.</summary>
    public static IReadOnlyList<Line> Of(int rows)
    {
        var session = new LargeSession(rows);
        foreach (var entry in session.sample)
        {
            session.Before(entry);
            session.Add(entry.By, entry.Event is SessionOpened opened ? opened with { Zones = [.. opened.Zones, .. Neighbours] } : entry.Event, entry);
        }
        var (lines, previous) = (new List<Line>(), Line.Nothing);
        foreach (var entry in session.entries)
        {
            lines.Add(Line.Of(entry, previous));
            previous = lines[^1].Hash();
        }
        return lines;
    }

    /// <summary>What the others do before the sample goes on.</summary>
    private void Before(Entry entry)
    {
        if (entry.Event is SessionAdvanced { Item: "welcome" }) Join(entry);
        if (entry.Event is StepLocked { Item: "writing" }) Write(entry);
        if (entry.Event is SessionAdvanced { Item: "naming" }) Sort(entry);
        if (entry.Event is StepRevealed { Item: "weighting" }) Weigh(entry);
    }

    private void Join(Entry at)
    {
        foreach (var (i, who) in others.Index())
        {
            var like = people[i % people.Count];
            Add(who, like with { Participant = who, Number = people.Count + i + 1, Phoneless = false, Zone = i % 5 == 0 ? Neighbours[i % Neighbours.Length].Id : like.Zone }, at);
        }
    }

    private void Write(Entry at)
    {
        for (var number = ideas.Count + 1; number <= rows; number++)
        {
            var (like, more) = (ideas[number % ideas.Count], ideas[number * 7 % ideas.Count]);
            var (text, both) = (like.Texts[Wording.Main], $"{like.Texts[Wording.Main]} {more.Texts[Wording.Main]}");
            // Short and long by turns, and none quite like another.
            text = string.Create(CultureInfo.InvariantCulture, $"{(number % 3 == 0 && both.Length < 270 ? both : text)} ({number})");
            Add(others[number % others.Count], like with { Number = number, Texts = new Dictionary<string, string>(like.Texts) { [Wording.Main] = text }, Near = null }, at);
        }
    }

    private void Sort(Entry at)
    {
        for (var number = ideas.Count + 1; number <= rows; number++)
            if (clusters.TryGetValue(IdOf((number % ideas.Count) + 1), out var cluster))
                Add(others[number % others.Count], new CardMoved("sorting", IdOf(number), cluster), at);
    }

    private void Weigh(Entry at)
    {
        foreach (var (i, who) in others.Index()) Add(who, ballots[i * 5 % ballots.Count], at);
    }

    private void Add(Guid by, Event happened, Entry like) => entries.Add(like with
    {
        Stream = Id(rows), Number = entries.Count + 1, By = by, Event = happened, Command = Id(entries.Count), Body = Id(entries.Count), Salt = Id(entries.Count),
    });

    private IEnumerable<T> Of<T>() where T : Event => sample.Select(entry => entry.Event).OfType<T>();

    private static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"IM-{number:000}");

    private static Guid Id(int number) => new(number, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}
