using System.Text.Json;
using Participation.Journal;
using Participation.Sessions.Reporting;
using Participation.Sessions;
using Participation.Voting;

namespace Participation.Views;

/// <summary>
/// A session that somebody else's file tells. Its chain says that it is whole, not that it makes sense: whoever writes a file can hash it. So it is folded
/// and looked at as the server would do it later, and what would break a screen or a report then refuses the file now.
/// </summary>
public static class ForeignSession
{
    /// <exception cref="JournalException">journal.not-a-session-file, journal.broken-chain, journal.uncounted or journal.unreadable, with the place.</exception>
    public static IReadOnlyList<Line> Read(string text)
    {
        var (lines, state, votes) = (SessionFile.Read(text), SessionState.None, new Uncounted());
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            state = At($"$.lines[{i}]", () => Next(state, line, votes));
        }
        if (votes.First is { } vote) throw new JournalException("journal.uncounted") { Place = $"$.lines[{vote - 1}]" };
        At("$", () => Look(state, SessionFile.Head(lines)));
        return lines;
    }

    private static SessionState Next(SessionState state, Line line, Uncounted votes)
    {
        var entry = Imports.EntryOf(line);
        // One beginning, at the beginning: a second one would be another session under the same number.
        if (entry.Event is SessionOpened != (line.Number == 1)) throw new FormatException(line.Name);
        votes.Take(entry);
        return state.Evolve(entry);
    }

    private static int Look(SessionState state, string head)
    {
        var seen = 0;
        string?[] tables = [null, .. state.Opened!.Tables.Select(table => table.Id)];
        foreach (var role in Enum.GetValues<Role>())
            foreach (var table in tables) seen += JsonSerializer.SerializeToUtf8Bytes(Screens.Of(state, new(role, table)), Json.Options).Length;
        var opened = state.Opened;
        var frame = new ReportFrame(opened.Language, TimeZoneInfo.Utc, head, WithData: true);
        seen += SynthesisReport.Of(state, frame).Sections.Count + DataSet.Of(state, frame).Write().Length;
        seen += ContributionTable.Of(state, frame).Rows.Sum(row => row.Count);
        return seen;
    }

    private static T At<T>(string place, Func<T> look)
    {
        try
        {
            return look();
        }
        // Whatever it is that a fold or a view cannot bear: the file is to blame, for the same code reads every session of this house.
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            throw new JournalException("journal.unreadable", wrong) { Place = place };
        }
    }
}
