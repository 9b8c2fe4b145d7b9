using Participation.Activities.Clusters;
using Participation.Activities.DotVote;
using Participation.Activities.Ideas;
using Participation.Activities.Opinions;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Erasing;
using Participation.Sessions.Joining;
using Participation.Tests.Samples;

namespace Participation.Tests.Golden.Scripts;

/// <summary>A session whose time is over: every word in it was erased, with the secret ballots that nobody counted, those of a round that was reset too.</summary>
internal sealed class ErasedSession() : Script("witness-erased-session")
{
    public override async Task<Room> Play()
    {
        var room = new Room(Name, new DateTimeOffset(2026, 1, 20, 9, 0, 0, TimeSpan.Zero));
        await room.Lead(new OpenSession(new("witness", Text("Long ago", "Tanto tempo fa", "Lange her"), "it", "OLD111", room.Now.AddHours(3), Text("Fine?", "Va bene?", "Gut?"),
            [
                Item("notes", "ideas", "NO", Text("Notes", "Note", "Notizen"), new { question = Text("What?", "Che cosa?", "Was?") }),
                Item("map", "clusters", "MA", Text("Map", "Mappa", "Karte"), new { from = new[] { "notes" }, allow = new[] { "link", "move", "name", "group", "relate", "condense" }, participants = true }),
                Item("choice", "dot-vote", "CH", Text("Choice", "Scelta", "Wahl"), new { question = Text("Which?", "Quale?", "Welche?"), from = new[] { "map" }, secret = true }, hidden: true),
                Item("mood", "opinions", "MO", Text("Mood", "Umore", "Stimmung"), new { question = Text("How?", "Come?", "Wie?"), mayAdd = true, secret = true }),
            ], [new("one", "Tavolo uno")], [Choice("guest", "Guest", "Ospite", "Gast")], [Choice("here", "Here", "Qui", "Hier")], Sample: true), room.Now.AddDays(20)));
        for (var n = 0; n < 6; n++) await room.Ask(n, new JoinSession("it", "guest", "here", n < 3 ? "one" : null, Consent: true));
        await Work(room);
        await Vote(room);
        await room.Lead(new CloseSession());
        await room.Note("Somebody asked when this will be erased.");
        room.Wait(21 * 24 * 3600);
        await room.Lead(new EraseSession());
        return room;
    }

    private static async Task Work(Room room)
    {
        await room.Lead(new StartSession());
        foreach (var (n, note) in new[] { (0, "Il ponte trema"), (1, "Più bus"), (2, "Più bus!"), (3, "La scuola è lontana") }) await room.Give(n, new GiveIdea(note, Place: "Al ponte"), "notes");
        await room.Next();
        await room.Give(0, new MakeCluster("ways1", "Muoversi"), "map");
        await room.Give(1, new NameCluster("ways1", "Muoversi senza paura", "Muoversi"), "map");
        await room.Give(2, new MakeCluster("kids2"), "map");
        await room.Give(3, new MoveCard("NO-001", "ways1"), "map");
        await room.Give(3, new MoveCard("NO-004", "kids2"), "map");
        await room.Give(4, new LinkCard("NO-003", "NO-002"), "map");
        await room.Lead(new NameGroup("city", "La città"), "map");
        await room.Lead(new ChooseKeywords("city", ["ponte", "bus"]), "map");
        await room.Lead(new GatherCluster("ways1", "city"), "map");
    }

    private static async Task Vote(Room room)
    {
        await room.Next();
        for (var n = 0; n < 6; n++) await room.Give(n, new CastDots(new Dictionary<string, int> { ["MA-001"] = 1 + (n % 3) }), "choice");
        await room.Lead(new ResetItem(), "choice");
        for (var n = 0; n < 5; n++) await room.Give(n, new CastDots(new Dictionary<string, int> { ["MA-001"] = 2 }), "choice");
        await room.Next();
        await room.Give(5, new AddOpinion("Si parla troppo."), "mood");
        for (var n = 0; n < 4; n++) await room.Give(n, new VoteOpinion("MO-001", Opinion.Agree), "mood");
    }
}
