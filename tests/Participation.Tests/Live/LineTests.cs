using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Participation.Server.Lines;
using Participation.Sessions;

namespace Participation.Tests.Live;

/// <summary>The real listener: silent connections keep nobody out who has a seat or comes for one.</summary>
public sealed class LineTests
{
    [Fact]
    public async Task Beside_many_silent_connections_from_the_same_address_who_sits_stays_and_who_comes_gets_in()
    {
        await using var house = await House.Built("http://127.0.0.1:0", "--Screens", "30");
        await using var phone = await house.Joined();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var silent = Enumerable.Range(0, 200).Select(_ => Silent(house, over.Token)).ToList();
        for (var n = 0; n < 10; n++)
        {
            await using var late = await Late(house);
            await late.Join();
        }
        await phone.Join();
        Assert.False(phone.Ended.IsCompleted);
        var host = await house.Host();
        var room = (await host.Get("/api/health")).Body!["room"]!;
        Assert.Equal((30, 60), (room["screens"]!.GetValue<int>(), room["connections"]!.GetValue<int>()));
        Assert.InRange(room["open"]!.GetValue<int>(), 1, house.Services.GetRequiredService<Capacity>().Brim + 5);
        Assert.InRange(room["ended"]!.GetValue<int>(), 100, int.MaxValue);
        await over.CancelAsync();
        await Task.WhenAll(silent);
        Assert.Equal([], house.Log.Errors);
    }

    [Fact]
    public async Task Live_connections_without_a_seat_are_few_and_take_none_from_who_has_one()
    {
        await using var house = await House.Built("http://127.0.0.1:0", "--Screens", "40");
        await using var phone = await house.Joined();
        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < 40; n++) answers.Add((await house.Browser().Post($"/live/negotiate?session={house.Session}&role=participant&negotiateVersion=1", new { })).Status);
        // A quarter of the screens, and half of that from one address; then as many as come free again meanwhile.
        Assert.InRange(answers.Count(status => status == HttpStatusCode.OK), 5, 30);
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        for (var n = 0; n < 20; n++) Assert.Equal(HttpStatusCode.OK, (await phone.Browser.Post($"/live/negotiate?session={house.Session}&role=participant&negotiateVersion=1", new { })).Status);
        await using var again = await phone.Browser.Connect(Role.Participant);
    }

    /// <summary>A page that is cut off before it could ask for anything asks again, as browsers do.</summary>
    private static async Task<Screen> Late(House house)
    {
        while (true)
        {
            try
            {
                return await house.Joined();
            }
            catch (Exception e) when (e is HttpRequestException or System.Net.WebSockets.WebSocketException)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
    }

    /// <summary>Opens, says nothing, and opens again when it was cut off.</summary>
    private static async Task Silent(House house, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(house.Address.Host, house.Address.Port, over);
                await socket.ReceiveAsync(new byte[1], over);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                // Cut off, or it is over.
            }
            if (!over.IsCancellationRequested) await Task.Delay(200, CancellationToken.None);
        }
    }
}
