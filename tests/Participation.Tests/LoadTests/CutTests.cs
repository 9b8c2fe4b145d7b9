using Participation.LoadTests;
using Participation.LoadTests.House;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;

namespace Participation.Tests.LoadTests;

/// <summary>A network that cuts connections while people send, on the real server: what was given is there once, and every screen shows it.</summary>
public sealed class CutTests
{
    private const int People = 12;
    private const int Ideas = 25;

    [Fact]
    public async Task Connections_cut_in_the_middle_of_sending_lose_nothing_and_double_nothing()
    {
        var ledger = new Ledger();
        await using var room = await Room.Open(new Arguments([]), ledger, "Cuts", "en", place => WorkshopFolder.WriteIdeas(place, "Cuts"));
        var phones = await Task.WhenAll(Enumerable.Range(0, People).Select(_ => room.Admit(follows: true)));
        await Task.WhenAll(phones.Select((phone, seed) => Write(phone, new Random(seed), ledger)));

        var session = Exported.Read(await room.Doors.Fetch($"/report/{room.Session}.json", room.Host));
        var findings = ledger.Judge(session.Entries);
        var views = await ViewCheck.Settled(() => ViewCheck.Differences(room, phones, session.State), TimeSpan.FromSeconds(60));
        var cuts = phones.Sum(phone => phone.Lost);
        await Task.WhenAll(phones.Select(phone => phone.DisposeAsync().AsTask()));

        Assert.Equal((0, 0, 0), (findings.Lost, findings.Duplicated, views.Count));
        Assert.Equal(1 + (People * Ideas), ledger.Intents.Count());
        Assert.True(cuts >= People);
    }

    /// <summary>One command in five is cut while it is on its way; one in ten is sent again after its receipt.</summary>
    private static async Task Write(RawHubClient phone, Random chance, Ledger ledger)
    {
        for (var n = 0; n < Ideas; n++)
        {
            var idea = new Sent(Guid.CreateVersion7(), "contribution.write", new { texts = new { text = $"Idea {n} of {phone.Follower.You}" } }, WorkshopFolder.Item);
            var giving = ledger.Give(phone, idea);
            if (n % 5 == 2) phone.Cut();
            await giving;
            if (chance.Next(10) == 0) await phone.Send(idea);
        }
    }
}
