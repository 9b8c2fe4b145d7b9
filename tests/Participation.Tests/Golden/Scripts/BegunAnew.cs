using Participation.Activities.DotVote;
using Participation.Activities.Ideas;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Tests.Samples;

namespace Participation.Tests.Golden.Scripts;

/// <summary>What was shown and begins anew: a vote that was reset and hidden again, a step that stayed open, and a late ballot of a second round.</summary>
internal sealed class BegunAnew() : Script("witness-begun-anew")
{
    public override async Task<Room> Play()
    {
        var room = new Room(Name, new DateTimeOffset(2026, 11, 28, 10, 0, 0, TimeSpan.Zero));
        object[] options = [Choice("bridge", "A bridge", "Un ponte", "Eine Brücke"), Choice("ferry", "A ferry", "Un traghetto", "Eine Fähre")];
        await room.Lead(new OpenSession(new("witness", Text("The ford", "Il guado", "Die Furt"), "en", "BEG4NW", room.Now.AddHours(3), Text("Fine?", "Va bene?", "Gut?"),
            [
                Item("ways", "ideas", "WA", Text("Ways", "Modi", "Wege"), new { question = Text("How do we cross?", "Come attraversiamo?", "Wie kommen wir hinüber?") }),
                Item("dots", "dot-vote", "DO", Text("Dots", "Bollini", "Punkte"), new { question = Text("Which?", "Quale?", "Welche?"), budget = 3, options }, hidden: true),
            ], [], [], [])));
        for (var n = 0; n < 4; n++) await room.Ask(n, new JoinSession("en", null, null, null, Consent: true));
        await room.Lead(new StartSession());
        await room.Give(0, new GiveIdea("By swimming"), "ways");
        await room.Lead(new ResetItem(), "ways");
        await room.Give(1, new GiveIdea("By the old bridge"), "ways");
        await room.Next();
        for (var n = 0; n < 4; n++) await room.Give(n, Dots(n, 3), "dots");
        await room.Lead(new RevealStep(Close: true), "dots");
        await room.Lead(new ResetItem(), "dots");
        for (var n = 0; n < 4; n++) await room.Give(n, Dots(n + 1, 2), "dots");
        await room.Lead(new RevealStep(Close: true), "dots");
        await room.Lead(new NewRound(), "dots");
        await room.Give(2, Dots(2, 1), "dots");
        await room.Lead(new GoBack());
        await room.Give(3, Dots(3, 1), "dots");
        await room.Lead(new CloseSession());
        return room;
    }

    private static CastDots Dots(int n, int dots) => new(new Dictionary<string, int> { [n % 2 == 0 ? "bridge" : "ferry"] = dots });
}
