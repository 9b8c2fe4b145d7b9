using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Tests.Activities;
using Participation.Tests.Laws;
using Participation.Views;
using Participation.Voting;

namespace Participation.Tests.Voting;

/// <summary>To show results closes the vote, in one act that one undo takes back; a secret vote is counted before it is shown.</summary>
public sealed class CloseAndShowTests
{
    [Theory, MemberData(nameof(Paper.Kinds), MemberType = typeof(Paper))]
    public async Task Who_shows_results_closes_the_vote_and_one_undo_gives_both_back(string kind)
    {
        var paper = Paper.Of(kind);
        using var vote = await Hidden(paper);
        await vote.Cast(1, paper.Options[0]);
        var before = await vote.State();

        await Show(vote, close: true);
        var shown = await vote.State();
        Assert.Equal((false, true, before.Number + 1), (shown.Stage.Steps["vote"].Hidden, shown.Stage.Steps["vote"].Locked, shown.Number));
        Assert.Equal("step.closed", (await vote.Send(paper.Ballot(paper.Options[1]), Role.Participant, Given.Id(2), fine: false)).Refused?.Code);
        Assert.Equal(("step.revealed", "closed", "vote"), (shown.Acts.Peek().Name, shown.Acts.Peek().How, shown.Acts.Peek().Item));

        await vote.Send(new UndoAct(shown.Acts.Peek().Act), Role.Facilitator, Given.Facilitator);
        var undone = await vote.State();
        Assert.Equal(before.Stage with { Version = undone.Stage.Version }, undone.Stage);
        await vote.Cast(2, paper.Options[1]);
    }

    [Theory, MemberData(nameof(Paper.Kinds), MemberType = typeof(Paper))]
    public async Task Results_are_shown_without_closing_only_when_that_is_said(string kind)
    {
        var paper = Paper.Of(kind);
        using var vote = await Hidden(paper);
        await Show(vote, close: null);
        var step = (await vote.State()).Stage.Steps["vote"];
        Assert.Equal((false, false), (step.Hidden, step.Locked));
        await vote.Cast(1, paper.Options[0]);
    }

    [Fact]
    public async Task What_was_closed_before_keeps_the_moment_at_which_it_closed()
    {
        using var vote = await Hidden(Paper.Dots);
        await vote.Send(new LockStep { Item = "vote" }, Role.Facilitator, Given.Facilitator);
        var closed = (await vote.State()).Stage.Steps["vote"].ClosedAt;
        vote.Wait(TimeSpan.FromMinutes(1));
        await Show(vote, close: true);
        var after = await vote.State();
        Assert.Equal((closed, true), (after.Stage.Steps["vote"].ClosedAt, after.Stage.Steps["vote"].Locked));
        Assert.Null(after.Acts.Peek().How);
    }

    public static MatrixTheoryData<string, Type> Anew => new([.. Examples.Votes], [typeof(NewRound), typeof(ResetItem), typeof(UnlockStep)]);

    /// <summary>Nobody has seen results of what begins then.</summary>
    [Theory, MemberData(nameof(Anew))]
    public async Task What_begins_anew_after_results_were_shown_takes_what_is_a_moment_late(string kind, Type anew)
    {
        var paper = Paper.Of(kind);
        using var vote = await Hidden(paper);
        await Show(vote, close: true);
        await vote.Send((ItemAct)Activator.CreateInstance(anew)! with { Item = "vote" }, Role.Facilitator, Given.Facilitator);
        await vote.Cast(1, paper.Options[0]);
        await vote.Send(new OpenItem { Item = "writing" }, Role.Facilitator, Given.Facilitator);
        await vote.Cast(2, paper.Options[1]);
        vote.Wait(Guards.Grace);
        Assert.Equal("step.closed", (await vote.Send(paper.Ballot(paper.Options[1]), Role.Participant, Given.Id(3), fine: false)).Refused?.Code);
    }

    [Fact]
    public async Task A_reset_hides_what_began_hidden_and_never_shows_what_is_hidden()
    {
        var hall = await new Hall().Opened();
        Task<Receipt> Lead(SessionCommand act) => hall.Send(act, Role.Facilitator, Given.Facilitator);
        async Task<bool> IsHidden(string item) => (await hall.State()).Stage.Steps[item].Hidden;
        await Lead(new StartSession());
        await Lead(new OpenItem { Item = "dot-vote" });
        Assert.Null((await Lead(new RevealStep { Item = "dot-vote" })).Refused);
        Assert.Null((await Lead(new ResetItem { Item = "dot-vote" })).Refused);
        Assert.True(await IsHidden("dot-vote"));
        Assert.Null((await Lead(new UndoAct((await hall.State()).Acts.Peek().Act))).Refused);
        Assert.False(await IsHidden("dot-vote"));

        await Lead(new OpenItem { Item = "ideas" });
        Assert.Null((await Lead(new ResetItem { Item = "ideas" })).Refused);
        Assert.False(await IsHidden("ideas"));
        await Lead(new HideStep { Item = "ideas" });
        Assert.Null((await Lead(new ResetItem { Item = "ideas" })).Refused);
        Assert.True(await IsHidden("ideas"));
    }

    /// <summary>What began open and was hidden by hand is hidden in the next round too, and to take the round back leaves it so.</summary>
    [Theory, MemberData(nameof(Paper.Kinds), MemberType = typeof(Paper))]
    public async Task A_new_round_hides_what_began_hidden_and_never_shows_what_is_hidden(string kind)
    {
        using var vote = await Hidden(Paper.Of(kind));
        var opened = (await vote.State()).Item("vote");
        Task<Receipt> Again() => vote.Send(new NewRound { Item = "vote" }, Role.Facilitator, Given.Facilitator);
        async Task<bool> IsHidden() => (await vote.State()).Stage.Steps["vote"].Hidden;
        await Again();
        Assert.True(await IsHidden());
        await vote.Send(new UndoAct((await vote.State()).Acts.Peek().Act), Role.Facilitator, Given.Facilitator);
        Assert.True(await IsHidden());
        await Show(vote, close: null);
        await Again();
        Assert.Equal(opened.Hidden, await IsHidden());
    }

    [Theory, MemberData(nameof(Paper.Kinds), MemberType = typeof(Paper))]
    public async Task A_secret_vote_is_counted_before_it_is_shown(string kind)
    {
        var paper = Paper.Of(kind);
        using var vote = await Hidden(paper, secret: true);
        for (var n = 1; n <= 6; n++) await vote.Cast(n, paper.Options[n % 2]);
        var before = await vote.State();
        foreach (var close in (bool?[])[null, true]) Assert.Equal("step.count-first", (await Show(vote, close, fine: false)).Refused?.Code);
        Assert.Equal(before.Number, (await vote.State()).Number);

        await vote.Count();
        await Show(vote, close: true);
        Assert.NotNull(vote.Dots[^1]);
    }

    /// <summary>The board says until when, so that nobody counts in vain.</summary>
    [Fact]
    public async Task Who_leads_knows_until_when_ballots_may_still_come()
    {
        using var vote = await Hidden(Paper.Dots, secret: true);
        await vote.Cast(1, "amber");
        DateTimeOffset? LateUntil(SessionState state) => Screens.Of(state, new Audience(Role.Facilitator)).Board!.Agenda.Single(row => row.Id == "vote").LateUntil;
        Assert.Null(LateUntil(await vote.State()));
        await vote.Send(new LockStep { Item = "vote" }, Role.Facilitator, Given.Facilitator);
        var closed = await vote.State();
        Assert.Equal(closed.Stage.Steps["vote"].ClosedAt + Guards.Grace, LateUntil(closed));
        Assert.Equal("step.still-arriving", (await vote.Send(new CountVotes("vote"), Role.Facilitator, Given.Facilitator, fine: false)).Refused?.Code);
        await vote.Send(new UnlockStep { Item = "vote" }, Role.Facilitator, Given.Facilitator);
        Assert.Null(LateUntil(await vote.State()));
        await vote.Count();
        Assert.Null(LateUntil(await vote.State()));
    }

    private static async Task<Vote> Hidden(Paper paper, bool secret = false)
    {
        var vote = new Vote(secret, paper);
        await vote.Open(people: 6);
        await vote.Send(new HideStep { Item = "vote" }, Role.Facilitator, Given.Facilitator);
        return vote;
    }

    private static Task<Receipt> Show(Vote vote, bool? close, bool fine = true) => vote.Send(new RevealStep(close) { Item = "vote" }, Role.Facilitator, Given.Facilitator, fine);
}
