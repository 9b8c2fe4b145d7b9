using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsvHelper;
using Participation.Journal;
using Participation.Sessions;
using Participation.Tests.Live;
using Participation.Writing;

namespace Participation.Tests.BadInput;

/// <summary>Whatever people write is kept as they wrote it, on screens, in the table and in the file; or it is refused with a reason.</summary>
public sealed partial class TextTests
{
    private static readonly AgendaItem Ideas = Given.Item("ideas", "ideas", new { question = Given.Text("What?"), limit = 2000, mostEach = 10_000 });

    [Fact]
    public async Task Texts_that_broke_other_programs()
    {
        await using var house = await House.Built(Ideas);
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var phone = await house.Joined();
        await facilitator.Done("session.start");
        var kept = new List<string>();
        foreach (var (json, code) in Naughty.ByHand())
        {
            var answer = await Give(phone, json);
            Assert.True(code == answer["refused"]?["code"]?.GetValue<string>(), $"{json[..Math.Min(60, json.Length)]}: {answer.ToJsonString()} instead of {code}");
            if (code is null) kept.Add(JsonSerializer.Deserialize<string>(json)!);
            else Spoken(answer);
        }
        await Found(house, facilitator, phone, kept);
    }

    [Fact]
    public async Task Every_line_of_the_lists_is_kept_or_refused_with_a_reason()
    {
        await using var house = await House.Built(Ideas);
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var phone = await house.Joined();
        await facilitator.Done("session.start");
        var (kept, refused) = (new List<string>(), 0);
        foreach (var text in Naughty.OfTheLists())
        {
            var answer = await Give(phone, JsonSerializer.Serialize(text, Participation.Journal.Json.Options));
            if (answer["refused"] is null)
            {
                kept.Add(text);
                continue;
            }
            Spoken(answer);
            refused++;
            Assert.True(string.IsNullOrWhiteSpace(text) || text.Contains('\ufffe', StringComparison.Ordinal) || text.EnumerateRunes().All(rune => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.SpaceSeparator),
                $"refused for no good reason: {answer.ToJsonString()} {text}");
        }
        Assert.True(kept.Count > 250, $"only {kept.Count} kept, {refused} refused");
        await Found(house, facilitator, phone, kept);
    }

    private static async Task<JsonNode> Give(Screen phone, string json) =>
        (await phone.Call("Send", $$$"""[{"command":"{{{Guid.NewGuid()}}}","name":"ideas.give","item":"ideas","data":{"text":{{{json}}}}}]"""))!;

    private static void Spoken(JsonNode answer)
    {
        foreach (var language in new[] { "en", "it", "de" }) Assert.NotEmpty(answer["refused"]!["text"]![language]!.GetValue<string>());
        Assert.False(answer["refused"]!["retry"]!.GetValue<bool>());
    }

    /// <summary>In Unicode's normal form C with one sort of line end, without the controls that nobody sees, in the order in which they were written.</summary>
    private static async Task Found(House house, Screen facilitator, Screen phone, IReadOnlyList<string> kept)
    {
        var expected = kept.Select(text => Controls().Replace(Separators().Replace(Ends().Replace(text, "\n"), " "), "").Normalize(NormalizationForm.FormC)).ToList();
        foreach (var screen in new[] { facilitator, phone })
        {
            Seen Cards(Sight shown) => (screen == phone ? shown.Mine : shown.View)["activity"]["cards"];
            await screen.Until(shown => Cards(shown).Count == expected.Count, "every card");
            Assert.Equal(expected, Cards(new(screen)).Each.Select(card => card["text"].Text));
        }

        var (_, file) = await facilitator.Browser.Get($"/report/{house.Session}.json");
        Assert.Equal(expected, SessionFile.Read(file!.ToJsonString()).Select(line => line.ToEntry().Event).OfType<ContributionWritten>().Select(given => given.Texts["text"]));

        using var client = new HttpClient(new HttpClientHandler { CookieContainer = facilitator.Browser.Cookies });
        var (table, cells) = (new MemoryStream(await client.GetByteArrayAsync(new Uri(house.Address, $"/report/{house.Session}.csv"))), new HashSet<string>());
        using var rows = CsvReader.Create(table, new CsvReaderOptions { HasHeader = false, Separator = ',' });
        while (rows.Read()) cells.UnionWith(Enumerable.Range(0, rows.FieldCount).Select(at => Undirected(rows.GetString(at).ReplaceLineEndings("\n"))));
        Assert.Equal([], expected.Select(Undirected).Where(text => !cells.Contains(text) && !cells.Contains("'" + text)));
        Assert.DoesNotContain(cells, cell => cell.TrimStart() is ['=' or '+' or '-' or '@', ..] && cell.Length > 1 && !char.IsDigit(cell.TrimStart()[1]));
    }

    /// <summary>A cell loses the signs that could turn round its neighbours; it loses no other.</summary>
    private static string Undirected(string text) => Directions().Replace(text, "");

    [GeneratedRegex("[\u061C\u200E\u200F\u202A-\u202E\u2066-\u206F]")]
    private static partial Regex Directions();

    [GeneratedRegex("\r\n|[\r\u000B\u000C\u0085\u2028\u2029]")]
    private static partial Regex Ends();

    [GeneratedRegex("[\u001C-\u001F]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"[\p{Cc}-[\n\t]]")]
    private static partial Regex Controls();
}
