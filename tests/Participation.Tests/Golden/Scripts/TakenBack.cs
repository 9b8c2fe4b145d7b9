using Participation.Activities.Clusters;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Tests.Samples;
using Participation.Writing;

namespace Participation.Tests.Golden.Scripts;

/// <summary>Everything that a hand can do on a board and for a guest, each taken back once by whoever did it, with people at work in between; some of it is done again and stays.</summary>
internal sealed class TakenBack() : Script("witness-taken-back")
{
    public override async Task<Room> Play()
    {
        var room = new Room(Name, new DateTimeOffset(2026, 12, 3, 9, 0, 0, TimeSpan.Zero));
        await room.Lead(new OpenSession(Opening(room.Now), room.Now.AddDays(400)));
        for (var n = 0; n < 2; n++) await room.Ask(n, new JoinSession("de", null, null, null, Consent: true));
        await room.Lead(new SeatGuest(room.Person(2)));
        await room.Lead(new StartSession());
        foreach (var text in (string[])["Trees", "Shade", "Trees again", "Ponds"]) await room.Give(0, new WriteContribution(Said(text)), "writing");
        foreach (var typed in (ActivityCommand[])[new WriteContribution(Said("Typed for a guest")), new RewordContribution("WR-005", 1, Said("Typed better")), new WithdrawContribution("WR-005")])
            await room.Give(2, typed, "writing", phoneless: true);
        for (var n = 0; n < 3; n++) await room.Undo();
        await room.Next();
        await room.Give(0, new MakeCluster("shade"), "board");
        await room.Lead(new MoveCard("WR-001", "shade"), "board");
        await room.Give(1, new MoveCard("WR-002", "shade"), "board");
        foreach (var once in Acts("ponds")) await room.Lead(once, "board");
        foreach (var _ in Acts("ponds")) await room.Undo();
        foreach (var again in Acts("water").SkipLast(1)) await room.Lead(again, "board");
        await room.Next();
        await room.Lead(new CloseSession());
        return room;
    }

    private static IReadOnlyList<ActivityCommand> Acts(string cluster) =>
    [
        new MakeCluster(cluster, "Water to play with"), new MoveCard("WR-004", cluster), new LinkCard("WR-003", "WR-001"), new NameCluster("shade", "Shade where people sit", "Shade"),
        new NameGroup("green", "A square that breathes"), new GatherCluster("shade", "green"), new ChooseKeywords("green", ["shade"]), new RelateClusters("shade", cluster, Relation.Supports), new DropCluster(cluster),
    ];

    private static SessionOpened Opening(DateTimeOffset now) => new(
        "witness", Text("Taken back", "Annullato", "Rückgängig"), "de", "UND222", now.AddHours(10), Text("Consent", "Consenso", "Hinweis"),
        [
            Item("writing", "ideas", "WR", Text("Ideas", "Idee", "Ideen"), new { question = Text("What?", "Che cosa?", "Was?") }),
            Item("board", "clusters", "CL", Text("Board", "Lavagna", "Tafel"), new { from = new[] { "writing" }, allow = new[] { "link", "move", "name", "group", "relate", "condense" }, participants = true }),
            Item("thanks", "slide", "SB", Text("Thanks", "Grazie", "Danke"), new { body = Text("See you.", "Arrivederci.", "Bis bald.") }),
        ],
        [], [], []);

    private static Dictionary<string, string> Said(string text) => new() { [Wording.Main] = text };
}
