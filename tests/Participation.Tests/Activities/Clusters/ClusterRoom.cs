using Participation.Activities.Clusters;
using Participation.Activities.Ideas;
using Participation.Sessions;
using Board = Participation.Activities.Clusters.Board;
using Participation.Writing;

namespace Participation.Tests.Activities;

/// <summary>A room with cards on a board that five steps work on: link, sort, name, relate, condense. A vote on the clusters stands before the last.</summary>
internal static class ClusterRoom
{
    /// <summary>Two people have a seat; the first wrote all the cards.</summary>
    public static Given With(params string[] ideas)
    {
        var room = new Given(
            Given.Item("ideas", "ideas", new { question = Given.Text("What?"), mostEach = 1_000 }),
            Step("link", ["link"]),
            Step("sort", ["move"], participants: true),
            Step("name", ["name", "group"]),
            Step("relate", ["relate"]),
            Given.Item("vote", "dot-vote", new { question = Given.Text("Which first?"), from = new[] { "link" } }, "DV", hidden: true),
            Step("condense", ["condense"]));
        room.Seats(2);
        foreach (var text in ideas) Assert.Null(room.Do<GiveIdea, Contributions>("ideas", Given.Id(1), new(text), GiveIdeaHandler.Decide));
        return room.Open("link");
    }

    /// <summary>The facilitator does something, unless somebody else is named.</summary>
    public static string? Do<TCommand>(Given room, TCommand command, Func<Scene<ClustersSettings>, Board, TCommand, Decision> decide, string step, Guid? who = null)
        where TCommand : ActivityCommand =>
        room.Do(step, who ?? Given.Facilitator, command, decide, who is null ? Role.Facilitator : Role.Participant);

    private static AgendaItem Step(string id, string[] allow, bool participants = false) => Given.Item(
        id, "clusters", new { from = new[] { "ideas" }, allow, participants, weights = "vote" }, "CL", continues: id == "link" ? null : "link");
}
