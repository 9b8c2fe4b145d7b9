using Participation.Activities.Ideas;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Tests.Samples;

namespace Participation.Tests.Golden.Scripts;

/// <summary>A room whose place is named and whose workshop pools its types into classes: six of one type, three and four of two others, which together are enough.</summary>
internal sealed class PooledRoom() : Script("witness-pooled-room")
{
    public override async Task<Room> Play()
    {
        var room = new Room(Name, new DateTimeOffset(2026, 9, 3, 16, 0, 0, TimeSpan.Zero));
        await room.Lead(new OpenSession(new("witness", Text("The old dairy", "La vecchia latteria", "Die alte Molkerei"), "it", "P00L33", room.Now.AddHours(5), Text("Agreed?", "D'accordo?", "Einverstanden?"),
            [
                Item("uses", "ideas", "US", Text("Uses", "Usi", "Nutzungen"), new
                {
                    question = Text("What should it become?", "Che cosa deve diventare?", "Was soll sie werden?"), kinds = new[] { "idea", "project" },
                    categories = new[] { Choice("work", "Work", "Lavoro", "Arbeit"), Choice("rest", "Rest", "Riposo", "Erholung") },
                }),
            ], [], [Choice("council", "Council", "Comune", "Gemeinde"), Choice("trade", "Trade", "Commercio", "Handel"), Choice("craft", "Craft", "Artigianato", "Handwerk")], [],
            Place: "Rho, Centro civico",
            Classes: [new("public", Text("Public bodies", "Enti pubblici", "Öffentliche Stellen"), ["council"]), new("economy", Text("Economy", "Economia", "Wirtschaft"), ["trade", "craft"])]), null));
        string[] types = [.. Enumerable.Repeat("council", 6), .. Enumerable.Repeat("trade", 3), .. Enumerable.Repeat("craft", 4)];
        foreach (var (n, type) in types.Index()) await room.Ask(n, new JoinSession("it", type, null, null, Consent: true));
        await room.Lead(new StartSession());
        foreach (var (n, type) in types.Index())
            await room.Give(n, new GiveIdea($"Idea {n + 1}", n % 2 == 0 ? IdeaKind.Idea : IdeaKind.Project, n % 3 == 0 ? "work" : "rest"), "uses");
        await room.Lead(new CloseSession());
        return room;
    }
}
