using FsCheck;
using FsCheck.Fluent;
using Participation.Activities.DotVote;
using Participation.Activities.Ideas;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Tests.Activities;
using Participation.Views;
using Participation.Voting;

namespace Participation.Tests.Laws;

/// <summary>What holds after every command of every session, whoever sends what in which order.</summary>
public sealed class SessionLaws
{
    private const int Steps = 40;

    /// <summary>Sequences of numbers, each number one command; a failing one is made shorter.</summary>
    private static Arbitrary<int[]> Sessions { get; } = Arb.From(Gen.Choose(0, int.MaxValue - 1).ArrayOf(Steps), Shorter);

    [Fact]
    public void Every_screen_has_what_it_would_get_anew_and_knows_no_more_than_it_may() => Hold(300, async (hall, tries) =>
    {
        foreach (var seed in tries) await Step(hall, seed);
    });

    [Fact]
    public void A_session_read_from_its_journal_is_the_one_that_was_held() => Hold(60, async (hall, tries) =>
    {
        foreach (var seed in tries) await Step(hall, seed);
        var (held, entries) = (await hall.State(), await hall.Journal.Read(Hall.Session));
        var cut = tries.Length == 0 ? 0 : tries[0] % entries.Count;
        Same(held, SessionState.Fold(entries));
        Same(held, entries.Skip(cut).Aggregate(SessionState.Fold(entries.Take(cut)), (state, entry) => state.Evolve(entry)));
    });

    [Fact]
    public void Every_act_can_be_taken_back() => Hold(120, async (hall, tries) =>
    {
        foreach (var seed in tries)
        {
            var before = await hall.State();
            var (tried, receipt) = await Step(hall, seed);
            if (receipt.Refused is not null || tried.Command is not Act) continue;
            if (seed % 3 == 0) continue;
            var act = (await hall.State()).Acts.Peek().Act;
            Assert.Null((await hall.Send(new UndoAct(act), Role.Facilitator, Given.Facilitator)).Refused);
            var after = await hall.State();
            Assert.Equal(before.Stage with { Version = 0 }, after.Stage with { Version = 0 });
            Assert.Equal(before.Acts, after.Acts);
        }
    });

    [Fact]
    public void A_command_sent_again_is_recorded_once_and_gets_the_same_receipt() => Hold(60, async (hall, tries) =>
    {
        var sent = new List<(SessionCommand Command, Receipt Receipt)>();
        foreach (var seed in tries)
        {
            var (tried, receipt) = await Step(hall, seed);
            if (receipt.Refused is null) sent.Add((tried.Command, receipt));
        }
        var number = (await hall.State()).Number;
        // Without its salt nobody can tell any more what was said: there the id alone counts.
        var recorded = await hall.Journal.Read(Hall.Session);
        sent.RemoveAll(one => recorded.All(entry => entry.Command != one.Command.From.Command));
        var erased = recorded.Where(entry => entry.Salt is null).Select(entry => entry.Command).ToHashSet();
        hall.Now = hall.Now.AddHours(3);
        var bodiless = (await hall.Journal.Read(Hall.Session)).Where(entry => entry.Body == Guid.Empty).Select(entry => entry.Command).ToHashSet();
        foreach (var desk in new[] { hall.Desk, hall.NewDesk() })
        {
            foreach (var (command, receipt) in sent)
            {
                Assert.Equal(receipt, await Hall.Send(desk, command));
                var other = command with { From = command.From with { Body = new byte[32] } };
                // Of a secret ballot not even a digest is kept: the id alone tells.
                if (bodiless.Contains(command.From.Command)) Assert.Equal(receipt, await Hall.Send(desk, other));
                else if (!erased.Contains(command.From.Command)) Assert.Equal("command.reused", (await Hall.Send(desk, other)).Refused?.Code);
            }
            Assert.Equal(number, (await desk.Read(Hall.Session)).Number);
        }
    });

    /// <summary>Whoever put dots on an idea that its author takes back, a moment after the room went on to the vote, has them again.</summary>
    [Fact]
    public async Task What_is_taken_back_beside_the_open_step_leaves_what_others_have_in_it()
    {
        var (hall, own) = (await new Hall().Opened(), Examples.IdOf("ideas", 1));
        for (var n = 1; n <= 2; n++) await hall.Send(new JoinSession("en", null, null, null, Consent: true), Role.Participant, Given.Id(n));
        await Lead(hall, new StartSession());
        await Lead(hall, new OpenItem { Item = "ideas" });
        Assert.Null((await hall.Send(new GiveIdea("Shade") { Item = "ideas" }, Role.Participant, Given.Id(1))).Refused);
        await Lead(hall, new OpenItem { Item = "dot-vote" });
        Assert.Null((await hall.Send(new CastDots(new Dictionary<string, int> { [own] = 2 }) { Item = "dot-vote" }, Role.Participant, Given.Id(2))).Refused);
        // The watch holds what each phone was told against what it would get anew.
        Assert.Null((await hall.Send(new WithdrawIdea(own) { Item = "ideas" }, Role.Participant, Given.Id(1))).Refused);
        Assert.DoesNotContain(own, JsonPatch.Node(Screens.MineOf(await hall.State(), Given.Id(2))!).ToJsonString(), StringComparison.Ordinal);
    }

    /// <summary>The commands that chance made up are no empty show: each one was recorded somewhere, and the laws were looked at.</summary>
    [Fact]
    public async Task Every_command_is_tried_and_succeeds_now_and_then()
    {
        var done = new HashSet<Type>();
        for (var session = 0; session < 600; session++)
        {
            var (hall, random) = (await new Hall(watch: new Unwatched()).Opened(), new Random(session));
            for (var step = 0; step < 200; step++)
            {
                var (tried, receipt) = await Step(hall, random.Next());
                if (receipt.Refused is null) done.Add(tried.Command.GetType());
            }
            if (CommandNames.All.Values.All(done.Contains)) return;
        }
        Expect.None(CommandNames.All.Values.Except(done));
    }

    private static void Hold(int sessions, Func<Hall, int[], Task> law) => Prop.ForAll(Sessions, tries =>
    {
        var hall = Begun(tries.FirstOrDefault()).GetAwaiter().GetResult();
        law(hall, tries).GetAwaiter().GetResult();
        Assert.True(hall.Watch is Watch { Looks: > 0 });
        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(sessions));

    /// <summary>
    /// Three of four sessions have people and an open step, which half of them hide: what is given there and who sees it is what most laws are about,
    /// and chance alone seldom comes so far.
    /// </summary>
    private static async Task<Hall> Begun(int seed)
    {
        var (hall, random) = (await new Hall().Opened(), new Random(seed));
        if (random.Next(4) == 0) return hall;
        for (var n = 1; n <= 3; n++)
            await hall.Send(new JoinSession("en", null, null, n == 1 ? "north" : null, Consent: true), Role.Participant, Given.Id(n));
        await Lead(hall, new StartSession());
        // A ballot that nobody may see yet, also where later steps would be weighed by it.
        var vote = Chance.Pick(random, Examples.Votes);
        await Lead(hall, new OpenItem { Item = vote });
        Assert.True(await hall.Vote(vote, Given.Id(1), random));
        // A secret vote that waits, or was counted.
        var secret = $"secret-{vote}";
        await Lead(hall, new OpenItem { Item = secret });
        for (var n = 1; n <= 3; n++) Assert.True(await hall.Vote(secret, Given.Id(n), random));
        if (random.Next(2) == 0)
        {
            await Lead(hall, new LockStep { Item = secret });
            hall.Now = hall.Now.AddSeconds(11);
            Assert.Null((await hall.Send(new CountVotes(secret), Role.Facilitator, Given.Facilitator)).Refused);
        }
        var item = Hall.Agenda[random.Next(Hall.Agenda.Count)].Id;
        await Lead(hall, new OpenItem { Item = item });
        await Lead(hall, random.Next(2) == 0 ? new HideStep { Item = item } : new RevealStep { Item = item });
        return hall;
    }

    private static Task<Receipt> Lead(Hall hall, SessionCommand act) => hall.Send(act, Role.Facilitator, Given.Facilitator);

    private static async Task<(Try Tried, Receipt Receipt)> Step(Hall hall, int seed)
    {
        var tried = hall.Chance.Next(seed, await hall.State());
        hall.Now = hall.Now.AddSeconds((seed % 7) - 1);
        var command = tried.Command with { From = hall.From(tried.Command, tried.Role, tried.Who, tried.Hand, Guid.NewGuid()) };
        return (tried with { Command = command }, await Hall.Send(hall.Desk, command));
    }

    private static void Same(SessionState one, SessionState other)
    {
        Assert.Equal(one.Number, other.Number);
        foreach (var audience in Watch.Audiences(one))
            Assert.Equal(JsonPatch.Node(Screens.Of(one, audience)).ToJsonString(), JsonPatch.Node(Screens.Of(other, audience)).ToJsonString());
        foreach (var who in one.Participants.Keys)
            Assert.Equal(JsonPatch.Node(Screens.MineOf(one, who)!).ToJsonString(), JsonPatch.Node(Screens.MineOf(other, who)!).ToJsonString());
    }

    private static IEnumerable<int[]> Shorter(int[] tries)
    {
        for (var half = tries.Length / 2; half > 0; half /= 2)
            for (var at = 0; at + half <= tries.Length; at += half) yield return [.. tries[..at], .. tries[(at + half)..]];
    }
}
