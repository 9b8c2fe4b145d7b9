using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Participation.Journal;
using Participation.LoadTests.Hub;

namespace Participation.LoadTests.Compare;

/// <summary>Socket.IO 4 (Engine.IO 4) over a WebSocket: the first digit is the transport's packet, the second Socket.IO's.</summary>
/// <param name="token">What the server lets in.</param>
internal sealed class SocketIoDialect(string token) : Dialect
{
    public override Heard Read(ReadOnlySpan<byte> message)
    {
        if (message.Length == 0) return new(Meaning.Nothing);
        if (message[0] == (byte)'0') return new(Meaning.Nothing, Reply: Encoding.UTF8.GetBytes($"40{JsonSerializer.Serialize(new { token })}"));
        if (message[0] == (byte)'2') return new(Meaning.Nothing, Reply: "3"u8.ToArray());
        if (message[0] == (byte)'1') return new(Meaning.Farewell);
        if (message[0] != (byte)'4' || message.Length < 2) return new(Meaning.Nothing);
        return (char)message[1] switch
        {
            '0' => new(Meaning.Joined),
            '1' or '4' => new(Meaning.Farewell),
            '2' when message[2..].StartsWith("[\"show\""u8) => new(Meaning.Frame),
            '3' when Utf8Parser.TryParse(message[2..], out int idea, out _) =>
                new(message.IndexOf("\"refused\":"u8) >= 0 ? Meaning.Refusal : Meaning.Receipt, idea, Glance.After(message, "\"number\":"u8) ?? 0),
            _ => new(Meaning.Nothing),
        };
    }

    public override byte[] Give(int idea, string text) =>
        Encoding.UTF8.GetBytes($"42{idea}{JsonSerializer.Serialize(new object[] { "give", new { command = Guid.CreateVersion7(), text } }, Json.Options)}");
}
