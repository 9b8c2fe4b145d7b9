using Participation.Activities.Clusters;
using Participation.Activities.DotVote;
using Participation.Activities.Ideas;
using Participation.Activities.Opinions;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Erasing;
using Participation.Sessions.Joining;
using Participation.Tests.Samples;
using Participation.Voting;

namespace Participation.Tests.Golden.Scripts;

/// <summary>
/// Secret votes by people with tickets: counted and shown, withheld because too few voted or because too few made the difference, an empty ballot;
/// and words that were erased by their author, by the facilitator for a person, for an idea and for a cluster that was renamed.
/// </summary>
internal sealed class SecretVotes() : Script("witness-secret-votes")
{
    private const int People = 12;

    public override async Task<Room> Play()
    {
        var room = new Room(Name, new DateTimeOffset(2026, 7, 1, 17, 30, 0, TimeSpan.Zero));
        await room.Lead(new OpenSession(new("witness", Text("Who speaks for us", "Chi parla per noi", "Wer für uns spricht"), "en", "S3CR3T", room.Now.AddHours(6), Text("Yes?", "Sì?", "Ja?"),
            [
                Item("names", "ideas", "NA", Text("Proposals", "Proposte", "Vorschläge"), new { question = Text("Who or what?", "Chi o che cosa?", "Wer oder was?") }),
                Item("heaps", "clusters", "HE", Text("Heaps", "Mucchi", "Haufen"), new { from = new[] { "names" }, allow = new[] { "move", "name" }, participants = true }),
                Item("ballot", "dot-vote", "BA", Text("Ballot", "Voto", "Wahl"), new
                {
                    question = Text("Whom?", "Chi?", "Wen?"), budget = 3, maxPerItem = 2, from = new[] { "names" }, secret = true, fewest = 3,
                    options = new[] { Choice("nobody", "Nobody", "Nessuno", "Niemand") },
                }, hidden: true),
                Item("mood", "opinions", "MO", Text("Mood", "Umore", "Stimmung"), new { question = Text("How?", "Come?", "Wie?"), mayAdd = true, secret = true, fewest = 3 }),
            ], [], [Choice("old", "Old", "Anziano", "Alt"), Choice("young", "Young", "Giovane", "Jung")], [Choice("here", "Here", "Qui", "Hier")], Admission: Admission.Tickets)));
        await room.Lead(new IssueTickets(People));
        for (var n = 0; n < People; n++) await room.Ask(n, new JoinSession("en", n < 6 ? "old" : "young", n % 3 == 0 ? "here" : null, null, Consent: true, n + 1));
        await Propose(room);
        await Elect(room);
        await Ask(room);
        await Erase(room);
        return room;
    }

    private static async Task Propose(Room room)
    {
        await room.Lead(new StartSession());
        foreach (var (n, name) in new[] { (0, "Ada from the bakery"), (1, "Two speakers"), (2, "Whoever has time"), (3, "My neighbour, who drinks"), (4, "Ben"), (0, "Ada's sister") })
            await room.Give(n, new GiveIdea(name, Place: n == 4 ? "Number 12" : null), "names");
        await room.Lead(new MarkContribution("NA-005", Marking.Pin));
        await room.Next();
        await room.Give(5, new MakeCluster("peop1", "People whom we know"), "heaps");
        await room.Give(6, new NameCluster("peop1", "People whom most of us know", "Known"), "heaps");
        await room.Give(7, new MakeCluster("rule2", "Ways to choose"), "heaps");
        foreach (var (card, heap) in new[] { ("NA-001", "peop1"), ("NA-004", "peop1"), ("NA-005", "peop1"), ("NA-002", "rule2") }) await room.Give(8, new MoveCard(card, heap), "heaps");
    }

    /// <summary>Three rounds: shown; withheld, for one more voted than before; withheld, for two voted.</summary>
    private static async Task Elect(Room room)
    {
        const string Item = "ballot";
        await room.Next();
        for (var n = 0; n < 7; n++) await room.Give(n, Ballot(n), Item);
        await Count(room, Item);
        await room.Lead(new RevealStep(), Item);
        await room.Lead(new NewRound(), Item);
        for (var n = 0; n < 8; n++) await room.Give(n, Ballot(n + 2), Item);
        await Count(room, Item);
        await room.Lead(new NewRound(), Item);
        for (var n = 9; n < 11; n++) await room.Give(n, Ballot(n), Item);
        await Count(room, Item);
        await room.Lead(new RevealStep(), Item);
    }

    private static CastDots Ballot(int n) => new(n == 6 ? [] : n % 2 == 0
        ? new Dictionary<string, int> { ["NA-001"] = 2, ["nobody"] = 1 }
        : new Dictionary<string, int> { ["NA-002"] = 1, ["NA-005"] = n % 3 });

    private static async Task Count(Room room, string item)
    {
        await room.Lead(new LockStep(), item);
        room.Wait(15);
        await room.Lead(new CountVotes(item));
    }

    private static async Task Ask(Room room)
    {
        const string Item = "mood";
        await room.Next();
        await room.Give(1, new AddOpinion("We are in a hurry."), Item);
        await room.Give(2, new AddOpinion("It is warm in here."), Item);
        for (var n = 0; n < 8; n++) await room.Give(n, new VoteOpinion("MO-001", (Opinion)(n % 3)), Item);
        for (var n = 4; n < 6; n++) await room.Give(n, new VoteOpinion("MO-002", Opinion.Agree), Item);
        await Count(room, Item);
    }

    private static async Task Erase(Room room)
    {
        await room.Ask(0, new EraseMine());
        await room.Lead(new EraseWords(Contribution: "NA-004"));
        await room.Lead(new EraseWords(Contribution: "HE-001"));
        await room.Lead(new CloseSession());
        await room.Lead(new EraseWords(room.Person(4)));
        await room.Ask(2, new EraseMine());
        await room.Lead(new KeepSession(room.Now.AddYears(1)));
    }
}
