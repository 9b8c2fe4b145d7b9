using System.Globalization;

namespace Participation.LoadTests.Polis;

/// <summary>A statement of the conversation. <c>Moderated</c>: 1 accepted, 0 not looked at, -1 rejected.</summary>
internal sealed record Statement(string Id, long At, string Author, string Text, int Moderated);

/// <summary>One vote, of which a later one of the same voter on the same statement takes the place.</summary>
internal sealed record Vote(long At, string Statement, string Voter, string Value);

/// <summary>How a statement stands.</summary>
internal readonly record struct Tally(int Agree, int Disagree, int Pass);

/// <summary>A conversation in the Polis export format: what was said, the votes as they were cast, and how everyone stood in the end.</summary>
/// <param name="Statements">In order of their creation.</param>
/// <param name="Votes">In order of time; votes of one moment in the order of the file.</param>
/// <param name="Tallies">By statement, counted over participants-votes.csv, where each voter's last vote stands.</param>
internal sealed record PolisFolder(
    string Title, IReadOnlyList<Statement> Statements, IReadOnlyList<Vote> Votes, IReadOnlyDictionary<string, Tally> Tallies)
{
    private static readonly Dictionary<string, string> Values = new() { ["1"] = "agree", ["-1"] = "disagree", ["0"] = "pass" };

    public static PolisFolder Read(string folder) => new(
        TitleOf(folder),
        [.. Rows(folder, "comments.csv").Select(row => new Statement(
            row["comment-id"], long.Parse(row["timestamp"], CultureInfo.InvariantCulture), row["author-id"], row["comment-body"],
            int.Parse(row["moderated"], CultureInfo.InvariantCulture))).OrderBy(statement => statement.At)],
        [.. Rows(folder, "votes.csv").Select(row => new Vote(
            long.Parse(row["timestamp"], CultureInfo.InvariantCulture), row["comment-id"], row["voter-id"], Values[row["vote"]])).OrderBy(vote => vote.At)],
        Count(folder));

    public IEnumerable<string> Voters => Votes.Select(vote => vote.Voter).Distinct();

    /// <summary>summary.csv has no head: each line is a name and a value.</summary>
    private static string TitleOf(string folder)
    {
        using var text = new StreamReader(Path.Combine(folder, "summary.csv"));
        return CsvFile.Read(text).First(line => line[0] == "topic")[1];
    }

    private static Dictionary<string, Tally> Count(string folder)
    {
        var tallies = new Dictionary<string, Tally>();
        foreach (var row in Rows(folder, "participants-votes.csv"))
            foreach (var (statement, vote) in row.After("n-disagree"))
                tallies[statement] = Add(tallies.GetValueOrDefault(statement), vote);
        return tallies;
    }

    private static Tally Add(Tally tally, string vote) => vote switch
    {
        "1" => tally with { Agree = tally.Agree + 1 },
        "-1" => tally with { Disagree = tally.Disagree + 1 },
        "0" => tally with { Pass = tally.Pass + 1 },
        "" => tally,
        _ => throw new FormatException($"participants-votes.csv holds a vote that is none: {vote}"),
    };

    private static IEnumerable<Row> Rows(string folder, string file)
    {
        using var text = new StreamReader(Path.Combine(folder, file));
        string[]? names = null;
        foreach (var cells in CsvFile.Read(text))
        {
            if (names is null) names = cells;
            else yield return new Row(names, cells);
        }
    }

    /// <summary>A line of a CSV file, its cells by the names in the first line.</summary>
    private sealed record Row(string[] Names, string[] Cells)
    {
        public string this[string name] => Cells[Array.IndexOf(Names, name)];

        /// <summary>The columns behind this one, each with its name.</summary>
        public IEnumerable<(string Name, string Cell)> After(string name) => Names.Zip(Cells).Skip(Array.IndexOf(Names, name) + 1);
    }
}
