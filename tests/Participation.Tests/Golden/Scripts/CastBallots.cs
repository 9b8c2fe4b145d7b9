using Participation.Activities.Ideas;
using Participation.Activities.Opinions;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Tests.Samples;
using Participation.Voting;

namespace Participation.Tests.Golden.Scripts;

/// <summary>Ballots under their one name: on one paper and on one for each statement, cast anew and taken back, in a second round, before a reset and after it, by somebody's own hand and by another's, open and in secret.</summary>
internal sealed class CastBallots() : Script("witness-cast-ballots")
{
    private const int People = 5, Guest = 7;

    public override async Task<Room> Play()
    {
        var room = new Room(Name, new DateTimeOffset(2026, 11, 28, 15, 0, 0, TimeSpan.Zero));
        object[] options = [Choice("tram", "A tram", "Un tram", "Eine Straßenbahn"), Choice("trees", "Trees", "Alberi", "Bäume")];
        object[] statements = [Text("Soon.", "Presto.", "Bald."), Text("Everywhere.", "Ovunque.", "Überall.")];
        await room.Lead(new OpenSession(new("witness", Text("Which street first", "Quale strada prima", "Welche Straße zuerst"), "it", "CASTEN", room.Now.AddHours(3), Text("Fine?", "Va bene?", "Gut?"),
            [
                Item("ideas", "ideas", "ID", Text("Ideas", "Idee", "Ideen"), new { question = Text("What?", "Che cosa?", "Was?"), kinds = new[] { "idea" } }),
                Item("dots", "dot-vote", "DO", Text("Dots", "Bollini", "Punkte"), new { question = Text("Which?", "Quale?", "Welche?"), budget = 4, maxPerItem = 2, options, from = new[] { "ideas" } }, hidden: true),
                Item("mood", "opinions", "MO", Text("Mood", "Umore", "Stimmung"), new { question = Text("How?", "Come?", "Wie?"), statements, mayAdd = true }),
                Item("box", "opinions", "BO", Text("Ballot", "Voto", "Wahl"), new { question = Text("How?", "Come?", "Wie?"), statements, secret = true, fewest = 3 }, hidden: true),
            ], [], [], [])));
        for (var n = 0; n < People; n++) await room.Ask(n, new JoinSession("it", null, null, null, Consent: true));
        await room.SeatGuest(Guest, null, null, "de");
        await room.Lead(new StartSession());
        await room.Give(0, new GiveIdea("Panchine all'ombra", IdeaKind.Idea), "ideas");
        await Weigh(room);
        await Opine(room);
        await room.Next();
        for (var n = 0; n < People; n++)
        {
            await room.Give(n, new CastBallot("BO-001", [n < 3 ? "agree" : "pass"]), "box");
            if (n < 2) await room.Give(n, new CastBallot("BO-002", ["disagree"]), "box");
        }
        await room.Lead(new LockStep(), "box");
        room.Wait(15);
        await room.Lead(new CountVotes("box"));
        await room.Lead(new RevealStep(), "box");
        await room.Lead(new CloseSession());
        return room;
    }

    private static async Task Weigh(Room room)
    {
        await room.Next();
        for (var n = 0; n < People; n++) await room.Give(n, new CastBallot("", n % 2 == 0 ? ["2 tram", "1 ID-001"] : ["2 trees", "1 tram"]), "dots");
        await room.Give(Guest, new CastBallot("", ["1 ID-001"]), "dots", phoneless: true);
        await room.Give(1, new CastBallot("", ["2 ID-001"]), "dots");
        await room.Give(3, new CastBallot("", []), "dots");
        await room.Lead(new NewRound(), "dots");
        await room.Give(2, new CastBallot("", ["2 trees"]), "dots");
        await room.Lead(new RevealStep(), "dots");
    }

    private static async Task Opine(Room room)
    {
        await room.Next();
        await room.Give(0, new CastBallot("MO-001", ["disagree"]), "mood");
        await room.Lead(new ResetItem(), "mood");
        await room.Give(4, new AddOpinion("Non di notte"), "mood");
        for (var n = 0; n < People; n++) await room.Give(n, new CastBallot("MO-001", [n == 0 ? "disagree" : "agree"]), "mood");
        await room.Give(0, new CastBallot("MO-003", ["pass"]), "mood");
        await room.Give(0, new CastBallot("MO-001", ["agree"]), "mood");
        await room.Give(Guest, new CastBallot("MO-002", ["disagree"]), "mood", phoneless: true);
    }
}
