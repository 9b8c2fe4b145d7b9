using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Tests.Activities;
using Participation.Tests.Laws;
using Participation.Views;

namespace Participation.Tests.Sessions;

/// <summary>Moderation can be set where it decides something, and there alone: each kind says so itself, and what people give in it bears it out.</summary>
public sealed class ModerationTests
{
    private const int Seeds = 3, Each = 8;

    public static TheoryData<string> Kinds => [.. ActivityKinds.All.Select(kind => kind.Kind)];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Words_wait_in_a_kind_that_says_so_and_the_console_is_told_of_it(string kind)
    {
        var waits = await new Hall(watch: new Unwatched()).Opened() is var asked && MayWait(await asked.State(), kind);
        var (held, taken) = (0, 0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var hall = await new Hall(watch: new Unwatched()).Opened(Moderation.Before);
            await Open(hall, kind);
            Assert.Equal(waits ? Moderation.Before : null, Screens.Of(await hall.State(), new Audience(Role.Facilitator)).Item!.Moderation);
            taken += await Give(hall, kind, seed);
            held += (await hall.State()).Gives(kind).Count(given => given.Held);
        }
        Assert.Equal(Activities.Examples.Has(kind).Takes, taken > Seeds);
        Assert.Equal(waits, held >= Seeds);
        if (!waits) Assert.Equal(0, held);
    }

    private static bool MayWait(SessionState state, string item) => state.Scene(state.Item(item)) is var scene && scene.Parts.MayWait(scene);

    [Theory, MemberData(nameof(Kinds))]
    public async Task It_is_set_where_words_may_wait_and_refused_where_it_would_decide_nothing(string kind)
    {
        var hall = await new Hall(watch: new Unwatched()).Opened();
        await Open(hall, kind);
        var before = await hall.State();
        var waits = MayWait(before, kind);
        var receipt = await hall.Send(new Moderate(Moderation.Before) { Item = kind }, Role.Facilitator, Given.Facilitator);
        Assert.Equal(waits ? null : "step.no-moderation", receipt.Refused?.Code);
        Assert.Equal(before.Number + (waits ? 1 : 0), (await hall.State()).Number);
    }

    /// <summary>The same kind, in a workshop that takes nobody's statements.</summary>
    [Fact]
    public void Statements_of_the_workshop_alone_wait_for_nobody()
    {
        var room = new Given(Given.Item("statements", "opinions", new { question = Given.Text("Agree?"), statements = new[] { Given.Text("Trees") } }, moderation: Moderation.Before));
        Assert.Null(Screens.Of(room.State, new Audience(Role.Facilitator)).Item!.Moderation);
    }

    /// <summary>Three people give what chance says; how often it was taken.</summary>
    private static async Task<int> Give(Hall hall, string kind, int seed)
    {
        var taken = 0;
        for (var n = 1; n <= 3; n++)
        {
            Assert.Null((await hall.Send(new JoinSession("en", "resident", null, null, Consent: true), Role.Participant, Given.Id(n))).Refused);
            foreach (var type in Examples.Sent(kind))
            {
                for (var times = 0; times < Each; times++)
                {
                    var command = ((ActivityCommand)hall.Chance.Make(type, new Dice((((seed * 100) + n) * 100) + times), await hall.State())) with { Item = kind };
                    if ((await hall.Send(command, Role.Participant, Given.Id(n))).Refused is null) taken++;
                }
            }
        }
        return taken;
    }

    private static async Task Open(Hall hall, string kind)
    {
        await Lead(hall, new StartSession());
        if ((await hall.State()).Stage.Open != kind) await Lead(hall, new OpenItem { Item = kind });
    }

    private static async Task Lead(Hall hall, SessionCommand act) => Assert.Null((await hall.Send(act, Role.Facilitator, Given.Facilitator)).Refused);
}
