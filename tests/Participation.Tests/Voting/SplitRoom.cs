using System.Text.Json;
using System.Text.Json.Nodes;
using Participation.Journal;
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

    public SplitRoom(string kind, string split = "type", int? budget = null)
    {
        paper = Paper.Of(kind);
        var settings = JsonSerializer.SerializeToNode(paper.Settings(false, 5), Json.Options)!.AsObject();
        settings["split"] = split;
        if (budget is not null) settings["budget"] = budget;
        Room = new(Given.Item("vote", kind, settings, mark: "VO"), Given.Item("writing", "ideas", new { question = Given.Text("What?"), kinds = new[] { "idea" } }));
        Room.Happens(Given.Facilitator, Room.State.Opened! with
        {
            Types = [.. Types.Select(type => new Option($"{type}", Given.Text($"Type {type}")))], Zones = [new("east", Given.Text("East")), new("west", Given.Text("West"))],
            Tables = [new("t1", "One"), new("t2", "Two")], Classes = [new("x", Given.Text("Class x"), ["a", "b"]), new("y", Given.Text("Class y"), ["c", "d"])],
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
            var rows = Blocks.OfType<Table>().SingleOrDefault(table => table.Title.StartsWith("The same votes by", StringComparison.Ordinal))?.Rows ?? [];
            return rows.Count == 0 ? []
                : paper.Kind == "dot-vote" ? rows.GroupBy(row => row[0]).ToDictionary(group => Label(group.Key), group => Choices.Select(choice => group.Single(row => row[1] == $"{choice} (en)")).Select(row => int.Parse(row[3], null)).ToArray())
                : rows.Where(row => row[0] == "VO-001").ToDictionary(row => Label(row[2]), row => row.Skip(3).Take(Choices.Count).Select(cell => int.Parse(cell, null)).ToArray());
        }
    }

    /// <summary>Every word that goes out.</summary>
    public string Published
    {
        get
        {
            var (head, rows) = ContributionTable.Of(Room.State, Frame);
            return string.Join('\n', [.. HtmlReport.Write(SynthesisReport.Of(Room.State, Frame)).Split('\n'), System.Text.Encoding.UTF8.GetString(DataSet.Of(Room.State, Frame).Write()),
                string.Join(',', head), .. rows.Select(row => string.Join(',', row)),
                .. DataWorkbook.Of(Room.State, Frame).Sheets.SelectMany(sheet => sheet.Rows).Select(row => string.Join(',', row))]);
        }
    }

    public bool Says(string key) => Blocks.OfType<Paragraph>().Any(block => block.Text == Words.In["en"][key, ("fewest", 5)]);

    private int Chosen(DataCount count) => Choices.ToList().FindIndex(choice => count.Name == choice || count.Of == choice && count.Name == "voters");

    private static string Label(string printed) => printed.Split(" (n = ")[0] switch
    {
        "others, together" => Others, "not stated" or "plenary" => None, "One" => "t1", "Two" => "t2",
        var label when label.StartsWith("Type ", StringComparison.Ordinal) || label.StartsWith("Class ", StringComparison.Ordinal) => label.Split(' ')[1],
        var label => label.Split(' ')[0].ToLowerInvariant(),
    };
}
