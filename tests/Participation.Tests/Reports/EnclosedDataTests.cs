using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Participation.Journal;
using Participation.Sessions;
using Participation.Sessions.Reporting;
using Participation.Tests.Laws;
using Participation.Tests.Live;

namespace Participation.Tests.Reports;

/// <summary>The archive's PDF as anybody gets it who may read the report, taken apart: what its pages withhold is not inside it either.</summary>
public sealed class EnclosedDataTests
{
    [Theory]
    [InlineData("en", "Enclosed data", "[not printed]", "[erased from the record]")]
    [InlineData("it", "Dati allegati", "[non stampato]", "[cancellato dal registro]")]
    [InlineData("de", "Beigefügte Daten", "[nicht gedruckt]", "[aus der Aufzeichnung gelöscht]")]
    public async Task What_the_pages_withhold_is_not_inside_the_file(string language, string cover, string notPrinted, string erased)
    {
        await using var house = await House.Built();
        var reader = await Reader(house);
        await Hold(house);
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = reader.Cookies });
        var bytes = await client.GetByteArrayAsync(new Uri(house.Address, $"/report/{house.Session}.pdf?standard=a3&language={language}"), TestContext.Current.CancellationToken);
        using var pdf = new PdfFile(bytes);
        pdf.Check();
        Assert.StartsWith("1 embedded files", pdf.Attachments, StringComparison.Ordinal);
        var (enclosed, state) = (pdf.Attachment(DataSet.Name), await house.State());
        var lines = await house.Services.GetRequiredService<IJournal>().Lines(house.Session, TestContext.Current.CancellationToken);

        Assert.Equal(["[2]", "[3]", "[4]", "[5]", "[6]"], PublicFiles.Withheld(state).Order());
        Assert.Equal(["[1]", "[8]"], PublicFiles.Marks(pdf.Text).Order());
        Assert.Empty(PublicFiles.Faults(DataSet.Name, enclosed, pdf.Text, state, lines));
        // Neither in the file as it is stored: its streams unpacked, its facts, its dates.
        Assert.DoesNotContain(PublicFiles.Withheld(state), mark => pdf.Unpacked.Contains($"trees {mark}", StringComparison.Ordinal));
        Assert.Matches(@"CreationDate:.*:00 ", pdf.Info);
        Assert.All([cover, DataSet.Name, notPrinted, erased], words => Assert.Contains(words, pdf.Text, StringComparison.Ordinal));
        using var plain = new PdfFile(await client.GetByteArrayAsync(new Uri(house.Address, $"/report/{house.Session}.pdf?language={language}"), TestContext.Current.CancellationToken));
        Assert.DoesNotContain(cover, plain.Text, StringComparison.Ordinal);
        Assert.StartsWith("0 embedded files", plain.Attachments, StringComparison.Ordinal);

        var data = JsonNode.Parse(enclosed)!;
        Assert.Equal((DataSet.FormatName, language, SessionFile.Head(lines)), (data["format"]!.GetValue<string>(), data["language"]!.GetValue<string>(), data["head"]!.GetValue<string>()));
        Assert.Equal(SynthesisReport.Contributions(state).Select(each => each.Given.Id), data["contributions"]!.AsArray().Select(row => row!["number"]!.GetValue<string>()));
        Assert.Equal(["2", "1"], Count(data, "dot-vote", "a").Select(n => $"{n}"));
        Assert.Equal(enclosed, await client.GetStringAsync(new Uri(house.Address, $"/report/{house.Session}.data.json?language={language}"), TestContext.Current.CancellationToken));
    }

    /// <summary>Somebody who sees all sessions and leads none.</summary>
    private static async Task<Browser> Reader(House house)
    {
        var (reader, _) = await AccountTests.Invited(house, await house.Host(), "Cem", "coordinator");
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get($"/report/{house.Session}.json")).Status);
        return reader;
    }

    /// <summary>Of nine texts one is shown and one put aside; the others were hidden, withdrawn, never approved, hidden before a reset, of a flood and erased.</summary>
    private static async Task Hold(House house)
    {
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var anna = await house.Joined("north");
        await using var bruno = await house.Joined();
        await facilitator.Done("session.start");
        foreach (var (item, give) in new[] { ("ideas", (int[])[1, 2, 3]), ("silent", [4]) })
        {
            await facilitator.Done("session.open-item", item: item);
            foreach (var n in give) await anna.Done("ideas.give", new { text = $"More trees [{n}]", place = $"Square trees [{n}]", zone = "z1" }, item);
        }
        await facilitator.Done("session.open-item", item: "opinions");
        await anna.Done("opinions.add", new { text = "More trees [5]" }, "opinions");
        await anna.Done("opinions.add", new { text = "More trees [8]" }, "opinions");
        await facilitator.Done("session.open-item", item: "dot-vote");
        await anna.Done("dot-vote.cast", new { dots = new Dictionary<string, int> { ["a"] = 2 } }, "dot-vote");
        var state = await house.State();
        string Of(int n) => SynthesisReport.Contributions(state).Single(each => each.Given.Text == $"More trees [{n}]").Given.Id;
        await facilitator.Done("contribution.mark", new { contribution = Of(2), mark = "hide" });
        await facilitator.Done("session.open-item", item: "ideas");
        await anna.Done("ideas.withdraw", new { contribution = Of(3) }, "ideas");
        await facilitator.Done("contribution.mark", new { contribution = Of(5), mark = "hide" });
        await facilitator.Done("step.reset", item: "opinions");
        await bruno.Done("ideas.give", new { text = "More trees [7]" }, "ideas");
        await bruno.Done("session.erase-mine");
        house.Clock.Pass(TimeSpan.FromMinutes(5));
        await using var bot = await house.Joined();
        await bot.Done("ideas.give", new { text = "More trees [6]" }, "ideas");
        await facilitator.Done("session.remove-flood", new { minutes = 1 });
        house.Clock.Pass(TimeSpan.FromSeconds(17));
        await facilitator.Done("session.close");
    }

    private static IEnumerable<int> Count(JsonNode data, string item, string of) => data["items"]!.AsArray().Single(one => one!["id"]!.GetValue<string>() == item)!["counts"]!.AsArray()
        .Where(count => count!["of"]?.GetValue<string>() == of).Select(count => count!["n"]!.GetValue<int>());
}
