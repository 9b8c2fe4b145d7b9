using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Participation.Activities.Clusters;
using Participation.Journal;
using Participation.LoadTests.Reader;
using Participation.Reports;
using Participation.Server.Reports;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Erasing;
using Participation.Sessions.Joining;
using Participation.Sessions.Reporting;
using Participation.Tests.Activities;
using Participation.Texts;
using Table = Participation.Reports.Table;

namespace Participation.Tests.Laws;

/// <summary>Whatever a session was: what no page of its report prints is in none of the files that go out beside it.</summary>
public sealed partial class PublicFilesLaws
{
    private static readonly TimeZoneInfo Rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    [Fact]
    public async Task What_no_page_prints_is_in_no_file_beside_it()
    {
        var (seen, withheld, unasked, faults) = (new HashSet<ContributionStatus>(), 0, 0, new List<string>());
        for (var seed = 0; seed < 60; seed++)
        {
            var hall = await Held(seed);
            var (state, lines) = (await hall.State(), await hall.Journal.Lines(Hall.Session));
            seen.UnionWith(SynthesisReport.Contributions(state).Select(each => each.Status));
            var frame = new ReportFrame(LocalText.Languages[seed % 3], Rome, SessionFile.Head(lines));
            var page = WebUtility.HtmlDecode(Style().Replace(HtmlReport.Write(SynthesisReport.Of(state, frame)), ""));
            withheld += PublicFiles.Withheld(state).Count;
            unasked += Hall.Agenda.Count(item => state.Settings[item.Id] is IAsks && SynthesisReport.ShownIn(state, item) is null);
            faults.AddRange(PublicFiles.Withheld(state).Intersect(PublicFiles.Marks(page)).Select(mark => $"The page of session {seed} prints {mark}, which was taken back or never let through"));
            foreach (var (name, text) in PublicFiles.Of(state, frame))
            {
                faults.AddRange(PublicFiles.Faults($"{name} of session {seed}", text, page, state, lines));
                if (name != DataSet.Name) continue;
                faults.AddRange(PublicFiles.Words(JsonNode.Parse(text)).Where(words => !page.Contains(words, StringComparison.Ordinal)).Select(words => $"{name} of session {seed} says «{words}», which no page prints"));
            }
        }
        Expect.None(faults);
        Assert.Equal(Enum.GetValues<ContributionStatus>(), seen.Order());
        Assert.True(withheld > 100 && unasked > 10, $"{withheld} withheld, {unasked} questions never put");
    }

    /// <summary>Each count stands in the table of its section beside the words of its option, and the table has no row that the data lack; a kind that prints bars says its counts.</summary>
    [Fact]
    public async Task A_count_in_the_data_is_the_one_that_the_page_prints()
    {
        var (counts, dashes) = (0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var state = await (await Held(seed)).State();
            var words = Words.In[LocalText.Languages[seed % 3]];
            var data = DataSet.Of(state, new(words.Language, Rome, new string('0', 64)));
            foreach (var item in Hall.Agenda)
            {
                var told = data.Items.Single(told => told.Id == item.Id);
                if (told is { Held: true, ShownIn: null, Counts.Count: 0 }) Assert.DoesNotContain(Section(item), block => block is Bars or StackedBars);
                if (!Examples.Votes.Contains(item.Kind)) continue;
                var rows = !told.Held ? [] : Section(item).OfType<Table>().SelectMany(table => table.Rows).ToList();
                Assert.Equal(rows.Count, told.Counts.Where(count => count.Of is not null).DistinctBy(count => count.Of).Count());
                foreach (var count in told.Counts.Where(count => count.Of is not null))
                {
                    Assert.Contains(rows, row => row.Any(cell => cell.EndsWith(count.Label!, StringComparison.Ordinal)) && row.Contains(count.N?.ToString(words.Culture) ?? "–"));
                    if (count.N is null) dashes++;
                    Assert.Equal(count.N is null ? true : null, count.Withheld);
                    counts++;
                }
            }

            IReadOnlyList<Block> Section(AgendaItem item) => state.Scene(item).Section(words)?.Blocks() ?? [];
        }
        Assert.True(counts > 300 && dashes > 0, $"{counts} counts, {dashes} withheld");
    }

    /// <summary>Row by row the sheets say what the data set says, in words that every language has; where a card lies is what the tables of its section print.</summary>
    [Fact]
    public async Task The_sheets_say_what_the_data_set_says_in_words_of_the_language()
    {
        var (placed, counts, moments) = (0, 0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var state = await (await Held(seed)).State();
            var words = Words.In[LocalText.Languages[seed % 3]];
            var frame = new ReportFrame(words.Language, Rome, new string('0', 64));
            var (data, sheets) = (DataSet.Of(state, frame), new Spreadsheet(Xlsx.Write(DataWorkbook.Of(state, frame))));
            var (given, counted) = (sheets.Sheets[0].Rows, sheets.Sheets[1].Rows.Skip(1).ToList());
            Assert.Equal(data.Contributions.Select(row => (row.Number, row.Text ?? "")), given.Skip(1).Select(row => (row[0].Text, row[2].Text)));
            Assert.Equal(data.Items.SelectMany(item => item.Counts.Select(count => $"{item.Title}, {count.Of}, {count.Label}, {count.Round}: {count.N?.ToString(CultureInfo.InvariantCulture) ?? words["report.sheet.not-reported"]}")),
                counted.Select(row => $"{row[0].Text}, {row[2].Text}, {row[3].Text}, {row[5].Text}: {row[6].Text}"));
            foreach (var (row, told) in given.Skip(1).Zip(data.Contributions))
            {
                var last = row.Count < given[0].Count ? "" : row[^1].Text;
                Assert.Equal(told.GivenAt?[..16] ?? "", last.Length == 0 ? "" : DateTime.FromOADate(double.Parse(last, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
                if (last.Length > 0) moments++;
            }
            // A head or a name that no file of texts has would stand there as its key.
            Assert.DoesNotContain(sheets.Sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row), cell => Words.Keys("en").Contains(cell.Text) || cell.Text.Contains(".counts.", StringComparison.Ordinal) || cell.Text.Contains(".places.", StringComparison.Ordinal));
            counts += counted.Count;
            foreach (var item in Hall.Agenda)
            {
                var places = data.Items.Single(told => told.Id == item.Id).Places;
                placed += places.Count;
                if (places.Count == 0) continue;
                var printed = state.Scene(item).Section(words)?.Blocks() ?? [];
                var rows = printed.OfType<Table>().SelectMany(table => table.Rows).Select(row => string.Join('\n', row)).ToList();
                Expect.None(places.Where(place => place.Name == "cluster" && !rows.Exists(row => row.Contains(place.Label, StringComparison.Ordinal) && row.Contains(place.Of, StringComparison.Ordinal))).Select(place => $"no table puts {place.Of} into «{place.Label}»"));
                Expect.None(places.Where(place => place.Name == "strategy" && !printed.OfType<ClusterMap>().Any(map => map.Groups.Any(group => group.Title == place.Label))).Select(place => $"no map shows «{place.Label}»"));
                Expect.None(places.Where(place => !given.Any(row => row[0].Text == place.Of && row.Any(cell => cell.Text.EndsWith(place.Label, StringComparison.Ordinal)))).Select(place => $"the sheet does not say where {place.Of} lies"));
            }
        }
        Assert.True(placed > 20 && counts > 300 && moments > 100, $"{placed} places, {counts} counts, {moments} moments");
    }

    /// <summary>A session of chance, at whose end something was hidden, withdrawn, reset and erased, and a flood removed.</summary>
    private static async Task<Hall> Held(int seed)
    {
        var (hall, random) = (await new Hall().Opened(), new Random(seed));
        for (var n = 1; n <= 4; n++)
            await hall.Send(new JoinSession("en", n == 1 ? null : "resident", "z1", n < 3 ? "north" : null, Consent: true), Role.Participant, Given.Id(n));
        await Lead(hall, new StartSession());
        await Vote(hall, random);
        for (var step = 0; step < 120; step++)
        {
            var tried = hall.Chance.Next(random.Next(), await hall.State());
            hall.Now = hall.Now.AddMilliseconds(random.Next(1, 70_000));
            if (tried.Command is CloseSession) continue;
            await hall.Send(tried.Command, tried.Role, tried.Who, tried.Hand);
        }
        if (seed % 2 == 0) await Sort(hall);
        foreach (var marking in Enum.GetValues<Marking>().Concat([Marking.Hide, Marking.Hide, Marking.Withdraw]))
        {
            var given = SynthesisReport.Contributions(await hall.State()).Where(each => each.Status == ContributionStatus.Shown).ToList();
            if (given.Count > 1) await Lead(hall, new MarkContribution(given[random.Next(given.Count)].Given.Id, marking));
        }
        if (seed % 3 == 0) await Lead(hall, new ResetItem { Item = Hall.Agenda[random.Next(Hall.Agenda.Count)].Id });
        if (seed % 4 == 0) await Lead(hall, new RemoveFlood(600, [Given.Id(2)]));
        if (seed % 5 != 0) return hall;
        await hall.Send(new EraseMine(), Role.Participant, Given.Id(3));
        if (SynthesisReport.Contributions(await hall.State()).LastOrDefault(each => each.Given.By != Guid.Empty).Given is { } last) await Lead(hall, new EraseWords(Contribution: last.Id));
        return hall;
    }

    /// <summary>A board that was held to its end: cards in two clusters, of which one has no title, and a strategy above one.</summary>
    private static async Task Sort(Hall hall)
    {
        await Lead(hall, new OpenItem { Item = "further" });
        await Lead(hall, new MakeCluster("squares", "Squares [9001]") { Item = "further" });
        await Lead(hall, new MakeCluster("nameless") { Item = "further" });
        foreach (var (at, card) in SynthesisReport.Contributions(await hall.State()).Where(each => each.Item.Id == "ideas" && each.Status == ContributionStatus.Shown).Index())
            await Lead(hall, new MoveCard(card.Given.Id, at % 3 == 0 ? "nameless" : "squares") { Item = "further" });
        await Lead(hall, new NameGroup("outside", "Outside [9002]") { Item = "further" });
        await Lead(hall, new GatherCluster("squares", "outside") { Item = "further" });
    }

    /// <summary>Open votes with something in them, of which every other one is held twice.</summary>
    private static async Task Vote(Hall hall, Random random)
    {
        for (var round = 0; round < 2; round++)
        {
            foreach (var item in Examples.Votes)
            {
                await Lead(hall, new OpenItem { Item = item });
                if (round > 0 && random.Next(2) == 0) await Lead(hall, new NewRound { Item = item });
                foreach (var who in Enumerable.Range(1, 4).Select(Given.Id))
                    for (var times = 0; times < 3; times++) Assert.True(await hall.Vote(item, who, random));
            }
        }
    }

    private static Task<Receipt> Lead(Hall hall, SessionCommand act) => hall.Send(act, Role.Facilitator, Given.Facilitator);

    /// <summary>Rules of a style sheet are nobody's words.</summary>
    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
