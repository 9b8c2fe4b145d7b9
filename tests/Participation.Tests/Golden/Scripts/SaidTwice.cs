using Participation.Activities.Ideas;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Erasing;
using Participation.Sessions.Joining;
using Participation.Tests.Samples;

namespace Participation.Tests.Golden.Scripts;

/// <summary>What stood was asked for once more: a correction, a day, an erasure. Each is an entry that changes nothing, and what was written after it stays.</summary>
internal sealed class SaidTwice() : Script("witness-said-twice")
{
    public override async Task<Room> Play()
    {
        var (room, until) = (new Room(Name, new DateTimeOffset(2026, 11, 28, 9, 30, 0, TimeSpan.Zero)), new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.Zero));
        await room.Lead(new OpenSession(new("witness", Text("The lane", "Il vicolo", "Die Gasse"), "en", "TW1CE5", room.Now.AddHours(3), Text("Fine?", "Va bene?", "Gut?"),
            [Item("wishes", "ideas", "WI", Text("Wishes", "Desideri", "Wünsche"), new { question = Text("What is missing?", "Che cosa manca?", "Was fehlt?") })],
            [], [Choice("resident", "Resident", "Residente", "Bewohner")], [])));
        for (var n = 0; n < 3; n++) await room.Ask(n, new JoinSession("en", n == 0 ? "resident" : null, null, null, Consent: true));
        await room.Lead(new StartSession());
        foreach (var type in new[] { "resident", "resident", null }) await room.Ask(0, new CorrectMine(type));
        for (var n = 0; n < 2; n++) await room.Lead(new KeepSession(until));
        for (var n = 0; n < 2; n++) await room.Ask(1, new EraseMine());
        await room.Give(1, new GiveIdea("A lamp at the corner"), "wishes");
        await room.Lead(new CloseSession());
        return room;
    }
}
