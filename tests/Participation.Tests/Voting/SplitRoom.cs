using System.Text.Json;
using System.Text.Json.Nodes;
using Participation.Journal;
using Participation.LoadTests.Reader;
using Participation.Reports;
using Participation.Server.Reports;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Sessions.Reporting;
using Participation.Texts;
using Participation.Voting;
using Table = Participation.Reports.Table;

namespace Participation.Tests.Voting;

/// <summary>A room whose open vote is split, in any kind in which people vote, and what is published of it: pages and files.</summary>
internal sealed class SplitRoom
{
    public const string Types = "abcd", None = "_none", Others = "_others";
    private static readonly ReportFrame Frame = new("en", TimeZoneInfo.Utc, new string('0', 64));
    private readonly Paper paper;

    public SplitRoom(string kind, string split = "type", int? budget = null, bool secret = false, bool tables = true, bool many = false)
    {
        paper = Paper.Of(kind);
        var settings = JsonSerializer.SerializeToNode(paper.Settings(secret, 5), Json.Options)!.AsObject();
        settings["split"] = split;
        if (budget is not null) settings["budget"] = budget;
        Room = new(Given.Item("vote", kind, settings, mark: "VO"), Given.Item("writing", "ideas", new { question = Given.Text("What?"), kinds = new[] { "idea" } }));
        Room.Happens(Given.Facilitator, Room.State.Opened! with
        {
            Types = [.. (many ? Types + "e" : Types).Select(type => new Option($"{type}", Given.Text($"Type {type}")))], Zones = [new("east", Given.Text("East")), new("west", Given.Text("West"))],
            Tables = tables ? [new("t1", "One"), new("t2", "Two")] : [], Classes = [new("x", Given.Text("Class x"), ["a", "b"]), new("y", Given.Text("Class y"), ["c", "d"])],
        }).Open("vote");
    }

    public Given Room { get; }

    public IReadOnlyList<string> Choices => paper.Options;

    /// <summary>Somebody comes; of no type where it is "-".</summary>
    public Guid Come(char type, string? zone = null, string? table = null)
    {
        var number = Room.State.Participants.Count + 1;
        Room.Happens(Given.Id(number), new ParticipantSeated(Given.Id(number), number, "en", type == '-' ? null : $"{type}", zone, table, false, true));
        return Given.Id(number);
    }

    public SplitRoom Cast(Guid who, int choice)
    {
        Assert.Null(Room.Do<CastBallot, object>("vote", who, (CastBallot)paper.Ballot(Choices[choice]), CastBallotHandler.Decide));
        return this;
    }

    public SplitRoom Cast(Guid who, params string[] choices)
    {
        Assert.Null(Room.Do<CastBallot, object>("vote", who, new CastBallot(Papers.Whole, choices), CastBallotHandler.Decide));
        return this;
    }

    /// <summary>So many of each type come and make each choice, such as <c>a 4 1 0</c>.</summary>
    public SplitRoom Votes(string people)
    {
        foreach (var group in people.Split(", ").Select(group => group.Split(' ')))
            for (var choice = 1; choice < group.Length; choice++)
                for (var n = int.Parse(group[choice], null); n > 0; n--) Cast(Come(group[0][0]), choice - 1);
        return this;
    }

    public SplitRoom Close()
    {
        Room.Happens(Given.Facilitator, new SessionClosed());
        return this;
    }

    public SplitRoom Reopen()
    {
        Room.Undo();
        return this;
    }

    public DataItem Data => DataSet.Of(Room.State, Frame).Items.Single(item => item.Id == "vote");

    /// <summary>What stands in the data: how many of a group made each choice.</summary>
    public Dictionary<string, int[]> Printed => Data.Counts.Where(count => count.Group is not null && Chosen(count) >= 0).GroupBy(count => count.Group!)
        .ToDictionary(group => group.Key, group => Choices.Select((_, at) => group.Single(count => Chosen(count) == at).N!.Value).ToArray());

    /// <summary>What stands there of all.</summary>
    public int[] Totals => [.. Choices.Select((_, at) => Data.Counts.Single(count => count.Group is null && Chosen(count) == at).N!.Value)];

    public IReadOnlyList<Block> Blocks => [.. SynthesisReport.Of(Room.State, Frame).Sections.SelectMany(section => section.Blocks)];

    /// <summary>The table of the split: of each group and choice how many, read from the page.</summary>
    public Dictionary<string, int[]> OnPage
    {
        get
        {
            if (Blocks.OfType<Table>().SingleOrDefault(table => table.Title.StartsWith("The same votes by", StringComparison.Ordinal)) is not { Rows: var rows } table) return [];
            return paper.Kind == "dot-vote"
                ? table.Columns.Index().Skip(1).ToDictionary(column => IdOf(column.Item.Title), column => Choices.Select(choice => int.Parse(rows.Single(row => row[0] == $"{choice} (en)")[column.Index], null)).ToArray())
                : rows.Where(row => row[0] == "VO-001").ToDictionary(row => IdOf(row[2]), row => row.Skip(3).Take(Choices.Count).Select(cell => int.Parse(cell, null)).ToArray());
        }
    }

    /// <summary>The bars of the groups; nothing in a kind that draws none, or where the groups do not differ.</summary>
    public Dictionary<string, int[]> OnFigure => Blocks.OfType<StackedBars>().SingleOrDefault(figure => figure.Title.Contains(", by group: ", StringComparison.Ordinal))?.Rows
        .ToDictionary(bar => IdOf(bar.Label), bar => bar.Values.ToArray()) ?? [];

    /// <summary>Every count of a group in the sheets of the spreadsheet and in the table for programs, as group, what was counted, name and number.</summary>
    public (IReadOnlyList<string> Sheet, IReadOnlyList<string> Table, IReadOnlyList<string> Data) InFiles
    {
        get
        {
            var results = new Spreadsheet(Xlsx.Write(DataWorkbook.Of(Room.State, Frame))).Sheets[1].Rows;
            var ((head, rows), data) = (ContributionTable.Of(Room.State, Frame), Data.Counts.Where(count => count.Group is not null).ToList());
            return ([.. results.Skip(1).Where(row => row.Count > 7).Select(row => $"{IdOf(row[7].Text)} {row[2].Text} {row[4].Text} {row[6].Text}").Order(StringComparer.Ordinal)],
                [.. rows.SelectMany(row => head.Zip(row).Where(cell => cell.Second is not null && cell.First.StartsWith("vote.", StringComparison.Ordinal) && cell.First.Split('.').Length == 3)
                    .Select(cell => $"{cell.First.Split('.')[2]} {row[0]} {Words.In["en"][$"{paper.Kind}.counts.{cell.First.Split('.')[1]}"]} {cell.Second}")).Order(StringComparer.Ordinal)],
                [.. data.Select(count => $"{count.Group} {count.Of} {Words.In["en"][$"{paper.Kind}.counts.{count.Name}"]} {count.N}").Order(StringComparer.Ordinal)]);
        }
    }

    public bool Says(string key) => Blocks.OfType<Paragraph>().Any(block => block.Text == Words.In["en"][key, ("fewest", 5)]);

    private int Chosen(DataCount count) => Choices.ToList().FindIndex(choice => count.Name == choice || count.Of == choice && count.Name == "dots");

    private static string IdOf(string printed) => printed.Split(" (n\u00A0=")[0] switch
    {
        "others, together" => Others, "not stated" or "plenary" => None, "One" => "t1", "Two" => "t2",
        var label when label.StartsWith("Type ", StringComparison.Ordinal) || label.StartsWith("Class ", StringComparison.Ordinal) => label.Split(' ')[1],
        var label => label.Split(' ')[0].ToLowerInvariant(),
    };
}
