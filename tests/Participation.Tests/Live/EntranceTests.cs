using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Participation.Server.Accounts;
using Participation.Sessions;

namespace Participation.Tests.Live;

/// <summary>Who gets in, by the locks of a session's entrance, and how a flood gets out again.</summary>
public sealed class EntranceTests
{
    [Fact]
    public async Task A_ticket_is_good_for_one_seat_and_one_that_was_not_issued_for_none()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await facilitator.Done("session.issue-tickets", new { count = 1 });
        var keys = house.Services.GetRequiredService<ServerKey>();
        Assert.Null(Code(await Join(house, keys.TicketKey(house.Session, 1))));
        Assert.Equal("join.ticket-used", Code(await Join(house, keys.TicketKey(house.Session, 1))));
        Assert.Equal("join.ticket-void", Code(await Join(house, keys.TicketKey(house.Session, 2))));
        Assert.Single((await house.State()).Participants);
    }

    [Fact]
    public async Task Through_a_locked_entrance_nobody_new_comes()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await facilitator.Done("session.lock");
        Assert.Equal("join.locked", Code(await Join(house)));
        await facilitator.Done("session.unlock");
        Assert.Null(Code(await Join(house)));
    }

    [Fact]
    public async Task A_flood_goes_by_one_act_and_comes_back_when_that_is_taken_back()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        Assert.Null(Code(await Join(house)));
        house.Clock.Pass(TimeSpan.FromMinutes(20));
        for (var bot = 0; bot < 5; bot++) Assert.Null(Code(await Join(house)));
        await facilitator.Done("session.remove-flood", new { minutes = 5 });
        Assert.Equal(5, (await house.State()).Stage.Removed.Count);
        await facilitator.Done("session.undo", new { act = (await house.State()).Acts.Peek().Act });
        Assert.Empty((await house.State()).Stage.Removed);
    }

    private static Task<(HttpStatusCode Status, JsonNode? Body)> Join(House house, string? key = null) =>
        house.Browser().Join(key is null ? new { code = house.Code, command = Guid.NewGuid(), consent = true } : new { key, command = Guid.NewGuid(), consent = true });

    private static string? Code((HttpStatusCode Status, JsonNode? Body) answer) => answer.Body?["code"]?.GetValue<string>();
}
