using FsCheck;
using FsCheck.Fluent;
using Participation.Activities.Ideas;
using Participation.Journal;
using Participation.Reports;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Erasing;
using Participation.Sessions.Joining;
using Participation.Sessions.Reporting;
using Participation.Tests.Laws;
using Participation.Texts;
using static Participation.Tests.Reports.TypedRoom;

namespace Participation.Tests.Reports;

/// <summary>
/// No type of fewer than five people is told by report and CSV. The attacker reads the counts by type and by table and the annex, knows that each
/// gave one idea, and so knows of every room that would have the same report; in none of them may a row be left with one possibility.
/// </summary>
public sealed class AnnexTests
{
    [Theory]
    [InlineData("20a 6b", "a b")]
    [InlineData("20a 3b 6-", "a")] // the three could be told from the counts if silence were printed
    [InlineData("20a 3b", "")]
    [InlineData("20a 7c 3b", "a")]
    [InlineData("20a 2b 3c", "a")] // five of two types
    [InlineData("20a 2b 2c 6-", "a")]
    [InlineData("20a 4-", "")] // who said nothing would be as well known
    [InlineData("3a", "a")] // all are alike: the section on participation says so
    [InlineData("1a 1b", "")]
    public void A_room_without_tables(string room, string printed) =>
        Assert.Equal(printed.Split(' ', StringSplitOptions.RemoveEmptyEntries), Printed(Read(Room([("plenary", room)]))));

    /// <summary>The classes are X of a and b, Y of c and d.</summary>
    [Theory]
    [InlineData("20a 3c 4d", "a Y")]
    [InlineData("8a 2b 3c 4d", "X Y")] // b alone under X would be the only one withheld
    [InlineData("8a 2b 2c 1d", "a")] // pooled, Y would be alone, and take X with it
    [InlineData("6a 6b 6c 6d", "a b c d")]
    [InlineData("3a 2c", "")]
    [InlineData("20a 3b 3c 3d 2-", "a Y")] // X would be three: they and the silent are five
    [InlineData("3a 4b 5-", "- X")]
    public void Types_that_are_too_few_stand_under_the_name_of_their_class(string room, string printed)
    {
        var paper = Read(Room([("plenary", room)], classes: true));
        Assert.Equal(printed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), paper.Rows.Select(row => row.Type).Distinct().Where(type => type != Withheld).Order());
    }

    /// <summary>Ten people of three types, then two more of one: what both reports withhold would be of one type alone.</summary>
    [Theory]
    [InlineData("5a 3b 2c")]
    [InlineData("5a 5b 2c")]
    [InlineData("20a")]
    public void As_long_as_a_session_goes_on_no_report_of_it_prints_a_type(string room)
    {
        var paper = Read(Room([("plenary", room)], closed: false));
        Assert.All(paper.Rows, row => Assert.Equal(Withheld, row.Type));
        Assert.Empty(paper.ByType);
    }

    /// <summary>Two reports of one session, before and after: what one of them says and the other does not is nothing about who erased.</summary>
    [Theory, InlineData(false), InlineData(true)]
    public async Task Who_erases_after_the_close_is_not_told_by_the_difference_of_two_reports(bool reopened)
    {
        var hall = await new Hall().Opened();
        await hall.Send(new StartSession(), Role.Facilitator, Given.Facilitator);
        await hall.Send(new OpenItem { Item = "ideas" }, Role.Facilitator, Given.Facilitator);
        for (var n = 1; n <= 12; n++)
        {
            await hall.Send(new JoinSession("en", n <= 6 ? "resident" : null, n <= 6 ? "z1" : null, null, Consent: true), Role.Participant, Given.Id(n));
            await hall.Send(new GiveIdea($"Idea {n}") { Item = "ideas" }, Role.Participant, Given.Id(n));
        }
        // Before the close nobody was told yet: what is left is counted as it is.
        await hall.Send(new EraseMine(), Role.Participant, Given.Id(12));
        await hall.Send(new CloseSession(), Role.Facilitator, Given.Facilitator);
        var (types, zones, rows) = await Told();
        Assert.Equal((2, 2), (types, zones));
        Assert.Contains(TypeSaid.Named, rows);
        var idea = (await hall.State()).Gives("ideas").First(given => given.By == Given.Id(2)).Id;
        Assert.Null((await hall.Send(new EraseWords(Contribution: idea), Role.Facilitator, Given.Facilitator)).Refused);
        Assert.Equal((2, 2), await Told() is var words ? (words.Types, words.Zones) : default);

        var act = (await hall.State()).Acts.Peek().Act;
        if (reopened) Assert.Null((await hall.Send(new UndoAct(act), Role.Facilitator, Given.Facilitator)).Refused);
        Assert.Null((await hall.Send(new EraseMine(), Role.Participant, Given.Id(1))).Refused);
        if (reopened) Assert.Null((await hall.Send(new CloseSession(), Role.Facilitator, Given.Facilitator)).Refused);
        Assert.True((await hall.State()).Stage.Closed);
        (types, zones, rows) = await Told();
        Assert.Equal((0, 0), (types, zones));
        Assert.All(rows, said => Assert.Equal(TypeSaid.Withheld, said));

        async Task<(int Types, int Zones, IReadOnlyList<TypeSaid> Rows)> Told()
        {
            var state = await hall.State();
            var frame = new ReportFrame("en", TimeZoneInfo.Utc, new string('0', 64));
            var (data, bars) = (DataSet.Of(state, frame), SynthesisReport.Of(state, frame).Sections.SelectMany(section => section.Blocks).OfType<Bars>().Select(each => each.Title).ToList());
            Assert.Equal(data.Participants.ByType.Count > 0, bars.Contains("Participants by stakeholder type"));
            Assert.Equal(data.Participants.ByZone.Count > 0, bars.Contains("Participants by zone"));
            return (data.Participants.ByType.Count, data.Participants.ByZone.Count, [.. data.Contributions.Where(row => row.Item == "ideas").Select(row => row.TypeSaid)]);
        }
    }

    [Fact]
    public void Whoever_is_the_only_one_of_their_type_at_a_table_is_not_told_by_it()
    {
        var room = Room([("North", "7a 8b"), ("South", "6a 6c 1b")]);
        Assert.DoesNotContain("b", Printed(Read(room)));
        Assert.Equal(["a"], Printed(Read(Room([("North", "9a 8b"), ("South", "6a 2c 3d")]))).Except(["b"]));
    }

    [Fact]
    public void What_is_printed_at_one_table_does_not_tell_what_the_others_are() =>
        Assert.Empty(Printed(Read(Room([("North", "3b"), ("South", "20a")]))));

    [Fact]
    public void Who_changed_the_table_is_not_alone_where_they_wrote()
    {
        var room = Room([("North", "6a 6c"), ("South", "6b 6a")]);
        var moved = room.State.Participants.Values.First(who => who.Type == "b");
        Assert.Contains("b", Printed(Read(room)));
        room.Happens(Given.Facilitator, new ParticipantMoved(moved.Id, "North"))
            .Happens(moved.Id, new IdeaGiven("ideas", 99, "Wrote in the north", null, null, null, null, null))
            .Happens(Given.Facilitator, new ParticipantMoved(moved.Id, "South"));
        Assert.DoesNotContain("b", Printed(Read(room)));
    }

    [Fact]
    public void A_flood_does_not_make_a_small_type_large()
    {
        var room = Room([("plenary", "20a 1b 6c 6d")]);
        var bots = Enumerable.Range(500, 9).Select(Given.Id).ToList();
        foreach (var bot in bots) room.Happens(bot, new ParticipantSeated(bot, 500, "en", "b", null, null, false, true)).Happens(bot, new IdeaGiven("ideas", 99, "Of a flood", null, null, null, null, null));
        Assert.Contains("b", Printed(Read(room)));
        room.Happens(Given.Facilitator, new FloodRemoved(DateTimeOffset.UnixEpoch, bots));
        Assert.DoesNotContain("b", Printed(Read(room)));
    }

    /// <summary>The attacker knows besides of what type those are who gave nothing, and that erased rows are of whoever erased themselves.</summary>
    [Theory, InlineData(false), InlineData(true)]
    public void No_room_has_a_row_of_which_an_attacker_knows_the_small_type(bool classes) => Prop.ForAll(
        Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 9), Gen.Choose(4, 6)).ArrayOf(12).ToArbitrary(), Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 5)).ArrayOf(24).ToArbitrary(), (sizes, others) =>
        {
            var room = Room([.. Places.Select((place, k) => (place, string.Join(' ', "abc-".SelectMany((type, t) => (string[])
                [$"{sizes[k * 4 + t]}{type}", $"{others[k * 4 + t]}{type}.", $"{others[12 + k * 4 + t]}{type}!"]))))], classes: classes);
            if (sizes.Sum() == 0) return true;
            Beside(room);
            var (paper, gone) = (Read(room), others[12..].Sum());
            Assert.All(paper.Rows.Where(row => row.IsErased), row => Assert.Equal(Withheld, row.Type));
            var heard = paper with
            {
                ByType = paper.ByType.Select(part => (part.Key, N: part.Value - others[..12].Where((_, at) => part.Key == $"{"abc-"[at % 4]}").Sum() - (part.Key == "-" ? gone : 0)))
                    .Where(part => part.N > 0).ToDictionary(part => part.Key, part => part.N),
                ByTable = Places.Select((place, k) => (place, sizes[(k * 4)..(k * 4 + 4)].Sum())).Where(place => place.Item2 > 0).ToDictionary(),
                Rows = paper.Rows.FindAll(row => !row.IsErased),
            };
            if (paper.ByType.Count > 1) Attack(heard, paper.ByType.Keys, (k, type) => sizes[Array.IndexOf(Places, k) * 4 + "abc-".IndexOf(type, StringComparison.Ordinal)]);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Table_and_data_set_withhold_the_same() => Beside(Room([("North", "9a 8b"), ("South", "6a 2c 3d 7-")]));

    /// <summary>Row by row and count by count they say what the pages say: who has all three knows what who has one knows.</summary>
    private static void Beside(Given room)
    {
        var (paper, frame) = (Read(room), new ReportFrame("en", TimeZoneInfo.Utc, new string('0', 64)));
        var ((head, rows), data) = (ContributionTable.Of(room.State, frame), DataSet.Of(room.State, frame));
        var (type, table, status) = (head.ToList().IndexOf("type"), head.ToList().IndexOf("table"), head.ToList().IndexOf("status"));
        var printed = paper.Rows.Select(row => (row.Type is "-" ? "not-stated" : row.Type == Withheld ? "withheld" : row.Type, row.Place)).ToList();
        Assert.Equal(printed, rows.Where(row => row[status] != ContributionTable.Counted).Select(row => (row[type]!, row[table] ?? Plenary)));
        Assert.Equal(printed, data.Contributions.Select(row => (row.TypeSaid switch { TypeSaid.Withheld => "withheld", TypeSaid.NotStated => "not-stated", TypeSaid.Pooled => row.Class!, _ => row.Type! }, row.Table ?? Plenary)));
        Assert.All(data.Contributions, row => Assert.Equal(row.TypeSaid == TypeSaid.Pooled, row.Class is not null));
        Assert.All(data.Contributions, row => Assert.Equal(row.TypeSaid == TypeSaid.Named, row.Type is not null));
        Assert.Equal(paper.ByType.OrderBy(part => part.Key), data.Participants.ByType.ToDictionary(part => Short(part.Label), part => part.N).OrderBy(part => part.Key));
        Assert.Equal(paper.ByTable.OrderBy(part => part.Key), data.Participants.ByTable.ToDictionary(part => part.Label, part => part.N).OrderBy(part => part.Key));
    }

    private static void Attack(Paper paper, IEnumerable<string> everybody, Func<string, string, int> people)
    {
        var types = paper.ByType.Keys.ToList();
        if (types.Count == 1 && paper.Rows.TrueForAll(row => row.Type == Withheld)) return;
        var printed = paper.Rows.Where(row => row.Type != Withheld).CountBy(row => (row.Place, row.Type)).ToDictionary();
        // Who stands under a class is of any of its types that stand nowhere by themselves.
        var pooled = types.Where(type => printed.Keys.All(cell => cell.Type != type) && printed.Keys.Any(cell => cell.Type == ClassOf(type))).ToList();
        Assert.All(printed.Keys, cell => Assert.InRange(pooled.Exists(type => ClassOf(type) == cell.Type) ? pooled.Where(type => ClassOf(type) == cell.Type).Sum(type => people(cell.Place, type)) : people(cell.Place, cell.Type),
            everybody.Select(type => printed.Keys.Any(one => one.Type == ClassOf(type)) ? ClassOf(type) : type).Distinct().Count() == 1 ? 1 : NamedTypes.Fewest, int.MaxValue));
        var rest = paper.Rows.Where(row => row.Type == Withheld).CountBy(row => row.Place).ToDictionary();
        var left = types.ToDictionary(type => type, type => pooled.Contains(type) ? 0 : paper.ByType[type] - printed.Where(cell => cell.Key.Type == type).Sum(cell => cell.Value));
        foreach (var (place, n) in rest)
        {
            Assert.True(n >= NamedTypes.Fewest || n == paper.ByTable[place], $"{n} at {place} are alone without a type");
            var could = types.Where(type => Could(place, type)).ToList();
            Assert.True(could.Count > 1, $"all rows withheld at {place} are of {string.Join(", ", could)}");
        }

        // Hall's condition on the room without this one person: every set of tables finds enough people of the types that it may hold.
        bool Could(string place, string type) => left[type] > 0 && !printed.ContainsKey((place, type))
            && Enumerable.Range(1, (1 << rest.Count) - 1).Select(set => rest.Keys.Where((_, k) => (set >> k & 1) == 1).ToList())
                .All(set => set.Sum(k => rest[k]) - (set.Contains(place) ? 1 : 0)
                    <= types.Where(t => set.Exists(k => !printed.ContainsKey((k, t)))).Sum(t => left[t] - (t == type ? 1 : 0)));
    }

    private static string ClassOf(string type) => type switch { "a" or "b" => "X", "c" or "d" => "Y", _ => "" };
}
