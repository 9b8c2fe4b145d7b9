using System.Text;
using Participation.LoadTests.Hub;

namespace Participation.Tests.LoadTests;

/// <summary>Bytes from a WebSocket become messages, however the network and the server cut them.</summary>
public sealed class InboxTests : IDisposable
{
    private readonly List<string> heard = [];
    private readonly Inbox inbox;
    private int pings;

    public InboxTests() => inbox = new Inbox { Pinged = () => pings++ };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void Messages_come_whole_and_in_order_whatever_the_pieces(int piece)
    {
        var texts = new[] { "a", new string('b', 125), new string('c', 126), new string('d', 30_000), new string('e', 70_000), "{}" };
        Assert.True(Arrive([.. texts.SelectMany(text => Frame(1, $"{text}\u001e"))], piece));
        Assert.Equal(texts, heard);
        Assert.Equal(texts.Sum(text => text.Length + 1), inbox.Bytes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public void A_message_in_several_frames_is_one_and_a_frame_with_several_messages_is_several(int piece)
    {
        Arrive([.. Frame(1, "on", last: false), .. Frame(0, "e,", last: false), .. Frame(0, "two\u001ethree\u001efo"), .. Frame(1, "ur\u001e")], piece);
        Assert.Equal(["one,two", "three", "four"], heard);
    }

    [Fact]
    public void A_ping_between_is_told_and_breaks_no_message()
    {
        Arrive([.. Frame(1, "one ", last: false), .. Frame(9, ""), .. Frame(0, "message\u001e")], 3);
        Assert.Equal((1, "one message"), (pings, Assert.Single(heard)));
    }

    [Fact]
    public void A_close_ends_it_and_what_follows_is_not_read()
    {
        Assert.False(Arrive([.. Frame(1, "last\u001e"), .. Frame(8, ""), .. Frame(1, "more\u001e")], 1000));
        Assert.Equal("last", Assert.Single(heard));
    }

    public void Dispose() => inbox.Dispose();

    private bool Arrive(byte[] bytes, int piece)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var count = Math.Min(Math.Min(piece, inbox.Free.Length), bytes.Length - at);
            Assert.True(count > 0);
            bytes.AsMemory(at, count).CopyTo(inbox.Free);
            if (!inbox.Take(count, message => heard.Add(Encoding.UTF8.GetString(message)))) return false;
            at += count;
        }
        return true;
    }

    private static byte[] Frame(int opcode, string text, bool last = true)
    {
        var payload = Encoding.UTF8.GetBytes(text);
        byte[] length = payload.Length switch
        {
            < 126 => [(byte)payload.Length],
            < 65_536 => [126, (byte)(payload.Length >> 8), (byte)payload.Length],
            _ => [127, 0, 0, 0, 0, (byte)(payload.Length >> 24), (byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length],
        };
        return [(byte)((last ? 0x80 : 0) | opcode), .. length, .. payload];
    }
}
