using Participation.Activities.Ideas;
using Participation.Journal;
using Participation.Reports;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Sessions.Reporting;
using Participation.Texts;
using Table = Participation.Sessions.Table;

namespace Participation.Tests.Reports;

/// <summary>A room of people of types a to d, and what its report says of them.</summary>
internal static class TypedRoom
{
    internal const string Withheld = "type not reported", Plenary = "plenary";
    internal static readonly string[] Places = ["North", "South", Plenary];

    /// <summary>What stands on the paper, with "-" for not stated.</summary>
    internal sealed record Paper(Dictionary<string, int> ByType, Dictionary<string, int> ByTable, List<(string Place, string Type, bool IsErased)> Rows);

    internal static Paper Read(Given room)
    {
        var report = SynthesisReport.Of(room.State, new("en", TimeZoneInfo.Utc, new string('0', 64)));
        var blocks = report.Sections.SelectMany(section => section.Blocks).ToList();
        Dictionary<string, int> Bars(string title) => (blocks.OfType<Bars>().SingleOrDefault(bars => bars.Title == title)?.Rows ?? []).ToDictionary(bar => Short(bar.Label), bar => bar.Value);
        var annex = report.Sections[^1].Blocks.OfType<Participation.Reports.Table>().Single();
        return new(Bars("Participants by stakeholder type"), Bars("Participants by table"), [.. annex.Rows.Select(row => (At: row[^1].Split(" · "), Text: row[1])).Select(row => (row.At[1], Short(row.At[0]), row.Text == "[erased from the record]"))]);
    }

    internal static string Short(string label) => label == "not stated" ? "-" : label.Replace(" (en)", "", StringComparison.Ordinal);

    internal static string[] Printed(Paper paper) => [.. paper.Rows.Select(row => row.Type).Distinct().Where(type => type is not (Withheld or "-")).Order()];

    /// <summary>A room in words: at each place so many of each type, "-" for those who say none; each gives one idea, but for those behind a dot; behind an exclamation mark they erase themselves.</summary>
    internal static Given Room((string Place, string People)[] places, bool closed = true, bool classes = false)
    {
        var room = new Given(Given.Item("ideas", "ideas", new { question = Given.Text("What?"), kinds = new[] { "idea" }, limit = 30 }));
        room.Happens(Given.Facilitator, room.State.Opened! with
        {
            Types = [.. "abcd".Select(type => new Option($"{type}", Given.Text($"{type}")))],
            Tables = [.. Places[..2].Select(place => new Table(place, place))],
            Classes = classes ? [new("X", Given.Text("X"), ["a", "b"]), new("Y", Given.Text("Y"), ["c", "d"])] : null,
        }).Open("ideas");
        foreach (var (place, people) in places) People(room, place, people);
        return closed ? room.Happens(Given.Facilitator, new SessionClosed()) : room;
    }

    internal static void People(Given room, string place, string people)
    {
        foreach (var group in people.Split(' '))
        {
            var (type, silent, gone) = (group.TrimEnd('.', '!')[^1..], group[^1] == '.', group[^1] == '!');
            for (var n = int.Parse(group.TrimEnd('.', '!')[..^1], null); n > 0; n--)
            {
                var number = room.State.Participants.Count + 1;
                var (who, table) = (Given.Id(number), place == Plenary ? null : place);
                room.Happens(who, new ParticipantSeated(who, number, "en", type == "-" || gone ? null : type, null, table, false, true));
                var seat = room.State.Number;
                if (!silent) room.Happens(who, new IdeaGiven("ideas", number, gone ? "" : $"Idea {number}", null, null, null, null, null));
                if (gone) room.Happens(who, new WordsErased(new[] { seat, seat + 1 }.ToDictionary(line => $"{line}", _ => "")));
            }
        }
    }
}
