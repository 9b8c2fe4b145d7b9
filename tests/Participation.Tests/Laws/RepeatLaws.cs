using Participation.Activities.Ideas;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Became;
using Participation.Sessions.Erasing;
using Participation.Sessions.Joining;

namespace Participation.Tests.Laws;

/// <summary>A command that found nothing to change was acknowledged like any other: when it comes again, something else may stand, and stays.</summary>
public sealed class RepeatLaws
{
    /// <summary>What stands already is asked for once more, then another thing, and then the first comes again under its id.</summary>
    public static TheoryData<string> Asked => [.. Cases.Keys];

    private static readonly Dictionary<string, (Role Role, Guid Who, SessionCommand Stands, SessionCommand Other, Func<SessionState, string?> Tells)> Cases = new()
    {
        ["session.correct-mine"] = (Role.Participant, Given.Id(1), new CorrectMine("resident", "z1", "north"), new CorrectMine(), state => state.Participants[Given.Id(1)].Type),
        ["session.keep-until"] = (Role.Facilitator, Given.Facilitator, Until(30), Until(60), state => $"{state.KeepUntil:u}"),
        ["session.publish"] = (Role.Facilitator, Given.Facilitator, new PublishResults(On: true), new PublishResults(On: false), state => $"{state.HasResults}"),
        ["session.erase-mine"] = (Role.Participant, Given.Id(1), new EraseMine(), new GiveIdea("written since") { Item = "ideas" }, Texts),
        ["session.erase-words"] = (Role.Facilitator, Given.Facilitator, new EraseWords(Given.Id(1)), new GiveIdea("written since") { Item = "ideas" }, Texts),
    };

    [Theory, MemberData(nameof(Asked))]
    public async Task What_was_acknowledged_and_changed_nothing_changes_nothing_when_it_comes_again(string name)
    {
        var (role, who, stands, other, tells) = Cases[name];
        var hall = await new Hall().Opened();
        await hall.Send(new JoinSession("en", null, null, null, Consent: true), Role.Participant, Given.Id(1));
        foreach (var act in new SessionCommand[] { new StartSession(), new OpenItem { Item = "ideas" } }) Assert.Null((await hall.Send(act, Role.Facilitator, Given.Facilitator)).Refused);
        if (stands is PublishResults) await hall.Send(new CloseSession(), Role.Facilitator, Given.Facilitator);
        Assert.Null((await hall.Send(stands, role, who)).Refused);

        var (id, before) = (Guid.NewGuid(), tells(await hall.State()));
        var first = await hall.Send(stands, role, who, id: id);
        Assert.Null(first.Refused);
        Assert.Equal(before, tells(await hall.State()));
        Assert.Null((await hall.Send(other, other is GiveIdea ? Role.Participant : role, other is GiveIdea ? Given.Id(1) : who)).Refused);
        var after = tells(await hall.State());
        Assert.NotEqual(before, after);

        Assert.Equal(first, await hall.Send(stands, role, who, id: id));
        Assert.Equal(after, tells(await hall.State()));
        hall.Restart();
        Assert.Equal(first, await hall.Send(stands, role, who, id: id));
        Assert.Equal(after, tells(await hall.State()));
        // Under an id of its own it is another command.
        Assert.True((await hall.Send(stands, role, who)).Number > first.Number);
    }

    private static KeepSession Until(int days) => new(new Hall().Now.AddDays(days));

    private static string Texts(SessionState state) => string.Join('|', state.Gives("ideas").Select(given => given.Text));
}
