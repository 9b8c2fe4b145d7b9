using Participation.Activities.DotVote;
using Participation.Activities.Ideas;
using Participation.Activities.Opinions;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Tests.Samples;

namespace Participation.Tests.Golden.Scripts;

/// <summary>
/// A door at which people are admitted one by one and together, refused, and let in by tickets; and a flood that gave ideas, dots and opinions, was removed,
/// taken back, removed again, and of which one was readmitted. It is not closed: somebody stands in the lobby still.
/// </summary>
internal sealed class WatchedDoor() : Script("witness-watched-door")
{
    public override async Task<Room> Play()
    {
        var room = new Room(Name, new DateTimeOffset(2026, 6, 9, 15, 0, 0, TimeSpan.Zero));
        await room.Lead(new OpenSession(new("witness", Text("Street festival", "Festa di strada", "Straßenfest"), "de", "D00R77", room.Now.AddHours(5), Text("Agreed?", "D'accordo?", "Einverstanden?"),
            [
                Item("wishes", "ideas", "WI", Text("Wishes", "Desideri", "Wünsche"), new { question = Text("What do you wish for?", "Che cosa desideri?", "Was wünschst du dir?") }),
                Item("dots", "dot-vote", "DO", Text("Dots", "Punti", "Punkte"), new { question = Text("Which?", "Quale?", "Welcher?"), from = new[] { "wishes" } }),
                Item("voices", "opinions", "VO", Text("Voices", "Voci", "Stimmen"), new
                {
                    question = Text("And?", "E?", "Und?"), mayAdd = true, statements = new[] { Text("Music until ten.", "Musica fino alle dieci.", "Musik bis zehn.") },
                }),
                Item("later", "opinions", "LA", Text("Later", "Più tardi", "Später"), new { question = Text("Still?", "Ancora?", "Noch?"), mayAdd = false }),
            ], [], [], [], Admission: Admission.Approve, Most: 12), room.Now.AddDays(30)));
        await Admit(room);
        await Flood(room);
        await Again(room);
        return room;
    }

    private static Task Join(Room room, int person, int? ticket = null) => room.Ask(person, new JoinSession("de", null, null, null, Consent: true, ticket));

    private static async Task Admit(Room room)
    {
        await room.Lead(new IssueTickets(3));
        await room.Lead(new IssueTickets(2));
        foreach (var n in new[] { 0, 1, 2, 3 }) await Join(room, n);
        await room.Lead(new AdmitParticipants(room.Person(0)));
        await room.Lead(new RefuseParticipant(room.Person(1)));
        await room.Lead(new AdmitParticipants());
        await Join(room, 4, ticket: 5);
        await room.Lead(new StartSession());
        await Join(room, 5);
        foreach (var (n, wish) in new[] { (0, "Ein Umzug mit Laternen"), (2, "Kuchen"), (3, "Keine Autos"), (4, "Tanzen") }) await room.Give(n, new GiveIdea(wish), "wishes");
        await room.Lead(new SetApproval(false));
        room.Wait(300);
    }

    /// <summary>Three seats of one person, with ideas, dots and opinions.</summary>
    private static async Task Flood(Room room)
    {
        foreach (var n in new[] { 6, 7, 8 }) await Join(room, n);
        await room.Give(5, new GiveIdea("Ein leiser Platz"), "wishes");
        foreach (var n in new[] { 6, 7, 8 }) await room.Give(n, new GiveIdea($"KAUFT JETZT {n}"), "wishes");
        await room.Next();
        foreach (var n in new[] { 6, 7, 8 }) await room.Give(n, new CastDots(new Dictionary<string, int> { ["WI-006"] = 3 }), "dots");
        await room.Give(0, new CastDots(new Dictionary<string, int> { ["WI-001"] = 2, ["WI-002"] = 1 }), "dots");
        await room.Give(4, new CastDots(new Dictionary<string, int> { ["WI-005"] = 3 }), "dots");
        await room.Lead(new OpenItem(), "voices");
        await room.Give(7, new AddOpinion("KAUFT"), "voices");
        foreach (var n in new[] { 6, 7, 8 }) await room.Give(n, new VoteOpinion("VO-001", Opinion.Disagree), "voices");
        await room.Give(0, new VoteOpinion("VO-001", Opinion.Agree), "voices");
        await room.Give(0, new VoteOpinion("VO-002", Opinion.Pass), "voices");
        await room.Lead(new RemoveFlood(3, [room.Person(5)]));
        await room.Undo();
    }

    private static async Task Again(Room room)
    {
        await room.Lead(new RemoveFlood(4));
        await room.Lead(new ReadmitParticipant(room.Person(6)));
        await room.Lead(new MarkContribution("WI-007", Marking.Restore));
        await room.Lead(new UnlockLobby());
        await room.Lead(new SetApproval(true));
        await Join(room, 9);
        await Join(room, 10);
        await room.Lead(new RefuseParticipant(room.Person(10)));
        await room.Lead(new StartTimer(120));
        await room.Lead(new PauseSession());
    }
}
