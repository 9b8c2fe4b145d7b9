using System.Net;
using Participation.Sessions;

namespace Participation.Tests.Live;

/// <summary>What somebody tried on a running server, and does not get any more.</summary>
public sealed class AttackTests
{
    [Fact]
    public async Task Whoever_has_the_session_file_gets_nobodys_seat()
    {
        await using var house = await House.Built();
        await using var phone = await house.Joined();
        foreach (var entry in await house.Entries())
        {
            var (_, seat) = await house.Browser().Join(new { code = house.Code, command = entry.Command, consent = true });
            Assert.NotEqual(phone.Id.ToString(), seat?["participant"]?.GetValue<string>());
        }
    }

    [Fact]
    public async Task A_command_or_a_seat_without_an_id_of_its_own_is_malformed()
    {
        await using var house = await House.Built();
        await using var phone = await house.Joined();
        var (status, _) = await house.Browser().Join(new { code = house.Code, command = Guid.Empty, consent = true });
        Assert.Equal(HttpStatusCode.BadRequest, status);
        var answer = await phone.Call("Send", """[{"command":"00000000-0000-0000-0000-000000000000","name":"ideas.give","item":"ideas","data":{"text":"a"}}]""");
        Assert.Equal("command.malformed", answer!["refused"]!["code"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("agree,disagree")]
    [InlineData("AGREE")]
    [InlineData(" agree ")]
    [InlineData("disagree,pass")]
    [InlineData("1")]
    public async Task A_vote_is_one_of_its_words_and_nothing_like_it(string vote)
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var phone = await house.Joined();
        await facilitator.Done("session.open-item", item: "opinions");
        var statement = (await house.State()).Gives("opinions").First().Id;

        Assert.Equal("command.malformed", await phone.Refused("opinions.vote", new { statement, vote }, "opinions"));
        await phone.Done("opinions.vote", new { statement, vote = "agree" }, "opinions");
    }

    [Fact]
    public async Task Nobody_votes_late_on_results_that_they_have_seen()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var phone = await house.Joined();
        await facilitator.Done("session.open-item", item: "dot-vote");
        await facilitator.Done("step.lock", item: "dot-vote");
        await phone.Done("dot-vote.cast", new { dots = new Dictionary<string, int> { ["a"] = 1 } }, "dot-vote");
        await facilitator.Done("step.reveal", item: "dot-vote");

        Assert.Equal("step.closed", await phone.Refused("dot-vote.cast", new { dots = new Dictionary<string, int> { ["a"] = 2 } }, "dot-vote"));
    }

    [Fact]
    public async Task In_the_silent_phase_nobody_learns_that_somebody_else_wrote_the_same()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var anna = await house.Joined();
        await using var bruno = await house.Joined();
        await facilitator.Done("session.open-item", item: "ideas");
        await facilitator.Done("step.hide", item: "ideas");
        await anna.Done("ideas.give", new { text = "One ticket for all" }, "ideas");
        await bruno.Done("ideas.give", new { text = "one ticket, for all!" }, "ideas");

        // The second comes after all that the first could bring along.
        await bruno.Done("ideas.give", new { text = "And shade" }, "ideas");
        await bruno.Until(screen => screen.Mine["activity"]["cards"].Count == 2, "one's own cards");
        Assert.All(bruno.Mine!["activity"]!["cards"]!.AsArray(), card => Assert.Null(card!["near"]));
        Assert.DoesNotContain("\"near\"", (await bruno.Browser.Get($"/api/mine/{house.Session}")).Body!.ToJsonString(), StringComparison.Ordinal);
        await facilitator.Done("step.reveal", item: "ideas");
        await bruno.Until(screen => screen.Mine["activity"]["cards"][0]["near"].IsThere, "what it resembles, now that all is open");
    }
}
