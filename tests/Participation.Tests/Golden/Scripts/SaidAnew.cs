using Participation.Activities.DotVote;
using Participation.Activities.Ideas;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Erasing;
using Participation.Sessions.Joining;
using Participation.Tests.Samples;

namespace Participation.Tests.Golden.Scripts;

/// <summary>A small closed session in which people corrected what they had said of themselves: between two ballots, to another table, to nothing at all; one erased it afterwards.</summary>
internal sealed class SaidAnew() : Script("witness-said-anew")
{
    public override async Task<Room> Play()
    {
        var room = new Room(Name, new DateTimeOffset(2026, 11, 28, 14, 0, 0, TimeSpan.Zero));
        await room.Lead(new OpenSession(new("witness", Text("The mill", "Il mulino", "Die Mühle"), "it", "S41DN3", room.Now.AddHours(5), Text("Agreed?", "D'accordo?", "Einverstanden?"),
            [
                Item("uses", "ideas", "US", Text("Uses", "Usi", "Nutzungen"), new { question = Text("What could the mill be?", "Che cosa può diventare il mulino?", "Was kann die Mühle werden?") }),
                Item("dots", "dot-vote", "DO", Text("Dots", "Bollini", "Punkte"), new { question = Text("Which?", "Quale?", "Welche?"), from = new[] { "uses" } }),
            ],
            [new("river", "Al fiume"), new("hill", "In collina")],
            [Choice("resident", "Resident", "Residente", "Bewohner"), Choice("company", "Company", "Impresa", "Unternehmen")],
            [Choice("north", "North", "Nord", "Norden")]), room.Now.AddDays(90)));
        for (var n = 0; n < 12; n++) await room.Ask(n, new JoinSession("it", n % 2 == 0 ? "resident" : "company", n % 3 == 0 ? "north" : null, n < 6 ? "river" : null, Consent: true));
        await room.Lead(new StartSession());
        for (var n = 0; n < 8; n++) await room.Give(n, new GiveIdea($"Uso numero {n + 1}"), "uses");
        await room.Ask(0, new CorrectMine("company", "north", "hill"));
        await room.Ask(4, new CorrectMine("company", "north", "hill"));
        await room.Next();
        await room.Give(1, new CastDots(new Dictionary<string, int> { ["US-001"] = 2 }), "dots");
        await room.Ask(1, new CorrectMine("resident", null, "river"));
        await room.Give(1, new CastDots(new Dictionary<string, int> { ["US-002"] = 1 }), "dots");
        await room.Give(2, new CastDots(new Dictionary<string, int> { ["US-002"] = 3 }), "dots");
        await room.Ask(2, new CorrectMine());
        await room.Lead(new CloseSession());
        await room.Ask(0, new EraseMine());
        return room;
    }
}
