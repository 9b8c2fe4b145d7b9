using System.Reflection;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Sessions.Reporting;
using Participation.Tests.Activities;
using Participation.Tests.Golden;
using Participation.Texts;
using Participation.Views;
using Participation.Voting;

namespace Participation.Tests.Laws;

/// <summary>
/// A session from which a flood was removed is the one into which it never came, on every screen of the room and in what is counted. In a secret vote a
/// ballot is nobody's any more and stays; on a board that all share a facilitator takes back what was moved.
/// </summary>
public sealed class FloodLaws
{
    private const int Seeds = 6, Each = 8, Honest = 3;

    public static TheoryData<string> Items => [.. Hall.Agenda.Where(item => item.Continues is null && !Hall.IsSecret(item) && Personal(item).Any()).Select(item => item.Id)];

    [Theory, MemberData(nameof(Items))]
    public async Task A_session_without_its_flood_is_the_one_into_which_it_never_came(string item)
    {
        var flooded = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var hall = await new Hall(watch: new Unwatched()).Opened();
            await Lead(hall, new StartSession());
            await Lead(hall, new OpenItem { Item = item });
            if (Hall.Agenda.First(one => one.Id == item).Hidden) await Lead(hall, new RevealStep { Item = item });
            for (var n = 1; n <= Honest; n++) await Come(hall, item, n, seed);

            hall.Now = hall.Now.AddMinutes(30);
            var without = await hall.Again();
            for (var n = Honest + 1; n <= 2 * Honest; n++) flooded += await Come(hall, item, n, seed);
            await Lead(hall, new RemoveFlood(5));
            await Lead(without, new LockLobby());

            var (one, other) = (await hall.State(), await without.State());
            Assert.Equal(Honest, one.Stage.Lobby.Flood.Count);
            foreach (var audience in Watch.Audiences(one).Where(audience => audience.Role is Role.Participant or Role.Projector))
                Assert.Equal(Seen(Screens.Of(other, audience)), Seen(Screens.Of(one, audience)));
            for (var n = 1; n <= Honest; n++) Assert.Equal(Seen(Screens.MineOf(other, Given.Id(n))), Seen(Screens.MineOf(one, Given.Id(n))));
            Assert.Equal(Counted(other, item), Counted(one, item));
        }
        Assert.True(flooded >= Seeds * Honest, $"{item}: the flood gave {flooded} times");
    }

    /// <summary>Somebody comes and gives what chance says; how often it was taken.</summary>
    private static async Task<int> Come(Hall hall, string item, int n, int seed)
    {
        Assert.Null((await hall.Send(new JoinSession("en", "resident", null, null, Consent: true), Role.Participant, Given.Id(n))).Refused);
        var taken = 0;
        foreach (var type in Personal(Hall.Agenda.First(one => one.Id == item)))
        {
            for (var times = 0; times < Each; times++)
            {
                var command = ((ActivityCommand)hall.Chance.Make(type, new Dice((((seed * 100) + n) * 100) + times), await hall.State())) with { Item = item };
                if ((await hall.Send(command, Role.Participant, Given.Id(n))).Refused is null) taken++;
            }
        }
        return taken;
    }

    /// <summary>The commands with which people give what is their own.</summary>
    private static IEnumerable<Type> Personal(AgendaItem item) => Examples.Sent(item.Kind).Where(type => type.GetCustomAttribute<AllowedAttribute>()!.Personal);

    private static async Task Lead(Hall hall, SessionCommand act) => Assert.Null((await hall.Send(act, Role.Facilitator, Given.Facilitator)).Refused);

    /// <summary>All that the item counts: what the report prints of it in numbers, what it weighs and how many have answered.</summary>
    private static string Counted(SessionState state, string item)
    {
        var scene = state.Scene(state.Item(item));
        // What was taken back weighs as little as what was never given.
        var weights = scene.Parts.Weights(scene).Where(weight => weight.Value != 0).ToDictionary();
        return Dump.Of(new object[] { scene.Section(new Words("en"))!.Measures(), weights, scene.Answered })!.ToJsonString();
    }

    private static string? Seen(object? view) => view is null ? null : JsonPatch.Node(view).ToJsonString();
}
