using Participation.Activities.DotVote;
using Participation.Activities.Opinions;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Tests.Samples;
using Participation.Voting;

namespace Participation.Tests.Golden.Scripts;

/// <summary>Results that are shown in every way: with the vote closed in the same act, taken back and shown again; without closing it; and of a secret vote after its count.</summary>
internal sealed class ShownResults() : Script("witness-shown-results")
{
    private const int People = 5;

    public override async Task<Room> Play()
    {
        var room = new Room(Name, new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero));
        object[] options = [Choice("tram", "A tram", "Un tram", "Eine Straßenbahn"), Choice("trees", "Trees", "Alberi", "Bäume")];
        await room.Lead(new OpenSession(new("witness", Text("Which street first", "Quale strada prima", "Welche Straße zuerst"), "de", "SH0WNR", room.Now.AddHours(3), Text("Fine?", "Va bene?", "Gut?"),
            [
                Item("dots", "dot-vote", "DO", Text("Dots", "Bollini", "Punkte"), new { question = Text("Which?", "Quale?", "Welche?"), budget = 3, options }, hidden: true),
                Item("mood", "opinions", "MO", Text("Mood", "Umore", "Stimmung"), new { question = Text("How?", "Come?", "Wie?"), statements = new[] { Text("Soon.", "Presto.", "Bald.") } }, hidden: true),
                Item("box", "dot-vote", "BO", Text("Ballot", "Voto", "Wahl"), new { question = Text("Which?", "Quale?", "Welche?"), budget = 2, secret = true, fewest = 3, options }, hidden: true),
            ], [], [], [])));
        for (var n = 0; n < People; n++) await room.Ask(n, new JoinSession("de", null, null, null, Consent: true));
        await room.Lead(new StartSession());
        for (var n = 0; n < People; n++) await room.Give(n, Dots(n, 3), "dots");
        await room.Lead(new RevealStep(Close: true), "dots");
        await room.Undo();
        await room.Give(0, Dots(1, 2), "dots");
        await room.Lead(new RevealStep(Close: true), "dots");
        await room.Next();
        await room.Give(0, new VoteOpinion("MO-001", Opinion.Agree), "mood");
        await room.Lead(new RevealStep(), "mood");
        await room.Give(1, new VoteOpinion("MO-001", Opinion.Disagree), "mood");
        await room.Next();
        for (var n = 0; n < People; n++) await room.Give(n, Dots(n, 1), "box");
        await room.Lead(new LockStep(), "box");
        room.Wait(15);
        await room.Lead(new CountVotes("box"));
        await room.Lead(new RevealStep(Close: true), "box");
        await room.Lead(new CloseSession());
        return room;
    }

    private static CastDots Dots(int n, int dots) => new(new Dictionary<string, int> { [n % 2 == 0 ? "tram" : "trees"] = dots });
}
