using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Participation.Journal;
using Participation.LoadTests.Reader;
using Participation.Server.Reports;
using Participation.Sessions;
using Participation.Sessions.Reporting;

namespace Participation.Tests.Laws;

/// <summary>The files that go out beside the pages of a report, and what is wrong with one of them.</summary>
internal static partial class PublicFiles
{
    public static IEnumerable<(string Name, string Text)> Of(SessionState state, ReportFrame frame)
    {
        yield return (DataSet.Name, Encoding.UTF8.GetString(DataSet.Of(state, frame).Write()));
        var (head, rows) = ContributionTable.Of(state, frame);
        yield return ("CSV", Encoding.UTF8.GetString(Csv.Write(head, rows)));
        var sheets = new Spreadsheet(Xlsx.Write(DataWorkbook.Of(state, frame)));
        yield return ("XLSX", $"{sheets.Text}\n{sheets.Raw}");
    }

    /// <summary>What a file tells that its pages do not, an id by which two files of a person could be joined, or a time finer than the minute.</summary>
    public static IEnumerable<string> Faults(string name, string text, string page, SessionState state, IEnumerable<Line> lines) =>
    [
        .. Marks(text).Except(Marks(page)).Select(mark => $"{name} holds {mark}, which no page prints"),
        .. Ids(state, lines).Where(id => text.Contains(id, StringComparison.OrdinalIgnoreCase)).Select(id => $"{name} holds the id {id}"),
        .. Id().Matches(text).Select(id => $"{name} holds the id {id.Value}"),
        .. Finer().Matches(text).Select(time => $"{name} tells a time finer than the minute: {time.Value}"),
    ];

    /// <summary>Everything that anybody wrote carries a mark such as [17], used once.</summary>
    public static HashSet<string> Marks(string text) => [.. Mark().Matches(text).Select(mark => mark.Value)];

    /// <summary>The words of a data set: what somebody or the house wrote, in contrast to ids, times and figures.</summary>
    public static IEnumerable<string> Words(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Key is "title" or "question" or "label" or "text" ? [member.Value!.GetValue<string>()] : Words(member.Value)),
        JsonArray list => list.SelectMany(Words),
        _ => [],
    };

    /// <summary>Marks of what was hidden, withdrawn or never approved, also before a reset.</summary>
    public static HashSet<string> Withheld(SessionState state) =>
    [
        .. state.Work.SelectMany(work =>
        {
            var (item, scene) = (state.Item(work.Key.Item), state.Scene(state.Item(work.Key.Item)));
            return ActivityKinds.Of(item.Kind).Has(work.Value, scene).Given.Where(given => scene.StatusOf(given) != ContributionStatus.Shown);
        }).SelectMany(given => Marks($"{given.Text} {given.Latest.Written("place")}")),
    ];

    private static IEnumerable<string> Ids(SessionState state, IEnumerable<Line> lines) => state.Participants.Keys
        .Concat(lines.SelectMany(line => new[] { line.By, line.Hand ?? line.By, line.Command, line.Body, line.Salt ?? line.By, line.Stream })).Where(id => id != Guid.Empty)
        .Distinct().SelectMany(id => new[] { $"{id}", $"{id:N}" });

    [GeneratedRegex(@"\[\d+\]|\(\d+\)")]
    private static partial Regex Mark();

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-")]
    private static partial Regex Id();

    [GeneratedRegex(@"\d\d:\d\d:\d\d[.\d]*")]
    private static partial Regex Finer();
}
