using Participation.Activities.Ideas;
using Participation.Activities.Opinions;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Tests.Samples;
using Participation.Voting;

namespace Participation.Tests.Golden.Scripts;

/// <summary>Votes that are split by type, class, zone and table: groups that are told and others that are counted together, somebody who corrected themselves after they had voted, and one vote of which too few groups could be told.</summary>
internal sealed class SplitVotes() : Script("witness-split-votes")
{
    private const int People = 16;

    public override async Task<Room> Play()
    {
        var room = new Room(Name, new DateTimeOffset(2026, 11, 28, 18, 0, 0, TimeSpan.Zero));
        object[] options = [Choice("tram", "A tram", "Un tram", "Eine Straßenbahn"), Choice("trees", "Trees", "Alberi", "Bäume")];
        object[] statements = [Text("Soon.", "Presto.", "Bald."), Text("Everywhere.", "Ovunque.", "Überall.")];
        string[] by = ["type", "class", "zone", "table"];
        await room.Lead(new OpenSession(new("witness", Text("Whose street", "Di chi è la strada", "Wessen Straße"), "it", "SPL1TS", room.Now.AddHours(3), Text("Fine?", "Va bene?", "Gut?"),
            [
                .. by.Select((split, at) => Item($"dots-{split}", "dot-vote", $"D{(char)('A' + at)}", Text($"Dots {at + 1}", $"Bollini {at + 1}", $"Punkte {at + 1}"),
                    new { question = Text("Which?", "Quale?", "Welche?"), budget = 3, maxPerItem = 2, options, split })),
                .. by.Select((split, at) => Item($"mood-{split}", "opinions", $"M{(char)('A' + at)}", Text($"Mood {at + 1}", $"Umore {at + 1}", $"Stimmung {at + 1}"),
                    new { question = Text("How?", "Come?", "Wie?"), statements, split })),
            ],
            [new("t1", "Uno"), new("t2", "Due")],
            [Choice("council", "Council", "Comune", "Gemeinde"), Choice("trade", "Trade", "Commercio", "Handel"), Choice("craft", "Craft", "Artigianato", "Handwerk")],
            [Choice("east", "East", "Est", "Osten"), Choice("west", "West", "Ovest", "Westen")],
            Classes: [new("public", Text("Public bodies", "Enti pubblici", "Öffentliche Stellen"), ["council"]), new("economy", Text("Economy", "Economia", "Wirtschaft"), ["trade", "craft"])]), null));
        for (var n = 0; n < People; n++)
            await room.Ask(n, new JoinSession("it", n < 7 ? "council" : n < 11 ? "trade" : n < 14 ? "craft" : null, n % 5 == 0 ? null : n < 8 ? "east" : "west", n % 3 == 0 ? "t1" : n % 3 == 1 ? "t2" : null, Consent: true));
        await room.Lead(new StartSession());
        foreach (var (at, split) in by.Index())
        {
            if (at > 0) await room.Next();
            for (var n = 0; n < People; n++) await room.Give(n, new CastBallot("", n % 3 == 0 ? ["2 tram", "1 trees"] : ["2 trees"]), $"dots-{split}");
        }
        foreach (var (at, split) in by.Index())
        {
            await room.Next();
            for (var n = 0; n < People; n++) await room.Give(n, new CastBallot($"M{(char)('A' + at)}-001", [n % 4 == 0 ? "disagree" : n == 9 ? "pass" : "agree"]), $"mood-{split}");
            for (var n = 0; n < 4; n++) await room.Give(n * 4, new CastBallot($"M{(char)('A' + at)}-002", ["agree"]), $"mood-{split}");
            if (at == 0) await room.Ask(1, new CorrectMine("trade", "west", "t1"));
        }
        await room.Lead(new CloseSession());
        return room;
    }
}
