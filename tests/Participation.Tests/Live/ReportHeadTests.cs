using Microsoft.Extensions.DependencyInjection;
using Participation.Journal;
using Participation.Server.Storage;
using Participation.Sessions;

namespace Participation.Tests.Live;

/// <summary>A report names the record that it was made from, and the record names who led.</summary>
public sealed class ReportHeadTests
{
    [Fact]
    public async Task A_report_prints_the_head_of_the_record_that_it_was_made_from()
    {
        await using var house = await House.Built();
        await using var lead = await house.Entered(Role.Facilitator);
        await lead.Done("session.start");
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = lead.Cookies });
        var page = await client.GetStringAsync(new Uri(house.Address, $"/report/{house.Session}.html"), TestContext.Current.CancellationToken);
        var lines = await house.Services.GetRequiredService<IJournal>().Lines(house.Session, TestContext.Current.CancellationToken);
        Assert.Contains(SessionFile.Head(lines), page, StringComparison.Ordinal);
        var file = await client.GetStringAsync(new Uri(house.Address, $"/report/{house.Session}.json"), TestContext.Current.CancellationToken);
        Assert.Equal(lines[^1].Hash(), SessionFile.Read(file)[^1].Hash());

        // Half of it, as somebody copies it from the page where one signs, is enough; whatever comes afterwards, it is found.
        await lead.Done("session.close");
        using var said = new StringWriter();
        var signed = string.Join(' ', SessionFile.Head(lines)[..32].Chunk(4).Select(four => new string(four)));
        Assert.Equal(0, StorageCommands.Run(["verify", house.DataFile, "--head", signed], said));
        Assert.DoesNotContain("are short", $"{said}", StringComparison.Ordinal);
        Assert.Contains($"is the fingerprint of entry {lines.Count} of journal {house.Session}", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 entry followed: 1 session.closed.", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_leads_stands_by_their_account_in_the_chain_with_every_act()
    {
        await using var house = await House.Built();
        var ada = await house.Host();
        var (bea, beaId) = await AccountTests.Invited(house, ada, "Bea", "coordinator");
        var adaId = (await ada.Get("/api/account")).Body!["id"]!.GetValue<Guid>();
        var (session, code) = await house.Open(Guid.NewGuid(), beaId, admission: Admission.Approve);
        var people = new List<Guid>();
        for (var n = 0; n < 3; n++) people.Add((await house.Browser().Join(new { code, command = Guid.NewGuid(), consent = true, language = "en" })).Body!["participant"]!.GetValue<Guid>());
        await using var hers = await bea.Connect(Role.Facilitator, session: session);
        await using var other = await ada.Connect(Role.Facilitator, session: session);
        await hers.Done("session.start");
        await hers.Done("session.admit", new { participant = people[0] });
        await other.Done("session.refuse", new { participant = people[1] });
        await other.Done("session.remove", new { participant = people[0] });
        await hers.Done("session.keep-until", new { until = house.Clock.GetUtcNow().AddDays(9) });
        await other.Done("session.close");
        await hers.Done("session.undo", new { act = (await house.Services.GetRequiredService<Desk<SessionState>>().Read(session)).Acts.Peek().Act });
        var chain = await house.Services.GetRequiredService<IJournal>().Lines(session, TestContext.Current.CancellationToken);
        Assert.Null(Line.Break(chain));
        Assert.Equal(
            [("session.opened", beaId), ("session.advanced", beaId), ("session.participants-admitted", beaId), ("session.participant-refused", adaId), ("session.participant-removed", adaId), ("session.retention-set", beaId), ("session.closed", adaId), ("session.act-undone", beaId)],
            chain.Where(line => !people.Contains(line.By)).Select(line => (line.Name, line.By)));
    }
}
