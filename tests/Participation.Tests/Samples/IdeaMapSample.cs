using Participation.Activities.Clusters;
using Participation.Activities.DotVote;
using Participation.Activities.Ideas;
using Participation.Sessions;
using Participation.Sessions.Acts;

namespace Participation.Tests.Samples;

/// <summary>The map of ideas as a room of twenty-eight people held it, step by step; two of them without a phone.</summary>
internal static class IdeaMapSample
{
    public const string Slug = "mappa-delle-idee";

    public static async Task<Room> Hold()
    {
        var room = new Room(Slug, new DateTimeOffset(2026, 10, 15, 7, 30, 0, TimeSpan.Zero));
        await room.Open(Slug, "HK7M3P");
        room.Wait(1500);
        await Arrive(room);
        await room.Lead(new StartSession());
        room.Wait(280);
        var ids = await Write(room);
        await Post(room, ids);
        await Sort(room, ids);
        await Name(room, ids);
        await Relate(room);
        await Weigh(room);
        await Condense(room);
        await room.Next();
        room.Wait(300);
        await room.Lead(new CloseSession());
        return room;
    }

    private static async Task Arrive(Room room)
    {
        for (var person = 0; person < IdeaMapWords.People.Count; person++)
        {
            var (type, zone, language) = IdeaMapWords.People[person];
            if (IdeaMapWords.Phoneless.Contains(person)) await room.SeatGuest(person, type, zone, language);
            else await room.Join(person, language, type, zone);
        }
    }

    /// <summary>Ten silent minutes. One idea is taken back, one hidden because it points at somebody, three are pinned.</summary>
    private static async Task<Dictionary<string, string>> Write(Room room)
    {
        const string Item = "writing";
        await room.Next();
        await room.Lead(new StartTimer(600));
        var ids = new Dictionary<string, string>();
        foreach (var idea in Room.Shuffled(IdeaMapWords.Ideas, "given"))
        {
            room.Wait(6);
            var zone = idea.Zone ?? (idea.Place is null ? null : IdeaMapWords.People[idea.By].Zone);
            await room.Give(idea.By, new GiveIdea(idea.Text, idea.Kind, idea.Category, zone, idea.Place), Item, IdeaMapWords.Phoneless.Contains(idea.By));
            ids[idea.Text] = $"IM-{ids.Count + 1:000}";
            if (idea.Text == IdeaMapWords.Withdrawn) await room.Give(idea.By, new WithdrawIdea(ids[idea.Text]), Item);
        }
        await room.Lead(new LockStep(), Item);
        await room.Lead(new MarkContribution(ids[IdeaMapWords.Hidden], Marking.Hide));
        foreach (var place in new[] { 3, 46, 30 }) await room.Lead(new MarkContribution(ids[IdeaMapWords.Ideas[place].Text], Marking.Pin));
        await room.Lead(new RevealStep(), Item);
        return ids;
    }

    private static async Task Post(Room room, Dictionary<string, string> ids)
    {
        await room.Next();
        room.Wait(820);
        string Of(int idea) => ids[IdeaMapWords.Ideas[idea].Text];
        string[] fares = [.. new[] { Of(0), Of(1) }.Order()];
        string[] lanes = [.. new[] { Of(14), Of(15) }.Order()];
        await room.Lead(new LinkCard(fares[1], fares[0]), "posting");
        await room.Lead(new LinkCard(lanes[1], lanes[0]), "posting");
    }

    /// <summary>Everybody moves cards in silence; some cards move twice before they stay.</summary>
    private static async Task Sort(Room room, Dictionary<string, string> ids)
    {
        const string Item = "sorting";
        await room.Next();
        await room.Lead(new StartTimer(900));
        var phones = Enumerable.Range(0, IdeaMapWords.People.Count).Except(IdeaMapWords.Phoneless).ToList();
        foreach (var (i, cluster) in IdeaMapWords.Clusters.Index()) await room.Give(phones[i * 2], new MakeCluster(cluster.Id), Item);
        foreach (var idea in Room.Shuffled(IdeaMapWords.Ideas.Where(idea => idea.Cluster is not null), "sorted"))
        {
            var (first, second) = (phones[Room.Chance($"first {idea.Text}", phones.Count)], phones[Room.Chance($"second {idea.Text}", phones.Count)]);
            room.Wait(8);
            if (Room.Chance($"twice {idea.Text}", 6) == 0)
                await room.Give(first, new MoveCard(ids[idea.Text], IdeaMapWords.Clusters[Room.Chance(idea.Text, IdeaMapWords.Clusters.Count)].Id), Item);
            await room.Give(second, new MoveCard(ids[idea.Text], idea.Cluster), Item);
        }
    }

    private static async Task Name(Room room, Dictionary<string, string> ids)
    {
        const string Item = "naming";
        await room.Next();
        foreach (var cluster in IdeaMapWords.Clusters)
        {
            room.Wait(65);
            await room.Lead(new NameCluster(cluster.Id, cluster.Sentence), Item);
        }
        var culture = ids[IdeaMapWords.Ideas.First(idea => idea.Cluster is null).Text];
        await room.Lead(new MoveCard(culture, "park06"), Item);
        await room.Lead(new MoveCard(culture), Item);
        foreach (var group in IdeaMapWords.Groups) await room.Lead(new NameGroup(group.Id, group.Name), Item);
        foreach (var cluster in IdeaMapWords.Clusters) await room.Lead(new GatherCluster(cluster.Id, cluster.Group), Item);
    }

    private static async Task Relate(Room room)
    {
        await room.Next();
        foreach (var (from, to, relation) in new[]
        {
            ("fare01", "work10", Relation.Supports), ("rail02", "home08", Relation.Supports), ("serv05", "suap04", Relation.Supports),
            ("void09", "park06", Relation.Supports), ("park06", "water7", Relation.Causes), ("home08", "park06", Relation.Conflicts),
            ("serv05", "scho11", Relation.Causes), ("bike03", "scho11", Relation.Supports),
        })
        {
            room.Wait(50);
            await room.Lead(new RelateClusters(from, to, relation), "relations");
        }
    }

    /// <summary>Two rounds: the dots are looked at and discussed, then cast once more. Not everybody votes.</summary>
    private static async Task Weigh(Room room)
    {
        const string Item = "weighting";
        await room.Next();
        for (var round = 1; round <= 2; round++)
        {
            if (round > 1) await room.Lead(new NewRound(), Item);
            for (var person = 0; person < IdeaMapWords.People.Count; person++)
            {
                if (person is 10 || (round == 2 && person is 17)) continue;
                await room.Give(person, new CastDots(Dots(person, round)), Item, IdeaMapWords.Phoneless.Contains(person));
            }
            room.Wait(20);
            await room.Lead(new RevealStep(), Item);
            room.Wait(180);
        }
    }

    /// <summary>A ballot: the clusters that draw most, differently for each person; in the second round a little closer together.</summary>
    private static Dictionary<string, int> Dots(int person, int round)
    {
        var liked = IdeaMapWords.Clusters.Index()
            .OrderByDescending(cluster => (cluster.Item.Pull * (round + 1)) + Room.Chance($"{person} likes {cluster.Item.Id}", 24))
            .Select(cluster => $"CL-{cluster.Index + 1:000}").ToList();
        int[] spread = Room.Chance($"{person} spreads", 3) switch { 0 => [2, 2, 1], 1 => [2, 1, 1, 1], _ => [1, 1, 1, 1, 1] };
        return spread.Select((n, at) => (Id: liked[at], N: n)).ToDictionary(dots => dots.Id, dots => dots.N);
    }

    private static async Task Condense(Room room)
    {
        const string Item = "strategies";
        await room.Next();
        foreach (var cluster in IdeaMapWords.Clusters) await room.Lead(new NameCluster(cluster.Id, cluster.Sentence, cluster.Label), Item);
        foreach (var group in IdeaMapWords.Groups)
        {
            room.Wait(180);
            await room.Lead(new NameGroup(group.Id, group.Strategy), Item);
            await room.Lead(new ChooseKeywords(group.Id, group.Keywords), Item);
        }
    }
}
