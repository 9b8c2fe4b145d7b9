using Participation.Activities.Clusters;
using Participation.Activities.Ideas;
using Participation.Journal;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Tests.Golden;
using Participation.Tests.Laws;
using Participation.Views;
using Participation.Writing;
using Board = Participation.Activities.Clusters.Board;

namespace Participation.Tests.Activities;

/// <summary>Whoever leads takes back what they did with their own hand, their own last one first, and nobody else's work with it.</summary>
public sealed class TakenBackTests
{
    private const int Acts = 60;

    private static readonly Guid Other = Given.Id(0xFB);

    [Fact]
    public void What_was_typed_for_a_guest_stays_where_somebody_else_has_put_it_in_other_words_since()
    {
        var room = new Given(Given.Item("ideas", "ideas", new { question = Given.Text("What?") }));
        var guest = room.Seat(phoneless: true);
        Dictionary<string, string> Texts(string text) => new() { ["text"] = text };
        Assert.Null(room.Do<WriteContribution, object>("ideas", guest, new(Texts("A bench")), WriteContributionHandler.Decide, Role.Facilitator, Given.Facilitator));
        var written = room.State.Number;
        Assert.Null(room.Do<RewordContribution, object>("ideas", guest, new("IM-001", 1, Texts("Three benches")), RewordContributionHandler.Decide, Role.Scribe, Other));
        Assert.Null(room.State.LastOf(Given.Facilitator));
        Assert.Equal("session.changed-since", Undo(room, Given.Facilitator, written));
        Assert.Equal("Three benches", room.State.Gives("ideas").Single().Text);
        // Once the other one has taken that back, nothing stands in the way.
        Assert.Null(Undo(room, Other, room.State.LastOf(Other)!.Act));
        Assert.Null(Undo(room, Given.Facilitator, written));
        Assert.Equal(ContributionStatus.Withdrawn, room.State.Scene(room.State.Item("ideas")).StatusOf(room.State.Gives("ideas").Single()));
    }

    [Fact]
    public void Whatever_was_done_on_a_board_is_taken_back_to_the_board_before()
    {
        var (taken, kinds) = (0, new HashSet<Type>());
        for (var seed = 0; seed < 12; seed++)
        {
            var (room, random) = (Board(), new Random(seed));
            var boards = new Stack<string>([Seen(room)]);
            for (var n = 0; n < Acts; n++)
            {
                if (!Act(room, random, Given.Facilitator)) continue;
                kinds.Add(room.Entries[^1].Event.GetType());
                boards.Push(Seen(room));
            }
            while (boards.Count > 1)
            {
                Assert.Equal(boards.Pop(), Seen(room));
                Assert.Null(Undo(room, Given.Facilitator, room.State.LastOf(Given.Facilitator)!.Act));
                taken++;
            }
            Assert.Equal(boards.Pop(), Seen(room));
            Assert.Null(room.State.LastOf(Given.Facilitator));
            Assert.Equal(0, room.State.Deeds.Last);
        }
        Assert.True(taken > 300 && kinds.Count == 9, $"{taken} of {string.Join(", ", kinds.Select(kind => kind.Name))}");
    }

    [Fact]
    public void Each_takes_back_their_own_last_one_first()
    {
        var room = Board();
        Do(room, new MoveCard("IM-001", "aaaa"), MoveCardHandler.Decide, Given.Facilitator);
        Do(room, new MoveCard("IM-002", "aaaa"), MoveCardHandler.Decide, Other);
        Do(room, new MoveCard("IM-003", "bbbb"), MoveCardHandler.Decide, Given.Facilitator);
        var (first, others, last) = (room.Entries[^3].Number, room.Entries[^2].Number, room.Entries[^1].Number);

        Assert.Equal([("IM-003", "B"), ("IM-002", "A")], Own(room).OrderByDescending(own => own.Act).Select(own => (own.Item!, own.To!)));
        Assert.Equal("session.stale", Undo(room, Given.Facilitator, first));
        Assert.NotNull(Undo(room, Given.Facilitator, others));
        Assert.Null(Undo(room, Given.Facilitator, last));
        Assert.Null(Undo(room, Given.Facilitator, first));
        var view = room.View<ClustersView>("sort", Role.Facilitator);
        Assert.Equal(["IM-002"], view.Clusters[0].Cards);
        Assert.Empty(view.Clusters[1].Cards);
        Assert.Null(Undo(room, Other, others));
    }

    [Fact]
    public void What_others_changed_since_is_not_taken_back_and_is_named()
    {
        var room = Board();
        Do(room, new MoveCard("IM-001", "aaaa"), MoveCardHandler.Decide, Given.Facilitator);
        Do(room, new MoveCard("IM-002", "aaaa"), MoveCardHandler.Decide, Given.Facilitator);
        var act = room.Entries[^1].Number;
        Assert.Null(ClusterRoom.Do<MoveCard>(room, new("IM-002", "bbbb"), MoveCardHandler.Decide, "sort", Given.Id(1)));
        var refused = UndoActHandler.Decide(room.State, By(new UndoAct(act), Given.Facilitator)).Refused!;
        Assert.Equal(("session.changed-since", "IM-002"), (refused.Code, refused.Detail));
        // What nobody else has touched is offered all the same.
        Assert.Equal("IM-001", Own(room).Single().Item);
        room.Undo();
        var view = room.View<ClustersView>("sort", Role.Facilitator);
        Assert.Equal(["IM-002"], view.Clusters[1].Cards);
        Assert.Empty(view.Clusters[0].Cards);
    }

    /// <summary>Also when somebody moved it there and away, and who undoes has moved it again.</summary>
    [Fact]
    public void Work_of_others_in_between_is_not_passed_over()
    {
        var room = Board();
        Do(room, new MoveCard("IM-001", "aaaa"), MoveCardHandler.Decide, Given.Facilitator);
        Do(room, new MoveCard("IM-001", "bbbb"), MoveCardHandler.Decide, Other);
        Do(room, new MoveCard("IM-001"), MoveCardHandler.Decide, Given.Facilitator);
        var first = room.Entries[^3].Number;
        room.Undo();
        Assert.Equal(["IM-001"], room.View<ClustersView>("sort", Role.Facilitator).Clusters[1].Cards);
        Assert.Equal("session.changed-since", Undo(room, Given.Facilitator, first));
    }

    [Fact]
    public void A_dissolved_cluster_comes_back_with_those_of_its_cards_that_nobody_moved_meanwhile()
    {
        var room = Board();
        foreach (var card in (string[])["IM-001", "IM-002", "IM-003"]) Do(room, new MoveCard(card, "aaaa"), MoveCardHandler.Decide, Given.Facilitator);
        room.Open("name");
        Do(room, new NameCluster("aaaa", "Shade for all", "Shade"), NameClusterHandler.Decide, Given.Facilitator, "name");
        room.Open("sort");
        Do(room, new DropCluster("aaaa"), DropClusterHandler.Decide, Given.Facilitator);
        Assert.Null(ClusterRoom.Do<MoveCard>(room, new("IM-002", "bbbb"), MoveCardHandler.Decide, "sort", Given.Id(1)));
        Assert.Equal("Shade for all", Own(room).Single().Item);
        room.Undo();
        var view = room.View<ClustersView>("sort", Role.Facilitator);
        Assert.Equal(("Shade for all", "Shade"), (view.Clusters[0].Name, view.Clusters[0].Label));
        Assert.Equal(["IM-001", "IM-003"], view.Clusters[0].Cards);
        Assert.Equal(["IM-002"], view.Clusters[1].Cards);
        Assert.Equal(ContributionStatus.Shown, room.State.Scene(room.State.Item("sort")).StatusOf(room.State.Gives("link").First()));
    }

    [Fact]
    public void A_cluster_in_which_others_have_put_something_stays()
    {
        var room = Board();
        Do(room, new MakeCluster("cccc"), MakeClusterHandler.Decide, Given.Facilitator);
        var act = room.Entries[^1].Number;
        Assert.Null(ClusterRoom.Do<MoveCard>(room, new("IM-002", "cccc"), MoveCardHandler.Decide, "sort", Given.Id(1)));
        Assert.Equal("session.changed-since", Undo(room, Given.Facilitator, act));
    }

    /// <summary>The journal keeps what was taken back as what it was, and no words a second time.</summary>
    [Fact]
    public void What_was_typed_for_a_guest_is_taken_back_by_its_inverse()
    {
        var room = new Given(Given.Item("ideas", "ideas", new { question = Given.Text("What?") }));
        var guest = room.Seat(phoneless: true);
        Assert.Null(room.Do<WriteContribution, object>("ideas", guest, new(Said("A pnd")), WriteContributionHandler.Decide, Role.Facilitator, Given.Facilitator));
        Assert.Null(room.Do<RewordContribution, object>("ideas", guest, new("IM-001", 1, Said("A pond")), RewordContributionHandler.Decide, Role.Facilitator, Given.Facilitator));
        Assert.Equal(["contribution.reworded"], Own(room).Select(own => own.Name));
        room.Undo();
        Assert.Equal(("A pnd", 3), (room.State.Gives("ideas").Single().Text, room.State.Gives("ideas").Single().Wordings.Count));
        Assert.Equal(("contribution.written", "IM-001"), (Own(room).Single().Name, Own(room).Single().Item));
        room.Undo();
        Assert.Equal(ContributionStatus.Withdrawn, room.State.Scene(room.State.Item("ideas")).StatusOf(room.State.Gives("ideas").Single()));
        Assert.All(room.Entries.TakeLast(2), entry => Assert.DoesNotContain("pnd", EventNames.Write(entry.Event), StringComparison.Ordinal));
    }

    /// <summary>An undo puts the stage back as it was before an act: as it was, but for what was taken back since by another one.</summary>
    [Fact]
    public void What_was_typed_and_taken_back_does_not_return_with_the_next_undo()
    {
        var room = new Given(Given.Item("ideas", "ideas", new { question = Given.Text("What?") }));
        var guest = room.Seat(phoneless: true);
        room.Act(new LockStep { Item = "ideas" }, LockStepHandler.Decide);
        Assert.Null(room.Do<WriteContribution, object>("ideas", guest, new(Said("A pond")), WriteContributionHandler.Decide, Role.Facilitator, Given.Facilitator));
        Assert.Null(Undo(room, Given.Facilitator, Own(room).Single().Act));
        while (!room.State.Acts.IsEmpty)
        {
            room.Happens(Given.Facilitator, new ActUndone(room.State.Acts.Peek().Act));
            Assert.Equal(ContributionStatus.Withdrawn, room.State.Scene(room.State.Item("ideas")).StatusOf(room.State.Gives("ideas").Single()));
        }
    }

    [Fact]
    public void An_old_undo_of_what_was_typed_withdraws_it_and_nothing_else()
    {
        var room = new Given(Given.Item("ideas", "ideas", new { question = Given.Text("What?") }), Given.Item("later", "ideas", new { question = Given.Text("And?") }, "LA"));
        var guest = room.Seat(phoneless: true);
        room.Open("later").Happens(guest, new IdeaGiven("later", 1, "Typed by mistake", null, null, null, null, null), Given.Facilitator);
        var before = room.State;
        room.Happens(Given.Facilitator, new ActUndone(before.Number));
        Assert.Equal("later", room.State.Stage.Open);
        Assert.Equal(before.Acts.Select(done => done.Act), room.State.Acts.Select(done => done.Act));
        var expected = before.Stage with { Version = room.State.Number, Marks = before.Stage.Marks.Add("LA-001", new(Withdrawn: true)) };
        Assert.Equal(Dump.Of(expected)!.ToJsonString(), Dump.Of(room.State.Stage)!.ToJsonString());
    }

    [Fact]
    public void After_the_close_no_board_is_changed()
    {
        var room = Board();
        Do(room, new MoveCard("IM-001", "aaaa"), MoveCardHandler.Decide, Given.Facilitator);
        var act = room.Entries[^1].Number;
        room.Act(new CloseSession(), CloseSessionHandler.Decide);
        Assert.Equal("session.closed", Undo(room, Given.Facilitator, act));
    }

    /// <summary>A board with six cards, two clusters made by a participant and everything allowed.</summary>
    private static Given Board()
    {
        var room = ClusterRoom.With("Trees", "Shade", "Ponds", "Trams", "Benches", "Bins").Open("sort");
        foreach (var id in (string[])["aaaa", "bbbb"]) Assert.Null(ClusterRoom.Do<MakeCluster>(room, new(id), MakeClusterHandler.Decide, "sort", Given.Id(1)));
        return room;
    }

    /// <summary>Something that chance says, in whichever step allows it; false when it was refused.</summary>
    private static bool Act(Given room, Random random, Guid by)
    {
        string Pick(params string[] of) => of[random.Next(of.Length)];
        string Card() => $"IM-00{random.Next(1, 7)}";
        string Cluster() => Pick("aaaa", "bbbb", "cccc", "dddd", "eeee");
        string Group() => Pick("gggg", "hhhh");
        return random.Next(9) switch
        {
            0 => Try(new MakeCluster(Cluster(), random.Next(2) == 0 ? "Begun" : null), MakeClusterHandler.Decide, "sort"),
            1 or 2 => Try(new MoveCard(Card(), random.Next(4) == 0 ? null : Cluster()), MoveCardHandler.Decide, "sort"),
            3 => Try(new LinkCard(Card(), random.Next(3) == 0 ? null : Card()), LinkCardHandler.Decide, "link"),
            4 => Try(new NameCluster(Cluster(), $"Name {random.Next(99)}", random.Next(2) == 0 ? "Label" : null), NameClusterHandler.Decide, "name"),
            5 => Try(new NameGroup(Group(), $"Group {random.Next(99)}"), NameGroupHandler.Decide, "name"),
            6 => random.Next(2) == 0 ? Try(new GatherCluster(Cluster(), random.Next(3) == 0 ? null : Group()), GatherClusterHandler.Decide, "name") : Try(new DropCluster(Cluster()), DropClusterHandler.Decide, "sort"),
            7 => Try(new RelateClusters(Cluster(), Cluster(), (Relation)random.Next(4)), RelateClustersHandler.Decide, "relate"),
            _ => Try(new ChooseKeywords(Group(), [$"word {random.Next(9)}"]), ChooseKeywordsHandler.Decide, "condense"),
        };

        bool Try<TCommand>(TCommand command, Func<Scene<ClustersSettings>, Board, TCommand, Decision> decide, string step) where TCommand : ActivityCommand =>
            room.Do(step, by, command, decide, Role.Facilitator) is null;
    }

    private static void Do<TCommand>(Given room, TCommand command, Func<Scene<ClustersSettings>, Board, TCommand, Decision> decide, Guid by, string step = "sort") where TCommand : ActivityCommand =>
        Assert.Null(room.Do(step, by, command, decide, Role.Facilitator));

    private static string? Undo(Given room, Guid by, long act)
    {
        var decision = UndoActHandler.Decide(room.State, By(new UndoAct(act), by));
        foreach (var happened in decision.Events) room.Happens(by, happened);
        return decision.Refused?.Code;
    }

    private static UndoAct By(UndoAct command, Guid by) => command with { From = new(default, by, null, Role.Facilitator, default, default, default) };

    private static IReadOnlyList<UndoView> Own(Given room) => Screens.Of(room.State, new(Role.Facilitator)).Board!.Own ?? [];

    /// <summary>All of the board; the order of its relations says nothing, and to take a title back is one more naming.</summary>
    private static string Seen(Given room)
    {
        var view = room.View<ClustersView>("sort", Role.Facilitator);
        return JsonPatch.Node(view with { Clusters = [.. view.Clusters.Select(cluster => cluster with { Named = null })], Relations = [.. view.Relations.OrderBy(relation => relation.From + relation.To, StringComparer.Ordinal)] }).ToJsonString();
    }

    private static Dictionary<string, string> Said(string text) => new() { [Wording.Main] = text };
}
