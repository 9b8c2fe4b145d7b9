using Participation.Activities.Clusters;
using Participation.Journal;
using Participation.Sessions;
using Participation.Tests.Laws;
using Participation.Tests.Workshops;

namespace Participation.Tests.Samples;

/// <summary>
/// The sample sessions that lie beside the workshops are what their scripts give, to the byte. When a script or a workshop has changed,
/// run these tests once with APPROVE=1 and look at the difference.
/// </summary>
public sealed class SampleTests
{
    [Theory]
    [InlineData(IdeaMapSample.Slug)]
    [InlineData(OpinionRoundSample.Slug)]
    public async Task The_file_is_what_the_script_gives(string slug)
    {
        var room = slug == IdeaMapSample.Slug ? await IdeaMapSample.Hold() : await OpinionRoundSample.Hold();
        var (path, text) = (Path.Combine(ShippedWorkshopsTests.Root(), slug, "sample.json"), await room.File());
        if (Repository.Approving) await File.WriteAllTextAsync(path, text);

        Assert.True(File.Exists(path) && await File.ReadAllTextAsync(path) == text,
            $"workshops/{slug}/sample.json is not what its script gives: run with APPROVE=1 and look at the difference.");
        Assert.True((await room.State()).Opened!.Sample);
    }

    [Fact]
    public async Task The_idea_map_holds_together()
    {
        var state = await Folded(IdeaMapSample.Slug);
        var scene = state.Scene(state.Item("writing"));
        var ideas = state.Gives("writing").ToList();

        Assert.Equal((28, 2), (state.Participants.Count, state.Participants.Values.Count(who => who.Phoneless)));
        Assert.Equal(11, state.Participants.Values.Select(who => who.Type).Distinct().Count());
        Assert.Equal(8, state.Participants.Values.Select(who => who.Zone).Distinct().Count());
        Assert.Equal((64, 62), (ideas.Count, ideas.Count(idea => scene.StatusOf(idea) == ContributionStatus.Shown)));
        Assert.Equal(4, ideas.Count(idea => idea.Phoneless));
        Assert.Contains(ideas, idea => idea.Near is not null);
        Assert.All(ideas.Where(idea => idea.Latest.Written("place") is not null), idea => Assert.NotNull(idea.Latest.Chosen("zone")));

        var map = Assert.IsType<ClustersView>(ActivityKinds.Of("clusters").View(
            state.StateOf(state.Item("strategies")), state.Scene(state.Item("strategies")), new Audience(Role.Projector)));
        Assert.Equal((11, 4, 8, 2, 1), (map.Clusters.Count, map.Groups.Count, map.Relations.Count, map.Links.Count, map.Loose.Count));
        Assert.Equal(62, map.Clusters.Sum(cluster => cluster.Cards.Count) + map.Loose.Count);
        Assert.Equal(26 * 5, map.Clusters.Sum(cluster => cluster.Weight));
        Assert.All(map.Groups, group => Assert.Equal(3, group.Keywords.Count));
        Assert.True(state.Stage.Closed);
    }

    [Fact]
    public async Task The_opinion_round_holds_together()
    {
        var state = await Folded(OpinionRoundSample.Slug);

        Assert.Equal(24, state.Participants.Count);
        Assert.Equal(17, state.Gives("statements").Count());
        Assert.Equal(22 * 3, state.Weights("second-look").Values.Sum());
        Assert.True(state.Stage.Closed);
    }

    private static async Task<SessionState> Folded(string slug) => SessionState.Fold(
        SessionFile.Read(await File.ReadAllTextAsync(Path.Combine(ShippedWorkshopsTests.Root(), slug, "sample.json"))).Select(line => line.ToEntry()));
}
