using System.Text.Json;
using Participation.Journal;
using Participation.LoadTests.House;
using Participation.LoadTests.Hub;

namespace Participation.LoadTests.Compare;

/// <summary>The product's: SignalR's JSON protocol, as its protocol page tells it.</summary>
internal sealed class HubDialect : Dialect
{
    /// <summary>The invocation id of Join; ideas have their own number plus one.</summary>
    private const int Join = 0;

    public override byte? End => 0x1E;

    public override byte[] Greeting => "{\"protocol\":\"json\",\"version\":1}\u001e{\"type\":1,\"invocationId\":\"0\",\"target\":\"Join\",\"arguments\":[]}\u001e"u8.ToArray();

    public override byte[] SignOfLife => "{\"type\":6}\u001e"u8.ToArray();

    public override Heard Read(ReadOnlySpan<byte> message) => Glance.Type(message) switch
    {
        1 when message.IndexOf("\"target\":\"Show\""u8) >= 0 => new(Meaning.Frame),
        1 when message.IndexOf("\"target\":\"Bye\""u8) >= 0 => new(Meaning.Farewell),
        3 when message.IndexOf("\"error\":"u8) >= 0 => new(Meaning.Farewell),
        3 when Glance.Invocation(message) is { } id => id == Join
            ? new(Meaning.Joined)
            : new(message.IndexOf("\"refused\":"u8) >= 0 ? Meaning.Refusal : Meaning.Receipt, (int)id - 1, Glance.After(message, "\"number\":"u8) ?? 0),
        7 => new(Meaning.Farewell),
        _ => new(Meaning.Nothing),
    };

    public override byte[] Give(int idea, string text)
    {
        var sent = new { command = Guid.CreateVersion7(), name = "contribution.write", item = WorkshopFolder.Item, data = new { texts = new { text } } };
        return [.. JsonSerializer.SerializeToUtf8Bytes(new { type = 1, invocationId = $"{idea + 1}", target = "Send", arguments = new[] { sent } }, Json.Options), 0x1E];
    }
}
