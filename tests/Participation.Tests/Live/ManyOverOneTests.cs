using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Participation.Server.Lines;

namespace Participation.Tests.Live;

/// <summary>Over HTTP/2 many screens come over one connection, and each of them counts.</summary>
public sealed class ManyOverOneTests
{
    [Fact]
    public async Task Screens_of_one_connection_are_counted_one_by_one()
    {
        var folder = Directory.CreateTempSubdirectory("participation-many-");
        try
        {
            var file = Path.Combine(folder.FullName, "server.pfx");
            using (var key = RSA.Create(2048))
            using (var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1)))
                await File.WriteAllBytesAsync(file, made.Export(X509ContentType.Pfx, "secret"), TestContext.Current.CancellationToken);
            await using var house = await House.Built("https://127.0.0.1:0", "--Kestrel:Certificates:Default:Path", file, "--Kestrel:Certificates:Default:Password", "secret", "--Screens", "3");
            var browser = house.Browser();
            await browser.Join(new { code = house.Code, command = Guid.NewGuid(), consent = true, language = "en" });
            using var handler = new SocketsHttpHandler { UseCookies = false };
            handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.Subject == "CN=localhost";
            using var one = new HttpMessageInvoker(handler);
            var open = new List<ClientWebSocket>();
            for (var n = 0; n < 3; n++) open.Add(await Screen(house, browser.Cookies, one));
            var places = house.Services.GetRequiredService<Places>();
            Assert.Equal(3, places.Taken);
            await Assert.ThrowsAsync<WebSocketException>(() => Screen(house, browser.Cookies, one));
            open[0].Abort();
            await Patience.Until(() => places.Taken == 2, () => $"{places.Taken} are taken, not 2");
            open.Add(await Screen(house, browser.Cookies, one));
            foreach (var screen in open) screen.Dispose();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<ClientWebSocket> Screen(House house, CookieContainer cookies, HttpMessageInvoker over)
    {
        var socket = new ClientWebSocket();
        (socket.Options.HttpVersion, socket.Options.HttpVersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
        socket.Options.SetRequestHeader("Cookie", cookies.GetCookieHeader(house.Address));
        socket.Options.SetRequestHeader("Origin", house.Address.GetLeftPart(UriPartial.Authority));
        await socket.ConnectAsync(new UriBuilder(house.Address) { Scheme = "wss", Path = "/live", Query = $"session={house.Session}&role=participant" }.Uri, over, TestContext.Current.CancellationToken);
        return socket;
    }
}
