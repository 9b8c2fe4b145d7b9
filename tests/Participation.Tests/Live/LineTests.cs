using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
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

    /// <summary>Seats of an open session cost nothing: what they hold idle open is not more than what nobody holds.</summary>
    [Fact]
    public async Task Idle_connections_of_a_few_seats_shut_out_nobody()
    {
        await using var house = await House.Built("http://127.0.0.1:0", "--Screens", "30");
        var (book, held) = (house.Services.GetRequiredService<LineBook>(), new List<Socket>());
        foreach (var taken in new[] { house.Browser(), house.Browser(), house.Browser(), house.Browser() })
        {
            await taken.Join(new { code = house.Code, command = Guid.NewGuid(), consent = true, language = "en" });
            for (var n = 0; n < 25; n++)
            {
                held.Add(new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
                await Held(house, held[^1], $"GET /healthz HTTP/1.1\r\nHost: {house.Address.Authority}\r\nCookie: {taken.Cookies.GetCookieHeader(house.Address)}\r\n\r\n");
            }
        }
        Assert.InRange(book.Open, book.Capacity.Connections - 10, book.Capacity.Brim);
        await using var phone = await Late(house, most: 20);
        var host = await house.Host();
        Assert.Equal(HttpStatusCode.OK, (await host.Get("/api/sessions")).Status);
        await phone.Join();
        foreach (var one in held) one.Dispose();
    }

    [Fact]
    public async Task Who_was_removed_and_whose_session_is_closed_holds_no_connection_for_good()
    {
        await using var house = await House.Built();
        var book = house.Services.GetRequiredService<LineBook>();
        Task Holds(int lines) => Patience.Until(() => book.Sure == lines, () => $"{book.Sure} are held for good, not {lines}");
        await using var leads = await house.Entered(Role.Facilitator);
        await using var one = await house.Joined();
        await using var other = await house.Joined();
        await Holds(2);
        // The phone lets go when it is told; what it holds besides does not.
        using var besides = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await Held(house, besides, $"GET /healthz HTTP/1.1\r\nHost: {house.Address.Authority}\r\nCookie: {one.Cookies.GetCookieHeader(house.Address)}\r\n\r\n");
        await Holds(3);
        await leads.Done("session.remove", new { participant = one.Id });
        await Holds(1);
        await leads.Done("session.close");
        await Holds(0);
        await leads.Done("session.undo", new { act = (await house.State()).Acts.Peek().Act });
        await Holds(1);
        // After a start nothing was committed yet: it is looked up.
        await leads.Done("session.close");
        await house.Restart();
        book = house.Services.GetRequiredService<LineBook>();
        await using var back = await other.Browser.Connect(Role.Participant);
        await Holds(0);
        await back.Join();
    }

    [Fact]
    public async Task Who_is_cut_off_while_their_request_is_read_is_no_fault_of_the_server()
    {
        await using var house = await House.Built("http://127.0.0.1:0", services => services.AddSingleton<IStartupFilter>(new CutBodies()));
        await Assert.ThrowsAsync<HttpRequestException>(() => house.Browser().Join(new { code = house.Code, command = Guid.NewGuid(), consent = true, language = "en" }));
        Assert.Equal([], house.Log.Errors);
    }

    /// <summary>Of each request that is written the line is gone when it is read, and nothing has said so yet.</summary>
    private sealed class CutBodies : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, go) =>
            {
                if (HttpMethods.IsPost(http.Request.Method)) http.Request.Body = new Cut();
                return go(http);
            });
            next(app);
        };
    }

    private sealed class Cut : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new ConnectionAbortedException("cut");
    }

    /// <summary>Asks and reads what comes; who is cut off has nothing to read.</summary>
    private static async Task Held(House house, Socket socket, string asked)
    {
        try
        {
            await socket.ConnectAsync(house.Address.Host, house.Address.Port, TestContext.Current.CancellationToken);
            await socket.SendAsync(System.Text.Encoding.ASCII.GetBytes(asked), TestContext.Current.CancellationToken);
            await socket.ReceiveAsync(new byte[4096], TestContext.Current.CancellationToken);
        }
        catch (SocketException)
        {
            // Cut off: others came.
        }
    }

    /// <summary>A page that is cut off before it could ask for anything asks again, as browsers do.</summary>
    private static async Task<Screen> Late(House house, int most = int.MaxValue)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await house.Joined();
            }
            catch (Exception e) when (tried < most && (e is HttpRequestException or System.Net.WebSockets.WebSocketException))
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
