using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Participation.Activities.Clusters;
using Participation.Journal;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Board = Participation.Activities.Clusters.Board;

namespace Participation.Tests.Activities;

/// <summary>The board: every card has one place, nothing is lost, each step allows its own acts, and nobody sees what is hidden.</summary>
public sealed class ClustersTests
{
    private static Given Room() => ClusterRoom.With("Trams", "Trees", "More trams", "Housing");

    private static string? Move(Given room, string card, string? to, Guid? who = null, string step = "sort") =>
        ClusterRoom.Do<MoveCard>(room, new(card, to), MoveCardHandler.Decide, step, who);

    private static string? Make(Given room, string id, string? name = null, Guid? who = null, string step = "sort") =>
        ClusterRoom.Do<MakeCluster>(room, new(id, name), MakeClusterHandler.Decide, step, who);

    private static string? Link(Given room, string card, string? to) => ClusterRoom.Do<LinkCard>(room, new(card, to), LinkCardHandler.Decide, "link");

    private static string? Name(Given room, string id, string name, string? label = null) =>
        ClusterRoom.Do<NameCluster>(room, new(id, name, label), NameClusterHandler.Decide, "name");

    private static string? Drop(Given room, string id) => ClusterRoom.Do<DropCluster>(room, new(id), DropClusterHandler.Decide, "sort");

    private static string? Group(Given room, string id, string name) => ClusterRoom.Do<NameGroup>(room, new(id, name), NameGroupHandler.Decide, "name");

    private static string? Gather(Given room, string id, string? group) => ClusterRoom.Do<GatherCluster>(room, new(id, group), GatherClusterHandler.Decide, "name");

    private static string? Relate(Given room, string from, string to, Relation relation) =>
        ClusterRoom.Do<RelateClusters>(room, new(from, to, relation), RelateClustersHandler.Decide, "relate");

    private static string? Keywords(Given room, string group, params string[] words) =>
        ClusterRoom.Do<ChooseKeywords>(room, new(group, words), ChooseKeywordsHandler.Decide, "condense");

    private static ClustersView View(Given room, Role role = Role.Facilitator, string step = "sort") => room.View<ClustersView>(step, role);

    [Fact]
    public void Every_card_is_left_over_until_it_is_moved_and_the_last_move_counts()
    {
        var room = Room();
        Assert.Equal(["IM-001", "IM-002", "IM-003", "IM-004"], View(room).Loose);
        Assert.Null(Make(room, "green"));
        Assert.Null(Make(room, "rail"));
        Assert.Null(Move(room, "IM-001", "green", Given.Id(1)));
        Assert.Null(Move(room, "IM-001", "rail", Given.Id(2)));
        Assert.Equal([[], ["IM-001"]], View(room).Clusters.Select(cluster => cluster.Cards));
        Assert.Null(Move(room, "IM-001", "green", Given.Id(1)));
        Assert.Null(Move(room, "IM-001", null));
        Assert.Equal(["IM-001", "IM-002", "IM-003", "IM-004"], View(room).Loose);
        Assert.All(View(room).Clusters, cluster => Assert.Empty(cluster.Cards));
    }

    [Fact]
    public void What_is_not_there_is_refused()
    {
        var room = Room();
        Make(room, "green");
        Assert.Equal("clusters.unknown-card", Move(room, "IM-009", "green"));
        Assert.Equal("clusters.unknown-cluster", Move(room, "IM-001", "rail"));
        Assert.Equal("clusters.exists", Make(room, "green"));
        Assert.Equal("clusters.bad-id", Make(room, "Green"));
        Assert.Equal("clusters.bad-id", Make(room, "green\n"));
        Assert.Equal("clusters.bad-id", Make(room, "abc"));
        Assert.Equal("clusters.unknown-cluster", Name(room, "rail", "Name"));
        Assert.Equal("clusters.unknown-cluster", Drop(room, "rail"));
        Assert.Equal("clusters.unknown-group", Gather(room, "green", "none"));
        Assert.Equal("clusters.unknown-cluster", Relate(room, "green", "rail", Relation.Causes));
        Assert.Equal("clusters.same-cluster", Relate(room, "green", "green", Relation.Causes));
        Assert.Equal("clusters.unknown-group", Keywords(room, "none", "a"));
    }

    [Fact]
    public void A_step_allows_its_own_acts_and_no_others()
    {
        var room = Room();
        Make(room, "green");
        Assert.Equal("clusters.not-now", Move(room, "IM-001", "green", step: "link"));
        Assert.Equal("clusters.not-now", Make(room, "rail", step: "relate"));
        Assert.Equal("clusters.not-now", ClusterRoom.Do<LinkCard>(room, new("IM-001"), LinkCardHandler.Decide, "sort"));
        Assert.Equal("clusters.not-now", ClusterRoom.Do<NameGroup>(room, new("group", "Name"), NameGroupHandler.Decide, "sort"));
        Assert.Equal("clusters.not-now", ClusterRoom.Do<ChooseKeywords>(room, new("group", []), ChooseKeywordsHandler.Decide, "name"));
        Assert.Null(Move(room, "IM-001", "green"));
    }

    [Fact]
    public void Participants_act_only_where_they_may()
    {
        var room = Room();
        Make(room, "green", who: Given.Id(1));
        Assert.Equal("clusters.facilitator-only", ClusterRoom.Do<NameCluster>(room, new("green", "Mine"), NameClusterHandler.Decide, "name", Given.Id(1)));
        Assert.Equal("clusters.facilitator-only", ClusterRoom.Do<LinkCard>(room, new("IM-001", "IM-003"), LinkCardHandler.Decide, "link", Given.Id(1)));
        Assert.Null(room.Do<NameCluster, ClustersSettings, Board>("name", Given.Scribe, new("green", "Ours"), NameClusterHandler.Decide, Role.Scribe));
    }

    [Fact]
    public void A_name_is_a_contribution_that_dots_can_be_put_on()
    {
        var room = Room();
        Make(room, "green");
        Make(room, "rail", "Trams come every five minutes");
        Assert.Equal(["CL-002"], room.State.Gives("sort").Select(given => given.Id));
        Name(room, "green", "Every street has trees", "Trees");
        Name(room, "rail", "Trams come every four minutes");
        Assert.Equal([("CL-001", "Every street has trees"), ("CL-002", "Trams come every four minutes")],
            room.State.Gives("condense").Select(given => (given.Card.Id, given.Card.Text)));
        Assert.Equal([("Every street has trees", "Trees"), ("Trams come every four minutes", null)],
            View(room).Clusters.Select(cluster => (cluster.Name!, cluster.Label)));
    }

    [Fact]
    public void Names_have_limits()
    {
        var room = Room();
        Make(room, "green");
        Assert.Equal("text.too-long", Name(room, "green", new string('x', 141)));
        Assert.Equal("text.too-long", Name(room, "green", "Name", new string('x', 41)));
        Assert.Equal("text.empty", Name(room, "green", " "));
        Assert.Equal("text.too-long", Group(room, "group", new string('x', 201)));
        Assert.Null(Group(room, "group", new string('x', 200)));
        Assert.Equal("clusters.too-many-keywords", Keywords(room, "group", "a", "b", "c", "d"));
        Assert.Equal("clusters.too-many-keywords", ClusterRoom.Do<ChooseKeywords>(room, new("group", null!), ChooseKeywordsHandler.Decide, "condense"));
        Assert.Equal("text.too-long", Keywords(room, "group", new string('x', 31)));
        Assert.Null(Keywords(room, "group", "agile", "open", "fair"));
        Assert.Equal(["agile", "open", "fair"], View(room).Groups[0].Keywords);
    }

    [Fact]
    public void A_duplicate_is_linked_to_the_original_without_chains_and_goes_where_it_goes()
    {
        var room = Room();
        Make(room, "rail");
        Move(room, "IM-001", "rail");
        Assert.Null(Link(room, "IM-003", "IM-001"));
        Assert.Equal(["IM-001", "IM-003"], View(room).Clusters[0].Cards);
        Assert.Null(Link(room, "IM-004", "IM-003"));
        Assert.Equal([new("IM-003", "IM-001"), new("IM-004", "IM-001")], View(room).Links);
        Assert.Equal("clusters.same-card", Link(room, "IM-001", "IM-003"));
        Assert.Equal("clusters.same-card", Link(room, "IM-002", "IM-002"));
        Assert.Null(Link(room, "IM-001", "IM-002"));
        Assert.All(View(room).Links, link => Assert.Equal("IM-002", link.DuplicateOf));
        Assert.Equal(4, View(room).Loose.Count);
        Move(room, "IM-004", "rail");
        Assert.Equal(4, View(room).Clusters[0].Cards.Count);
        Assert.Null(Link(room, "IM-004", null));
        Assert.Equal("clusters.not-linked", Link(room, "IM-004", null));
        Move(room, "IM-002", null);
        Assert.Equal(["IM-004"], View(room).Clusters[0].Cards);
        Assert.Equal(4, View(room).Total);
    }

    [Fact]
    public void A_dropped_cluster_leaves_its_cards_and_takes_its_relations_along()
    {
        var room = Room();
        Make(room, "rail", "Trams");
        Make(room, "green", "Trees");
        Move(room, "IM-001", "rail");
        Relate(room, "rail", "green", Relation.Supports);
        Assert.Null(Drop(room, "rail"));
        Assert.Equal("green", Assert.Single(View(room).Clusters).Id);
        Assert.Contains("IM-001", View(room).Loose);
        Assert.Empty(View(room).Relations);
        Assert.Equal("clusters.unknown-cluster", Move(room, "IM-001", "rail"));
        Assert.Equal("clusters.exists", Make(room, "rail"));
        Assert.Equal(["CL-002"], room.State.Scene(room.State.Item("sort")).GivenBy([new("sort")]).Select(given => given.Id));
        Assert.Equal(2, room.State.Gives("sort").Count());
    }

    [Fact]
    public void Relations_are_typed_and_replaced()
    {
        var room = Room();
        Make(room, "rail");
        Make(room, "green");
        Relate(room, "rail", "green", Relation.Causes);
        Relate(room, "rail", "green", Relation.Conflicts);
        Assert.Equal([new("rail", "green", Relation.Conflicts)], View(room).Relations);
        Relate(room, "rail", "green", Relation.None);
        Assert.Empty(View(room).Relations);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<RelateClusters>("""{"from":"rail","to":"green"}""", Json.Options));
        var sent = JsonSerializer.Deserialize<RelateClusters>("""{"from":"rail","to":"green","relation":"causes"}""", Json.Options)!;
        Assert.Null(ClusterRoom.Do(room, sent, RelateClustersHandler.Decide, "relate"));
        Assert.Equal([new("rail", "green", Relation.Causes)], View(room).Relations);
    }

    [Theory]
    [InlineData(Role.Participant)]
    [InlineData(Role.Projector)]
    public void A_hidden_card_keeps_its_place_out_of_sight(Role role)
    {
        var room = Room();
        Make(room, "rail");
        Move(room, "IM-001", "rail");
        room.Mark("IM-001", Marking.Hide);
        Assert.Empty(View(room, role).Clusters[0].Cards);
        Assert.Equal(3, View(room, role).Total);
        Assert.Equal("clusters.unknown-card", Move(room, "IM-001", null));
        Assert.DoesNotContain("\"Trams\"", room.Open("sort").Sent(role), StringComparison.Ordinal);
        room.Mark("IM-001", Marking.Restore);
        Assert.Equal(["IM-001"], View(room, role).Clusters[0].Cards);
        Assert.Contains("\"Trams\"", room.Sent(role), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Participant)]
    [InlineData(Role.Projector)]
    public void A_hidden_step_shows_nothing_and_a_hidden_name_is_seen_by_nobody_else(Role role)
    {
        var room = Room();
        Make(room, "rail", "Abuse");
        room.Mark("CL-001", Marking.Hide);
        Assert.Null(View(room, role).Clusters[0].Name);
        Assert.Equal("Abuse", View(room).Clusters[0].Name);
        room.Hide("sort");
        Assert.Empty(View(room, role).Cards);
        Assert.Empty(View(room, role).Clusters);
        Assert.Equal(4, View(room, role).Total);
        Assert.Equal(4, View(room).Cards.Count);
    }

    [Fact]
    public void A_phone_gets_a_capped_number_of_cards_left_over_ones_first()
    {
        var room = ClusterRoom.With([.. Enumerable.Range(1, 230).Select(n => $"Idea {n}")]);
        Make(room, "green");
        Move(room, "IM-001", "green");
        var view = View(room, Role.Participant);
        Assert.Equal((200, 230), (view.Cards.Count, view.Total));
        Assert.DoesNotContain(view.Cards, card => card.Id == "IM-001");
        Assert.Equal(230, View(room, Role.Projector).Cards.Count);
    }

    [Fact]
    public void A_reset_clears_the_board_and_can_be_taken_back()
    {
        var room = Room();
        Make(room, "rail", "Trams");
        Move(room, "IM-001", "rail", step: "sort");
        room.Reset("link");
        Assert.Empty(View(room).Clusters);
        Assert.Equal(4, View(room).Loose.Count);
        room.Undo();
        Assert.Equal(["IM-001"], View(room).Clusters[0].Cards);
        room.Reset("link");
        Make(room, "rail", "Again");
        Assert.Equal("CL-002", Assert.Single(room.State.Gives("sort")).Id);
    }

    [Fact]
    public void Every_card_is_in_exactly_one_cluster_or_left_over()
    {
        string[] ids = ["aaaa", "bbbb", "cccc"];
        var some =
            from act in Gen.Choose(0, 3)
            from card in Gen.Choose(1, 4)
            from other in Gen.Choose(1, 4)
            from cluster in Gen.Choose(0, 3)
            select (Act: act, Card: $"IM-{card:000}", Other: $"IM-{other:000}", Cluster: cluster == 3 ? null : ids[cluster]);
        Prop.ForAll(some.ArrayOf().ToArbitrary(), acts =>
        {
            var room = Room();
            foreach (var (act, card, other, cluster) in acts)
            {
                _ = act switch
                {
                    0 => Make(room, cluster ?? "dddd"),
                    1 => Drop(room, cluster ?? "dddd"),
                    2 => Link(room, card, cluster is null ? null : other),
                    _ => Move(room, card, cluster),
                };
            }
            var view = View(room);
            Assert.Equal(view.Cards.Select(card => card.Id), view.Clusters.SelectMany(cluster => cluster.Cards).Concat(view.Loose).Order());
            Assert.All(view.Links, link => Assert.DoesNotContain(view.Links, other => other.Id == link.DuplicateOf));
            Assert.Equivalent(view, ((IActivity)new Clusters()).View(SessionState.Fold(room.Entries).StateOf(room.State.Item("sort")),
                SessionState.Fold(room.Entries).Scene(room.State.Item("sort")), new(Role.Facilitator)), strict: true);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void One_phone_neither_takes_the_others_room_nor_drops_what_they_made()
    {
        var room = ClusterRoom.With("Trees");
        room.Open("sort");
        string? Made(int who, string id) => ClusterRoom.Do<MakeCluster>(room, new(id), MakeClusterHandler.Decide, "sort", Given.Id(who));
        string? Dropped(int who, string id) => ClusterRoom.Do<DropCluster>(room, new(id), DropClusterHandler.Decide, "sort", Given.Id(who));
        for (var n = 0; n < 40; n++)
        {
            Assert.Null(Made(1, $"mine{n}"));
            Assert.Equal("clusters.not-yours", Dropped(2, $"mine{n}"));
            if (n % 2 == 0) Assert.Null(Dropped(1, $"mine{n}"));
        }
        Assert.Equal("clusters.too-many-own", Made(1, "onemore"));
        Assert.Null(Made(2, "others"));
        Assert.Null(Drop(room, "others"));
    }
}
