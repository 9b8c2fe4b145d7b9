using Participation.Activities.Clusters;
using Participation.Journal;
using Participation.Sessions;
using Participation.Sessions.Reporting;
using Participation.Tests.Workshops;

namespace Participation.Tests.Golden;

/// <summary>
/// Journals as released versions wrote them. They lie here frozen, and every later version must read them and fold them to the same
/// people, contributions and votes. A file in this folder is added, never changed.
/// </summary>
public sealed class GoldenJournals
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.json").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(ShippedWorkshopsTests.Root(), "..", "tests", "Participation.Tests", "Golden");

    [Theory, MemberData(nameof(Files))]
    public async Task An_old_journal_folds_to_what_it_meant(string name)
    {
        var lines = SessionFile.Read(await File.ReadAllTextAsync(Path.Combine(Folder, name)));
        var state = SessionState.Fold(lines.Select(line => line.ToEntry()));

        var told = string.Join('\n', Told(state)) + "\n";
        var path = Path.Combine(Folder, Path.ChangeExtension(name, ".txt"));
        Assert.True(File.Exists(path), $"Beside {name} lies what it means: write this to {path}\n{told}");
        Assert.Equal(await File.ReadAllTextAsync(path), told);
    }

    [Fact]
    public void There_is_a_journal_of_each_workshop() => Assert.True(Files.Count >= 2);

    private static IEnumerable<string> Told(SessionState state)
    {
        yield return $"{state.Opened!.Workshop}, {state.Number} entries, {state.Participants.Count} people, closed: {state.Stage.Closed}";
        foreach (var item in state.Opened.Agenda)
        {
            var (kind, work, scene) = (ActivityKinds.Of(item.Kind), state.StateOf(item), state.Scene(item));
            foreach (var (id, weight) in kind.Weighs(work, scene).OrderBy(pair => pair.Key, StringComparer.Ordinal))
                yield return $"{item.Id} {id} {weight}";
            foreach (var column in kind.Counts(work, scene))
                yield return $"{item.Id} {column.Name}: {string.Join(", ", column.ById.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"))}";
            if (work is Board board && item.Continues is null)
                foreach (var line in Told(board)) yield return $"{item.Id} {line}";
        }
        foreach (var (_, given, status) in SynthesisReport.Contributions(state))
            yield return $"{given.Id} {status} {given.Label?.En ?? given.Text}";
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
