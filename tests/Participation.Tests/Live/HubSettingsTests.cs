using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Participation.Server.Lines;
using Participation.Server.Live;

namespace Participation.Tests.Live;

/// <summary>What bounds a stalled, slow or greedy peer is set as it was measured, and loosened by nobody in silence.</summary>
public sealed class HubSettingsTests
{
    [Fact]
    public async Task The_hub_keeps_its_bounds()
    {
        await using var house = await House.Built();
        var hub = house.Services.GetRequiredService<IOptions<HubOptions>>().Value;
        Assert.Equal((TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(10)), (hub.KeepAliveInterval, hub.ClientTimeoutInterval, hub.HandshakeTimeout));
        Assert.Equal((32 * 1024, 1, 10), (hub.MaximumReceiveMessageSize, hub.MaximumParallelInvocationsPerClient, hub.StreamBufferCapacity));
        Assert.NotEqual(true, hub.EnableDetailedErrors);
        // What is set for one hub alone would count instead.
        var own = house.Services.GetRequiredService<IOptions<HubOptions<LiveHub>>>().Value;
        Assert.Equal((null, null, null), (own.KeepAliveInterval, own.ClientTimeoutInterval, own.HandshakeTimeout));
    }

    [Fact]
    public async Task The_transports_keep_theirs()
    {
        await using var house = await House.Built();
        var endpoints = house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<HubMetadata>() is not null).ToList();
        Assert.NotEmpty(endpoints);
        foreach (var transport in endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<HttpConnectionDispatcherOptions>()))
        {
            Assert.NotNull(transport);
            Assert.Equal(HttpTransportType.WebSockets | HttpTransportType.LongPolling, transport.Transports);
            Assert.Equal((false, TimeSpan.FromSeconds(5)), (transport.AllowStatefulReconnects, transport.TransportSendTimeout));
            Assert.Equal((64 * 1024, 32 * 1024), (transport.TransportMaxBufferSize, transport.ApplicationMaxBufferSize));
        }
    }

    [Theory, InlineData(15_000), InlineData(100)]
    public async Task The_listener_keeps_its_own(int screens)
    {
        await using var house = await House.Built("http://127.0.0.1:0", screens == 15_000 ? [] : ["--Screens", $"{screens}"]);
        var kestrel = house.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value;
        var room = Capacity.Of(screens, OpenFiles.Limit);
        Assert.Equal(room, house.Services.GetRequiredService<Capacity>());
        // Connections are counted where they come in: Kestrel's own limit would come too late.
        Assert.Equal((room.Screens, null), (kestrel.Limits.MaxConcurrentUpgradedConnections, kestrel.Limits.MaxConcurrentConnections));
        // Over HTTP/2 each connection is many requests, and each may be left unread.
        Assert.Equal(16, kestrel.Limits.Http2.MaxStreamsPerConnection);
        Assert.IsType<LineFactory>(house.Services.GetServices<IConnectionListenerFactory>().Last());
        Assert.Equal((1024 * 1024, TimeSpan.FromSeconds(10), false), (kestrel.Limits.MaxRequestBodySize, kestrel.Limits.RequestHeadersTimeout, kestrel.AddServerHeader));
    }

    [Fact]
    public async Task Server_sent_events_are_neither_offered_nor_given()
    {
        await using var house = await House.Built();
        await using var phone = await house.Joined();
        var (_, offered) = await phone.Browser.Post($"/live/negotiate?session={house.Session}&role=participant&negotiateVersion=1", new { });
        Assert.Equal(["WebSockets", "LongPolling"], offered!["availableTransports"]!.AsArray().Select(transport => transport!["transport"]!.GetValue<string>()));
        var events = new HttpRequestMessage(HttpMethod.Get, new Uri(house.Address, $"/live?id={Uri.EscapeDataString(offered["connectionToken"]!.GetValue<string>())}&session={house.Session}&role=participant"));
        events.Headers.Accept.ParseAdd("text/event-stream");
        Assert.Equal(HttpStatusCode.NotFound, (await phone.Browser.Ask(events)).Status);
    }
}
