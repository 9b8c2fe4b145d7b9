using Participation.Reports;
using Participation.Sessions;
using Participation.Texts;

namespace Participation.Voting;

/// <summary>What a report says of a vote that is split by who cast it: the groups in the order of the workshop and under its names, the rule, and why there is nothing where there is nothing.</summary>
internal sealed class SplitVote
{
    private readonly Scene scene;
    private readonly Words words;
    private readonly List<(string Id, string Label)> groups;
    private IReadOnlyDictionary<string, IReadOnlyList<Stratum>>? told;

    private SplitVote(Scene scene, Dimension by, Words words)
    {
        (this.scene, this.words, By) = (scene, words, by);
        var opened = scene.Session.Opened!;
        groups =
        [
            .. by switch
            {
                Dimension.Type => opened.Types.Select(type => (type.Id, words.Of(type.Label))),
                Dimension.Class => (opened.Classes ?? []).Select(one => (one.Id, words.Of(one.Label))),
                Dimension.Zone => opened.Zones.Select(zone => (zone.Id, words.Of(zone.Label))),
                _ => opened.Tables.Select(table => (table.Id, table.Name)),
            },
            (Strata.None, words[by == Dimension.Table ? "report.annex.plenary" : "report.participation.not-said"]), (Strata.Others, words["report.split.others"]),
        ];
    }

    public Dimension By { get; }

    /// <summary>Null where the vote is not split.</summary>
    public static SplitVote? Of(Scene scene, Words words) => Strata.Asked(scene) is { } by ? new(scene, by, words) : null;

    /// <summary>Groups of which something may be told on a paper. All papers are taken apart when somebody asks for one.</summary>
    public IReadOnlyList<Stratum> On(string paper = Papers.Whole) =>
        [.. (told ??= Strata.Told(scene)).GetValueOrDefault(paper, []).OrderBy(one => groups.FindIndex(group => group.Id == one.Id))];

    public string Label(Stratum one) => groups.Find(group => group.Id == one.Id).Label ?? one.Id;

    /// <summary>With how many of it voted, which is no place to break a line.</summary>
    public string WithVoters(Stratum one) => $"{Label(one)} ({words["report.n", ("n", one.Voters)].Replace(' ', '\u00A0')})";

    /// <summary>A text that is said of each dimension in other words.</summary>
    public string this[string key] => words[$"report.split.{key}.{By.ToString().ToLowerInvariant()}"];

    /// <summary>Before a table of it: by which rule. Where nothing may be told: why not.</summary>
    /// <param name="papers">Of which somebody voted on each.</param>
    public IEnumerable<Block> Introduced(IReadOnlyList<string> papers)
    {
        if (papers.Count == 0) yield break;
        var without = papers.Count(paper => On(paper).Count == 0);
        yield return new Subheading(this["title"]);
        if (!Strata.IsTold(scene.Session)) yield return new Paragraph(words[scene.Session.Stage.Closed ? "report.split.recounted" : "report.split.later"]);
        else if (without == papers.Count) yield return new Paragraph(words["report.split.none", ("fewest", FewPeople.Fewest)]);
        else
        {
            yield return new Paragraph(words["report.split.rule", ("fewest", FewPeople.Fewest)]);
            if (without > 0) yield return new Paragraph(words.Count("report.split.without", without, ("fewest", FewPeople.Fewest)));
        }
    }

    /// <summary>A count of it, for the files beside the pages.</summary>
    public Measure Count(string? of, string? label, string name, Stratum one, int n) => new(of, label, name, scene.Step.Rounds.Count, n, one.Id, Label(one));
}
