using System.Text;

namespace Participation.LoadTests.Chaos.Network;

/// <summary>What a hotel's or a train's network answers, before one has accepted its conditions, instead of the server that was asked.</summary>
internal sealed record Portal(string Name, byte[] Answer)
{
    private const string Page = "<!doctype html><title>Free Wi-Fi</title><h1>Please accept our conditions</h1>";

    public static readonly IReadOnlyList<Portal> All =
    [
        new("200 text/html", Http($"200 OK\r\nContent-Type: text/html\r\nContent-Length: {Page.Length}\r\nConnection: close\r\n\r\n{Page}")),
        new("302", Http("302 Found\r\nLocation: http://portal.invalid/accept\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")),
        new("511", Http($"511 Network Authentication Required\r\nContent-Type: text/html\r\nContent-Length: {Page.Length}\r\nConnection: close\r\n\r\n{Page}")),
        new("half a 101", Http("101 Switching Protocols\r\nUpgrade: websocket\r\nConnec")),
    ];

    private static byte[] Http(string answer) => Encoding.ASCII.GetBytes($"HTTP/1.1 {answer}");
}
