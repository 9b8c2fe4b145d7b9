using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Erasing;
using Participation.Sessions.Joining;
using Participation.Tests.Samples;
using Participation.Writing;

namespace Participation.Tests.Golden.Scripts;

/// <summary>People write field by field, say it in other words and take it back, in silence and moderated; what resembled something was reworded, an approved one waits again, and one was erased with all its wordings.</summary>
internal sealed class WrittenAgain() : Script("witness-written-again")
{
    private const string Writing = "writing";

    public override async Task<Room> Play()
    {
        var room = new Room(Name, new DateTimeOffset(2026, 12, 2, 9, 0, 0, TimeSpan.Zero));
        await room.Lead(new OpenSession(Opening(room.Now), room.Now.AddDays(400)));
        for (var n = 0; n < 3; n++) await room.Ask(n, new JoinSession("it", "resident", "centro", null, Consent: true));
        await room.Lead(new SeatGuest(room.Person(3), "resident", "centro"));
        await room.Lead(new StartSession());
        await room.Give(0, Write("More tres", "In front of the church", ("kind", "idea"), ("category", "green"), ("zone", "centro")), Writing);
        await room.Give(1, Write("A fountain"), Writing);
        await room.Give(2, Write("a fountain!"), Writing);
        await room.Give(0, Reword("WR-001", 1, "More trees", "In front of the church"), Writing);
        await room.Give(1, Reword("WR-002", 1, "A pond, and not a fountain"), Writing);
        await room.Give(3, Write("Typed for a guest"), Writing, phoneless: true);
        await room.Give(3, Reword("WR-004", 1, "Typed for a guest, and corrected"), Writing, phoneless: true);
        await room.Give(2, Write("I have thought better of it"), Writing);
        await room.Give(2, new WithdrawContribution("WR-005"), Writing);
        await room.Lead(new Moderate(Moderation.Before), Writing);
        await room.Give(1, Write("Benches"), Writing);
        await room.Lead(new MarkContribution("WR-006", Marking.Approve));
        await room.Give(1, Reword("WR-006", 1, "Benches, more trees"), Writing);
        await room.Give(0, Reword("WR-001", 2, "Benches: more trees"), Writing);
        await room.Lead(new RevealStep(), Writing);
        await room.Lead(new EraseWords(Contribution: "WR-002"));
        await room.Next();
        await room.Lead(new CloseSession());
        return room;
    }

    private static SessionOpened Opening(DateTimeOffset now) => new(
        "witness", Text("Written again", "Riscritto", "Umformuliert"), "it", "WRITE2", now.AddHours(10), Text("Consent", "Consenso", "Hinweis"),
        [
            Item(Writing, "ideas", "WR", Text("Ideas", "Idee", "Ideen"), new
            {
                question = Text("What should the square be?", "Come dovrebbe essere la piazza?", "Wie soll der Platz sein?"), kinds = new[] { "idea", "project" },
                categories = new[] { Choice("green", "Green", "Verde", "Grün") }, askZone = true, askPlace = true,
            }, hidden: true),
            Item("thanks", "slide", "SB", Text("Thanks", "Grazie", "Danke"), new { body = Text("See you.", "Arrivederci.", "Bis bald.") }),
        ],
        [], [Choice("resident", "Resident", "Residente", "Bewohner")], [Choice("centro", "Centre", "Centro", "Zentrum")]);

    private static WriteContribution Write(string text, string? place = null, params (string Field, string Choice)[] choices) =>
        new(Said(text, place), choices.Length == 0 ? null : choices.ToDictionary(choice => choice.Field, choice => choice.Choice));

    private static RewordContribution Reword(string contribution, int basis, string text, string? place = null) => new(contribution, basis, Said(text, place));

    private static Dictionary<string, string> Said(string text, string? place) => place is null ? new() { [Wording.Main] = text } : new() { [Wording.Main] = text, ["place"] = place };
}
