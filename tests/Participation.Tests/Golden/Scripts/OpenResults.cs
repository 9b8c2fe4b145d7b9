using Participation.Activities.Ideas;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Became;
using Participation.Sessions.Joining;
using Participation.Tests.Samples;

namespace Participation.Tests.Golden.Scripts;

/// <summary>A session whose result page was opened, closed, opened again, lost by a close that was taken back, and opened for good.</summary>
internal sealed class OpenResults() : Script("witness-open-results")
{
    public override async Task<Room> Play()
    {
        var room = new Room(Name, new DateTimeOffset(2026, 11, 28, 17, 0, 0, TimeSpan.Zero));
        await room.Lead(new OpenSession(new("witness", Text("The station", "La stazione", "Der Bahnhof"), "en", "R35ULT", room.Now.AddHours(5), Text("Agreed?", "D'accordo?", "Einverstanden?"),
            [Item("wishes", "ideas", "WI", Text("Wishes", "Desideri", "Wünsche"), new { question = Text("What is missing?", "Che cosa manca?", "Was fehlt?") })], [], [], []), room.Now.AddDays(90)));
        await room.Ask(0, new JoinSession("en", null, null, null, Consent: true));
        await room.Lead(new StartSession());
        await room.Give(0, new GiveIdea("A roof over the bicycles"), "wishes");
        await room.Lead(new CloseSession());
        foreach (var on in new[] { true, false, true }) await room.Lead(new PublishResults(on));
        await room.Undo();
        await room.Give(0, new GiveIdea("A bench in the shade"), "wishes");
        await room.Lead(new CloseSession());
        await room.Lead(new PublishResults(true));
        return room;
    }
}
