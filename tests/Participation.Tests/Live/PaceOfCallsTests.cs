using System.Text.Json.Nodes;
using Participation.Server.Live;
using Participation.Sessions;

namespace Participation.Tests.Live;

/// <summary>Nobody floods a room: over the limit the answer is to send again later, and nobody else notices.</summary>
public sealed class PaceOfCallsTests
{
    /// <summary>What comes free again comes in hours: a slow machine changes nothing.</summary>
    private static readonly CallLimits Slow = new(new(0.01, 20), new(0.01, 60), new(0.001, 5));

    [Fact]
    public async Task Over_the_limit_the_answer_is_later_and_nothing_is_lost_or_cut_off()
    {
        await using var house = await House.Built(Slow);
        await using var facilitator = await house.Entered(Role.Facilitator);
        await facilitator.Done("session.start");
        await facilitator.Done("session.open-item", item: "ideas");
        await using var phone = await house.Joined();
        await using var neighbour = await house.Joined();
        var commands = Enumerable.Range(0, 60).Select(_ => Guid.NewGuid()).ToList();

        var answers = new List<JsonNode>();
        foreach (var command in commands) answers.Add(await phone.Send("ideas.give", new { text = $"Idea {command}" }, "ideas", command: command));
        var refused = answers.Where(answer => answer["refused"] is not null).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, answer =>
        {
            Assert.Equal("command.too-fast", answer["refused"]!["code"]!.GetValue<string>());
            Assert.True(answer["refused"]!["retry"]!.GetValue<bool>());
        });
        await neighbour.Done("ideas.give", new { text = "The neighbour's" }, "ideas");

        // What the outbox does: the same commands until each has its receipt.
        foreach (var command in commands)
        {
            var tries = 0;
            for (; (await phone.Send("ideas.give", new { text = $"Idea {command}" }, "ideas", command: command))["refused"] is { } refusal; tries++)
            {
                Assert.True(tries < 3, refusal.ToJsonString());
                house.Clock.Pass(TimeSpan.FromHours(1));
            }
        }
        Assert.Equal(61, (await house.State()).Given["ideas"]);
    }

    [Fact]
    public async Task More_connections_are_no_more_air_and_to_come_back_is_none_either()
    {
        await using var house = await House.Built(Slow);
        await using var phone = await house.Joined();
        var taken = 0;
        for (var connection = 0; connection < 6; connection++)
        {
            await using var again = await phone.Browser.Connect(Role.Participant, join: false);
            for (var call = 0; call < 10; call++)
                if ((await again.Send("ideas.give", new { text = "x" }, "no-such-item"))["refused"]!["code"]!.GetValue<string>() != "command.too-fast") taken++;
        }
        Assert.InRange(taken, 10, 20);
    }

    [Fact]
    public async Task To_join_is_dearer_and_the_connection_stays()
    {
        await using var house = await House.Built(Slow);
        await using var phone = await house.Joined();
        for (var n = 0; n < 4; n++) await phone.Join();
        Assert.Contains("command.too-fast", (await Assert.ThrowsAsync<HubError>(phone.Join)).Message);
        house.Clock.Pass(TimeSpan.FromHours(1));
        await phone.Join();
    }

    [Fact]
    public void A_bucket_is_forgotten_when_it_is_full_again()
    {
        var clock = new Clock();
        var buckets = new CallBuckets(TimeSpan.FromSeconds(4), clock);
        for (var who = 0; who < 1000; who++) Assert.True(buckets.Of(Guid.Empty, Given.Id(who), new(5, 20)).Take());
        Assert.Equal(1000, buckets.Count);
        clock.Pass(TimeSpan.FromSeconds(5));
        Assert.Same(buckets.Of(Guid.Empty, Given.Id(1), new(5, 20)), buckets.Of(Guid.Empty, Given.Id(1), new(5, 20)));
        clock.Pass(TimeSpan.FromSeconds(9));
        buckets.Of(Guid.Empty, Given.Id(1), new(5, 20));
        Assert.Equal(1, buckets.Count);
    }

    [Fact]
    public void Who_writes_for_many_has_more_air()
    {
        Assert.Equal((5, 20, 20, 60), (CallLimits.Usual.Phone.PerSecond, CallLimits.Usual.Phone.Burst, CallLimits.Usual.Desk.PerSecond, CallLimits.Usual.Desk.Burst));
        Assert.Equal(new Rate(10, 40), CallLimits.Of(10).Phone);
    }
}
