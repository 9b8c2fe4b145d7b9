using Participation.Journal;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Tests.Activities;
using Participation.Views;
using Participation.Voting;

namespace Participation.Tests.Laws;

/// <summary>
/// What somebody gives in a hidden step changes nothing on anybody else's screen but how many have given; in a secret vote it changes nothing anywhere. Two
/// sessions differ in what one command says and in nothing else: no list of names tells what is a secret.
/// </summary>
public sealed class SilenceLaws
{
    /// <summary>Pairs of commands of each type that were both taken, and how many are made up for them at most.</summary>
    private const int Pairs = 12, Tries = 600;

    private static readonly Guid Giver = Given.Id(1), Other = Given.Id(2);

    /// <summary>Every item in which people give, with each command that a participant can send there.</summary>
    public static TheoryData<string, Type> Commands
    {
        get
        {
            var all = new TheoryData<string, Type>();
            foreach (var item in Hall.Agenda.Where(item => Activities.Examples.Has(item.Kind).Takes && item.Continues is null))
            foreach (var type in Examples.Sent(item.Kind)) all.Add(item.Id, type);
            return all;
        }
    }

    [Theory, MemberData(nameof(Commands))]
    public async Task What_is_given_in_silence_is_seen_by_nobody_else(string item, Type type)
    {
        var (quiet, compared) = (await Quiet(item), 0);
        for (var seed = 0; seed < Tries && compared < Pairs; seed++)
        {
            var (one, other) = (await Said(quiet, item, type, seed), await Said(quiet, item, type, seed + Tries));
            if (one is null || other is null || Answered(one.Value.State, item) != Answered(other.Value.State, item)) continue;
            compared++;
            var (a, b, kind) = (one.Value.State, other.Value.State, ActivityKinds.Of(one.Value.State.Item(item).Kind));
            var secret = a.Scene(a.Item(item)).Secret is not null;
            // A scribe sees what people write and not how they vote.
            var ballot = Examples.Votes.Contains(kind.Kind) && one.Value.Entries[^1].Event is not ContributionGiven;
            Alike(a, b, audience => secret || audience.Role is Role.Participant or Role.Projector || ballot && audience.Role == Role.Scribe);
            Assert.Equal(Seen(Screens.MineOf(a, Other)), Seen(Screens.MineOf(b, Other)));
            // Nor in a further round, as silent as this one; and until it is revealed a vote weighs nowhere else.
            if (ballot && !secret && a.Scene(a.Item(item)).Vote is not null) Alike(Anew(item, a), Anew(item, b), audience => audience.Role != Role.Facilitator);
            foreach (var further in ballot ? Hall.Agenda.Where(further => further.Settings.GetRawText().Contains($"\"{item}\"", StringComparison.Ordinal)) : [])
                Alike(In(further, a), In(further, b), _ => true);
            // What stands on a secret ballot lies in the box; the journal says whose it is, and on which paper.
            if (secret && Paper(one.Value.Entries) == Paper(other.Value.Entries)) Assert.Equal(one.Value.Entries.Select(Written), other.Value.Entries.Select(Written));
        }
        // What nobody can give a second time for another reason than that it is the same is compared less often.
        Assert.True(compared >= Pairs / 4, $"{item}, {type.Name}: only {compared} pairs were compared");
    }

    /// <summary>A hidden step with two people in it, and what its kind needs to work on.</summary>
    private static async Task<Hall> Quiet(string item)
    {
        var hall = await new Hall(watch: new Unwatched()).Opened();
        foreach (var who in (Guid[])[Giver, Other]) await hall.Send(new JoinSession("en", null, null, null, Consent: true), Role.Participant, who);
        await Lead(hall, new StartSession());
        foreach (var before in Examples.Of(Hall.Agenda.First(one => one.Id == item).Kind).Before(item, Giver))
        {
            await Lead(hall, new OpenItem { Item = ((ActivityCommand)before.Command).Item });
            Assert.Null((await hall.Send(before.Command, before.Role, before.Who, before.Hand)).Refused);
        }
        await Lead(hall, new OpenItem { Item = item });
        await Lead(hall, new HideStep { Item = item });
        return hall;
    }

    private static Task<Receipt> Lead(Hall hall, SessionCommand act) => hall.Send(act, Role.Facilitator, Given.Facilitator);

    /// <summary>The session as it stands when one more command was said in it; null when it was refused, or recorded nothing.</summary>
    private static async Task<(SessionState State, IReadOnlyList<Entry> Entries)?> Said(Hall before, string item, Type type, int seed)
    {
        var hall = await before.Again();
        var number = (await hall.State()).Number;
        var command = ((ActivityCommand)hall.Chance.Make(type, new Dice(seed), await hall.State())) with { Item = item };
        if ((await hall.Send(command, Role.Participant, Giver, id: Given.Id(9_999))).Refused is not null) return null;
        var state = await hall.State();
        return state.Number == number ? null : (state, await hall.Journal.Read(Hall.Session, number));
    }

    private static int Answered(SessionState state, string item) => state.Scene(state.Item(item)).Answered;

    private static SessionState In(AgendaItem further, SessionState state) => state with { Stage = state.Stage.Move(further.Id, state.OpenedAt) };

    private static void Alike(SessionState one, SessionState other, Func<Audience, bool> whose)
    {
        foreach (var audience in Watch.Audiences(one).Where(whose)) Assert.Equal(Seen(Screens.Of(one, audience)), Seen(Screens.Of(other, audience)));
    }

    private static SessionState Anew(string item, SessionState state) => state with { Stage = state.Stage.With(item, step => step with { Rounds = step.Rounds.Add(state.Number + 1) }) };

    private static string? Paper(IReadOnlyList<Entry> entries) => (entries[^1].Event as StepVoted)?.Paper;

    private static string Written(Entry entry) => EventNames.Write(entry.Event);

    private static string? Seen(object? view) => view is null ? null : JsonPatch.Node(view).ToJsonString();
}
