using System.Text;
using Participation.LoadTests.Compare;

namespace Participation.Tests.LoadTests;

/// <summary>What the messages of each server mean to the client that compares them.</summary>
public sealed class DialectTests
{
    private static readonly SocketIoDialect SocketIo = new("phone-1.beef");
    private static readonly HubDialect Hub = new();

    [Fact]
    public void Socket_io_opens_and_the_client_answers_with_its_token() =>
        Assert.Equal("40{\"token\":\"phone-1.beef\"}", Encoding.UTF8.GetString(Heard(SocketIo, "0{\"sid\":\"x\",\"pingInterval\":25000}").Reply!));

    [Fact]
    public void Socket_io_pings_and_the_client_pongs() => Assert.Equal("3"u8.ToArray(), Heard(SocketIo, "2").Reply);

    [Theory]
    [InlineData("40{\"sid\":\"y\"}", "Joined")]
    [InlineData("42[\"show\",{\"from\":0,\"number\":1,\"patch\":[]}]", "Frame")]
    [InlineData("42[\"other\",{}]", "Nothing")]
    [InlineData("44{\"message\":\"seat.none\"}", "Farewell")]
    [InlineData("41", "Farewell")]
    [InlineData("6", "Nothing")]
    [InlineData("", "Nothing")]
    public void Socket_io_packets(string message, string meaning) => Assert.Equal(meaning, Heard(SocketIo, message).Meaning.ToString());

    [Fact]
    public void Socket_io_receipts_carry_the_number_of_the_idea_and_of_its_place()
    {
        Assert.Equal(new Heard(Meaning.Receipt, 17, 4), Heard(SocketIo, "4317[{\"number\":4}]"));
        Assert.Equal(Meaning.Refusal, Heard(SocketIo, "4317[{\"refused\":\"text.length\"}]").Meaning);
    }

    [Fact]
    public void Socket_io_is_given_an_idea_as_an_event_that_asks_for_a_receipt()
    {
        var sent = Encoding.UTF8.GetString(SocketIo.Give(17, "trees"));
        Assert.StartsWith("4217[\"give\",{\"command\":\"", sent, StringComparison.Ordinal);
        Assert.EndsWith("\"text\":\"trees\"}]", sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "Nothing")]
    [InlineData("{\"type\":6}", "Nothing")]
    [InlineData("{\"type\":7}", "Farewell")]
    [InlineData("{\"type\":1,\"target\":\"Show\",\"arguments\":[{\"from\":1,\"number\":2,\"patch\":[]}]}", "Frame")]
    [InlineData("{\"type\":1,\"target\":\"Mine\",\"arguments\":[{}]}", "Nothing")]
    [InlineData("{\"type\":3,\"invocationId\":\"0\",\"result\":{\"number\":9}}", "Joined")]
    [InlineData("{\"type\":3,\"invocationId\":\"0\",\"error\":\"seat.none\"}", "Farewell")]
    public void Hub_messages(string message, string meaning) => Assert.Equal(meaning, Heard(Hub, message).Meaning.ToString());

    [Fact]
    public void Hub_receipts_carry_the_number_of_the_idea_and_of_its_place()
    {
        Assert.Equal(new Heard(Meaning.Receipt, 17, 4), Heard(Hub, "{\"type\":3,\"invocationId\":\"18\",\"result\":{\"number\":4}}"));
        Assert.Equal(Meaning.Refusal, Heard(Hub, "{\"type\":3,\"invocationId\":\"18\",\"result\":{\"number\":0,\"refused\":{\"code\":\"x\"}}}").Meaning);
    }

    [Theory]
    [InlineData(5, 2)]
    [InlineData(125, 2)]
    [InlineData(126, 4)]
    [InlineData(65_535, 4)]
    [InlineData(65_536, 10)]
    public void A_frame_of_the_bare_stream_has_the_header_that_its_length_asks_for(int length, int header)
    {
        var frame = RawServer.Framed(new byte[length]);
        Assert.Equal(header + length, frame.Length);
        Assert.Equal(0x81, frame[0]);
        Assert.Equal(header switch { 2 => length, 4 => 126, _ => 127 }, frame[1]);
    }

    private static Heard Heard(Dialect dialect, string message) => dialect.Read(Encoding.UTF8.GetBytes(message));
}
