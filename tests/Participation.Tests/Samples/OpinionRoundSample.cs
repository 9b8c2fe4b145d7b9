using Participation.Activities.DotVote;
using Participation.Activities.Opinions;
using Participation.Sessions;
using Participation.Sessions.Acts;

namespace Participation.Tests.Samples;

/// <summary>A round of opinions of twenty-four people who share some things and divide on others.</summary>
internal static class OpinionRoundSample
{
    public const string Slug = "opinion-round";
    private const int People = 24;

    private static readonly string[] Types =
        ["municipality", "university", "citizen", "association", "business", "citizen", "third-sector", "labour", "other-public", "citizen", "association", "other"];

    /// <summary>How far those who trust assemblies (first) and those who trust elected bodies (second) agree, in per cent; statements of the workshop.</summary>
    private static readonly (int Assembly, int Elected)[] Leaning =
        [(90, 88), (70, 30), (92, 15), (96, 90), (60, 55), (85, 40), (20, 85), (65, 70)];

    private static readonly (string Text, int Assembly, int Elected)[] Added =
    [
        ("Meetings should start after working hours and offer childcare.", 95, 85),
        ("Young people under 18 should have seats of their own at the zone tables.", 85, 35),
        ("Mayors should have the last word, because voters can dismiss them.", 15, 90),
        ("Plans are too long: ten pages are enough.", 60, 65),
        ("Those who gain most from a project should say so before they speak.", 90, 60),
        ("Participation takes too much time; decide first and correct later.", 5, 45),
        ("Results should be on paper in every library, too.", 80, 75),
        ("Everyone should hear why an idea was not taken up.", 97, 92),
        (Beside, 50, 50),
    ];

    private const string Beside = "The coffee was better last time.";

    public static async Task<Room> Hold()
    {
        var room = new Room(Slug, new DateTimeOffset(2026, 10, 21, 15, 0, 0, TimeSpan.Zero));
        await room.Open(Slug, "QT4W9C");
        room.Wait(1200);
        for (var person = 0; person < People; person++) await room.Join(person, person == 7 ? "de" : person == 11 ? "it" : "en", person % 9 == 8 ? null : Types[person % Types.Length], null);
        await room.Lead(new StartSession());
        room.Wait(240);
        await Answer(room);
        await Look(room);
        await room.Next();
        room.Wait(240);
        await room.Lead(new CloseSession());
        return room;
    }

    private static async Task Answer(Room room)
    {
        const string Item = "statements";
        await room.Next();
        for (var statement = 0; statement < Leaning.Length; statement++) await Vote(room, Item, statement, Leaning[statement]);
        for (var own = 0; own < Added.Length; own++)
        {
            await room.Give(own * 5 % People, new AddOpinion(Added[own].Text), Item);
            var at = Leaning.Length + own;
            if (Added[own].Text == Beside) await room.Lead(new MarkContribution($"OP-{at + 1:000}", Marking.Hide));
            else await Vote(room, Item, at, (Added[own].Assembly, Added[own].Elected));
        }
        await room.Lead(new RevealStep(), Item);
        room.Wait(300);
    }

    /// <summary>Who came late missed a few; some pass.</summary>
    private static async Task Vote(Room room, string item, int statement, (int Assembly, int Elected) leaning)
    {
        foreach (var person in Room.Shuffled(Enumerable.Range(0, People), $"order {statement}"))
        {
            if (Room.Chance($"{person} misses {statement}", 10) == 0) continue;
            var agrees = Room.Chance($"{person} on {statement}", 100) < (person % 5 < 3 ? leaning.Assembly : leaning.Elected);
            var vote = Room.Chance($"{person} passes {statement}", 12) == 0 ? Opinion.Pass : agrees ? Opinion.Agree : Opinion.Disagree;
            await room.Give(person, new VoteOpinion($"OP-{statement + 1:000}", vote), item);
        }
    }

    private static async Task Look(Room room)
    {
        const string Item = "second-look";
        string[] options = ["replies", "visits", "tables", "panel", "forum", "online"];
        await room.Next();
        for (var person = 0; person < People - 2; person++)
        {
            var liked = options.Index().OrderBy(option => (option.Index * 2) + Room.Chance($"{person} likes {option.Item}", 15)).Select(option => option.Item).ToList();
            await room.Give(person, new CastDots(Room.Chance($"{person} spreads", 2) == 0
                ? new Dictionary<string, int> { [liked[0]] = 2, [liked[1]] = 1 }
                : new Dictionary<string, int> { [liked[0]] = 1, [liked[1]] = 1, [liked[2]] = 1 }), Item);
        }
        await room.Lead(new RevealStep(), Item);
        room.Wait(360);
    }
}
