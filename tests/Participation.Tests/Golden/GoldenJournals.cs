using System.Text.Json.Nodes;
using Participation.Activities.Clusters;
using Participation.Activities.Opinions;
using Participation.Journal;
using Participation.Server.Storage;
using Participation.Sessions;
using Participation.Sessions.Reporting;
using Participation.Tests.Golden.Scripts;
using Participation.Tests.Laws;
using Participation.Tests.Storage;

namespace Participation.Tests.Golden;

/// <summary>
/// Journals as released versions wrote them. They lie here frozen, and every later version must read them and fold them to the same
/// people, contributions, votes, screens and reports. A file in this folder is added, never changed; what it means lies beside it, and changes
/// only where a later version means to (APPROVE=1).
/// </summary>
public sealed class GoldenJournals
{
    private const string Frozen = "frozen.txt";

    /// <summary>What no golden journal holds, and why.</summary>
    private static readonly Dictionary<string, string> Lacking = [];

    public static TheoryData<string> Files => [.. GoldenFiles.Names];

    /// <summary>Those with a page of what they mean, from before there was more.</summary>
    public static TheoryData<string> ToldInLines => [.. GoldenFiles.Names.Where(name => File.Exists(Path.ChangeExtension(GoldenFiles.Journal(name), ".txt")))];

    public static MatrixTheoryData<string, string> Meanings => new(GoldenFiles.Names, Meaning.Parts);

    public static TheoryData<string> Played => [.. Script.All.Select(script => script.Name)];

    [Theory, MemberData(nameof(ToldInLines))]
    public async Task An_old_journal_folds_to_what_it_meant(string name)
    {
        var told = string.Join('\n', Told(SessionState.Fold(GoldenFiles.Lines(name).Select(line => line.ToEntry())))) + "\n";
        Assert.Equal(await File.ReadAllTextAsync(Path.ChangeExtension(GoldenFiles.Journal(name), ".txt")), told);
    }

    [Theory, MemberData(nameof(Meanings))]
    public async Task An_old_journal_means_what_it_meant(string name, string part)
    {
        var (path, means) = (GoldenFiles.Meaning(name, part), Meaning.Of(GoldenFiles.Lines(name), part));
        if (Repository.Approving) await File.WriteAllTextAsync(path, Pretty.Write(means));
        Assert.True(File.Exists(path), $"Nothing says what {name} means ({part}): run this test with APPROVE=1 and read what it writes.");
        var difference = Pretty.FirstDifference(JsonNode.Parse(await File.ReadAllTextAsync(path)), means);
        Assert.True(difference is null, $"{name} means something else now ({part}); where that is on purpose run this test with APPROVE=1 and read the difference. First at {difference}");
    }

    [Theory, MemberData(nameof(Files))]
    public async Task An_old_journal_is_taken_in_by_a_new_data_file_that_verifies(string name)
    {
        using var file = new TemporaryFile();
        var lines = GoldenFiles.Lines(name);
        using (var journal = new SqliteJournal(file.Path))
        {
            await journal.Import(lines);
            Assert.Equal(lines.Select(line => line.ToEntry()).Select(Comparable), (await journal.Read(lines[0].Stream)).Select(Comparable));
        }
        var verified = JournalFile.Verify(file.Path);
        Assert.True(verified.Holds, string.Join('\n', verified.Damage));
    }

    /// <summary>A script is played when its journal is not there yet, and never again.</summary>
    [Theory, MemberData(nameof(Played))]
    public async Task What_a_script_played_lies_here(string name)
    {
        var path = GoldenFiles.Journal(name);
        if (!File.Exists(path) && Repository.Approving) await File.WriteAllTextAsync(path, await (await Script.All.Single(script => script.Name == name).Play()).File());
        Assert.True(File.Exists(path), $"{name} was not played yet: run this test with APPROVE=1.");
    }

    [Fact]
    public void A_golden_journal_is_never_written_anew()
    {
        var path = Path.Combine(GoldenFiles.Folder, Frozen);
        var now = GoldenFiles.Names.Select(name => $"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(GoldenFiles.Journal(name))))} {name}.json").ToList();
        var frozen = File.Exists(path) ? File.ReadAllLines(path) : [];
        Assert.True(frozen.All(now.Contains), "Changed or gone since it was frozen: " + string.Join(", ", frozen.Except(now)));
        if (Repository.Approving) File.WriteAllLines(path, now);
        else Assert.True(now.All(frozen.Contains), "Not frozen yet, run this test with APPROVE=1: " + string.Join(", ", now.Except(frozen)));
    }

    [Fact]
    public void Every_event_and_all_that_it_can_hold_stands_in_a_golden_journal()
    {
        Expect.None(GoldenCoverage.Missing.Where(one => !Lacking.ContainsKey(one)).Select(one => $"{one}: in no golden journal"));
        Expect.None(Lacking.Keys.Except(GoldenCoverage.Missing).Select(one => $"{one}: stands in a golden journal now, take it from the list"));
    }

    private static string Comparable(Entry entry) => $"{entry with { Event = null! }} {EventNames.Write(entry.Event)}";

    private static IEnumerable<string> Told(SessionState state)
    {
        yield return $"{state.Opened!.Workshop}, {state.Number} entries, {state.Participants.Count} people, closed: {state.Stage.Closed}";
        foreach (var item in state.Opened.Agenda)
        {
            var (work, scene) = (state.StateOf(item), state.Scene(item));
            foreach (var (id, weight) in scene.Parts.Weights(scene).OrderBy(pair => pair.Key, StringComparer.Ordinal))
                yield return $"{item.Id} {id} {weight}";
            foreach (var (name, counts) in Columns(scene.Parts.Weights(scene), work, scene))
                yield return $"{item.Id} {name}: {string.Join(", ", counts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"))}";
            if (work is Board board && item.Continues is null)
                foreach (var line in Told(board)) yield return $"{item.Id} {line}";
        }
        foreach (var (_, given, status) in SynthesisReport.Contributions(state))
            yield return $"{given.Id} {status} {given.Label?.En ?? given.Text}";
    }

    private static IEnumerable<(string Name, IEnumerable<KeyValuePair<string, int>> Counts)> Columns(IReadOnlyDictionary<string, int> weights, object work, Scene scene)
    {
        if (work is not OpinionsState) return weights.Count > 0 ? [("votes", weights)] : [];
        if (!scene.Session.Rounds.All.TryGetValue((scene.Item.Root, scene.Step.Since, scene.Step.Round), out var round)) return [];
        return ((string[])["agree", "disagree", "pass"]).Select(grade => (grade, round.Tallies.Select(paper => KeyValuePair.Create(paper.Key, paper.Value[grade]))));
    }

    /// <summary>How the cards were sorted: a vote would not tell when they lay elsewhere.</summary>
    private static IEnumerable<string> Told(Board board)
    {
        foreach (var cluster in board.Clusters)
            yield return $"cluster {cluster.Id} in {cluster.Group ?? "-"}{(cluster.Dropped ? ", dropped" : "")}, {cluster.Label}: {string.Join(' ', cluster.Cards)}";
        foreach (var group in board.Groups) yield return $"group {group.Id} {group.Name}: {string.Join(", ", group.Keywords)}";
        foreach (var relation in board.Relations) yield return $"{relation.From} {relation.Relation} {relation.To}";
        foreach (var (card, original) in board.Originals) yield return $"{card} says {original} again";
    }
}
