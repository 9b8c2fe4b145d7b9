using Microsoft.Extensions.DependencyInjection;
using Participation.Server.Live;
using Participation.Sessions;

namespace Participation.Tests.Live;

/// <summary>A line is for those who sit: who connects without a seat is let go.</summary>
public sealed class SeatlessTests
{
    [Fact]
    public async Task Who_takes_no_seat_in_twenty_seconds_is_let_go_and_who_sits_stays_whether_they_joined_or_not()
    {
        await using var house = await House.Built();
        await using var phone = await house.Joined();
        await using var silent = await phone.Browser.Connect(Role.Participant, join: false);
        await using var nobody = await house.Browser().Connect(Role.Participant, join: false);
        await using var asking = await house.Browser().Connect(Role.Facilitator, join: false);
        var seatless = house.Services.GetRequiredService<Seatless>();

        // They have arrived when they are answered.
        foreach (var screen in new[] { nobody, asking }) await Assert.ThrowsAsync<HubError>(screen.Join);
        house.Clock.Pass(Seatless.Patience - TimeSpan.FromSeconds(1));
        seatless.EndOld();
        // An answer, though a refusal, came over a line that stands; asking again gives no more time.
        foreach (var screen in new[] { nobody, asking }) Assert.Contains("seat.none", (await Assert.ThrowsAsync<HubError>(screen.Join)).Message, StringComparison.Ordinal);

        house.Clock.Pass(TimeSpan.FromSeconds(1));
        seatless.EndOld();
        foreach (var screen in new[] { nobody, asking }) await screen.Closed;
        Assert.False(phone.Ended.IsCompleted || silent.Ended.IsCompleted);
        await silent.Join();
        await phone.Join();
    }

    [Fact]
    public async Task Who_asks_on_without_a_seat_is_let_go_at_the_tenth_time()
    {
        await using var house = await House.Built(CallLimits.Usual);
        await using var nobody = await house.Browser().Connect(Role.Participant, join: false);
        for (var n = 1; n < CallLimits.Usual.SeatlessCalls; n++) Assert.Contains("seat.none", (await Assert.ThrowsAsync<HubError>(nobody.Join)).Message, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<Exception>(nobody.Join);
        await nobody.Ended.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal([], house.Log.Errors);
    }
}
