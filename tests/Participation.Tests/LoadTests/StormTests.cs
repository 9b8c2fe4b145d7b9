using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Participation.LoadTests;
using Participation.LoadTests.Chaos;
using Participation.LoadTests.Chaos.Storms;
using Participation.LoadTests.Figures;
using Participation.LoadTests.House;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;

namespace Participation.Tests.LoadTests;

/// <summary>A room on a bad network, on the real server; and the judge is believed only because each fault put into it on purpose is found.</summary>
public sealed partial class StormTests
{
    [Fact]
    public async Task A_storm_over_the_room_loses_nothing_doubles_nothing_and_leaves_every_screen_with_the_same_truth()
    {
        var run = await Storm(seconds: 8);
        Assert.Equal("", string.Join('\n', run.Remarks));
        Assert.True(Of(run, "acknowledged") > 5);
        Assert.True(Of(run, "connections lost") >= 26);
    }

    [Fact]
    public async Task A_server_that_forgets_what_it_has_received_already_is_found()
    {
        var run = await Storm(Forgetful());
        Assert.True(Of(run, "double or made up") > 0);
    }

    [Fact]
    public async Task A_view_and_an_answer_that_were_altered_on_their_way_are_found()
    {
        var run = await Storm((up, bytes) => up ? bytes : Replace(Replace(bytes, "\"joined\":10", "\"joined\":11"), "\"result\":{\"number\":1", "\"result\":{\"number\":9"));
        Assert.True(Of(run, "screens that differ") > 0);
        Assert.True(Of(run, "lost") > 0);
    }

    [Fact]
    public async Task A_phone_that_takes_what_it_sent_for_received_is_found()
    {
        var ledger = new Ledger();
        await using var room = await Room.Open(new Arguments([]), ledger, "Careless", "en", place => WorkshopFolder.WriteIdeas(place, "Careless"));
        await using var phone = await room.Admit(follows: false);
        phone.Cut();
        var intent = ledger.Intend(phone.Follower.You, new Sent(Guid.CreateVersion7(), "contribution.write", new { texts = new { text = "Sent is not received" } }, WorkshopFolder.Item));
        intent.Answer = new Answer(7, null);
        var session = Exported.Read(await room.Doors.Fetch($"/report/{room.Session}.json", room.Host));
        Assert.Equal(1, ledger.Judge(session.Entries).Lost);
    }

    private static Task<Run> Storm(Func<bool, byte[], byte[]>? alter = null, int seconds = 3) =>
        ProxyProgram.Once(new Arguments(["--slowness", alter is null ? "12" : "1"]), seed: 20_261, phones: 10, tables: 2, TimeSpan.FromSeconds(seconds), haste: 4, alter);

    private static double Of(Run run, string name) => run.Figures.Single(figure => figure.Name == name).Value;

    /// <summary>As if the server did not look for an earlier receipt: a command that comes a second time comes under another id.</summary>
    private static Func<bool, byte[], byte[]> Forgetful()
    {
        var seen = new ConcurrentDictionary<string, bool>();
        return (up, bytes) => !up || !Text(bytes).Contains("\"target\":\"Send\"", StringComparison.Ordinal)
            ? bytes
            : Encoding.Latin1.GetBytes(CommandId().Replace(Text(bytes), found => seen.TryAdd(found.Value, true) ? found.Value : found.Value[..^8] + Guid.NewGuid().ToString("N")[..8]));
    }

    private static byte[] Replace(byte[] bytes, string from, string to) => Encoding.Latin1.GetBytes(Text(bytes).Replace(from, to, StringComparison.Ordinal));

    private static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    [GeneratedRegex("(?<=\"command\":\")[0-9a-f-]{36}")]
    private static partial Regex CommandId();
}
