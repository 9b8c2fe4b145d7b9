using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Participation.Journal;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Erasing;
using Participation.Sessions.Joining;
using Participation.Tests.Golden;
using Participation.Tests.Journal;
using Participation.Views;

namespace Participation.Tests.Laws;

/// <summary>What is erased is gone from the journal, from memory and from every screen; what was counted stays, and the chain tells so.</summary>
public sealed class ErasingLaws
{
    public static TheoryData<Type> Events => [.. EventNames.All];

    /// <summary>Each says it of itself; what the opening of a session declares was said before anybody had come in.</summary>
    [Theory, MemberData(nameof(Events))]
    public void A_member_that_holds_text_is_a_pointer_or_a_choice_or_can_be_erased(Type type) => Expect.None(type.GetProperties()
        .Where(property => Holds(property.PropertyType) && property.CanWrite && !type.IsDefined(typeof(DeclaredAttribute)))
        .Where(property => ((Type[])[typeof(ErasableAttribute), typeof(PointerAttribute), typeof(ChoiceAttribute)]).Count(says => property.IsDefined(says)) != 1)
        .Select(property => property.Name));

    [Fact]
    public void Nothing_but_the_opening_declares() => Assert.Equal([typeof(SessionOpened)], EventNames.All.Where(type => type.IsDefined(typeof(DeclaredAttribute))));

    [Fact]
    public void Every_event_can_be_parted_erased_written_and_read_again()
    {
        var seen = new HashSet<Type>();
        foreach (var entry in GoldenFiles.Names.SelectMany(GoldenFiles.Lines).Where(line => line.Salt is not null).Select(line => line.ToEntry() with { IsWhole = false }))
        {
            var (type, whole) = (entry.Event.GetType(), EventNames.Write(entry.Event));
            var words = type.GetProperties().Where(property => property.IsDefined(typeof(ErasableAttribute))).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).ToHashSet();
            var line = Line.Of(entry, Line.Nothing);
            Assert.Equal(whole, EventNames.Write(line.ToEntry().Event));
            Assert.Subset(words, (HashSet<string>)[.. JsonNode.Parse(line.Words!.Text)!.AsObject().Select(member => member.Key)]);
            Assert.Empty(JsonNode.Parse(line.Data)!.AsObject().Select(member => member.Key).Intersect(words));
            seen.Add(type);
            Assert.Equal(words.Count > 0, Erasures.Of([entry]).Count == 1);
            if (words.Count == 0) continue;

            // What stays is the same in both forms, whether it was written in two texts or in one.
            var (told, first) = (new HashSet<string>(), FirstForm.Of(entry, Line.Nothing));
            foreach (var form in new[] { line, first })
            {
                var erased = form.Without(Erasures.Of([form.ToEntry()])[0]);
                var again = EventNames.Write(erased.ToEntry().Event);
                told.Add(again);
                Assert.All(JsonNode.Parse(again)!.AsObject().Where(member => words.Contains(member.Key)), member => Assert.Contains(member.Value!.ToJsonString(), (string[])["\"\"", "[]", "{}"]));
                Assert.True(JsonNode.DeepEquals(Without(whole, words), Without(again, words)));
                Assert.Equal(Convert.ToHexString(form.Hash()), Convert.ToHexString(erased.Hash()));
                var teller = entry with { Number = 2, Event = Erasures.Told([(form.ToEntry(), Erasures.Of([form.ToEntry() with { Number = 1 }])[0])]) };
                Assert.Null(Line.Break([erased with { Number = 1, Previous = Line.Nothing }, Line.Of(teller, (erased with { Number = 1, Previous = Line.Nothing }).Hash())]));
            }
            Assert.Single(told);
        }
        Assert.Equal(EventNames.All.ToHashSet(), seen);
    }

    private static JsonObject Without(string json, IEnumerable<string> members)
    {
        var left = JsonNode.Parse(json)!.AsObject();
        foreach (var member in members) left.Remove(member);
        return left;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_person_erased_what_they_wrote_no_screen_file_or_report_holds_a_word_of_it(bool own)
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var hall = await Held(seed);
            var before = await hall.State();
            foreach (var who in before.Participants.Keys.Order())
            {
                var words = Words(await hall.Journal.Read(Hall.Session), who);
                var receipt = own && !before.Participants[who].Phoneless
                    ? await hall.Send(new EraseMine(), Role.Participant, who)
                    : await hall.Send(new EraseWords(who), Role.Facilitator, Given.Facilitator);
                Assert.Null(receipt.Refused);
                var lines = await hall.Journal.Lines(Hall.Session);
                Assert.Null(Line.Break(lines));
                var file = SessionFile.Write(lines);
                Assert.DoesNotContain(words, word => file.Contains(word, StringComparison.Ordinal));
                var state = await hall.State();
                foreach (var audience in Watch.Audiences(state))
                {
                    var shown = JsonPatch.Node(Screens.Of(state, audience)).ToJsonString();
                    Assert.DoesNotContain(words, word => shown.Contains(word, StringComparison.Ordinal));
                }
                Assert.Equal(before.Given, state.Given);
                Assert.Equal(before.Stage.Marks, state.Stage.Marks);
            }
            Assert.Equal(Answered(before), Answered(await hall.State()));
        }
    }

    [Fact]
    public async Task One_contribution_is_erased_with_all_that_it_was_called_before()
    {
        var erased = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var hall = await Held(seed);
            var state = await hall.State();
            foreach (var given in Hall.Agenda.Where(item => item.Continues is null).SelectMany(item => state.Gives(item.Id)).Where(given => given.By != Guid.Empty).ToList())
            {
                Assert.Null((await hall.Send(new EraseWords(Contribution: given.Id), Role.Facilitator, Given.Facilitator)).Refused);
                Assert.DoesNotContain(given.Text, SessionFile.Write(await hall.Journal.Lines(Hall.Session)), StringComparison.Ordinal);
                erased++;
            }
            Assert.Null(Line.Break(await hall.Journal.Lines(Hall.Session)));
        }
        Assert.True(erased > 40, $"{erased}");
    }

    [Fact]
    public async Task When_its_time_is_over_a_session_loses_all_words_and_not_before()
    {
        var hall = await Held(3);
        var until = hall.Now.AddDays(30);
        Assert.Null((await hall.Send(new KeepSession(until), Role.Facilitator, Given.Facilitator)).Refused);
        Assert.Equal("session.still-kept", (await hall.Send(new EraseSession(), Role.Facilitator, Guid.Empty)).Refused?.Code);
        hall.Now = until.AddMinutes(1);
        Assert.Null((await hall.Send(new EraseSession(), Role.Facilitator, Guid.Empty)).Refused);
        var entries = await hall.Journal.Read(Hall.Session);
        Assert.Empty(Erasures.Of(entries));
        Assert.Null(Line.Break(await hall.Journal.Lines(Hall.Session)));
        // Nor does a word stand where nobody would erase it.
        Assert.DoesNotContain("More trees", SessionFile.Write(await hall.Journal.Lines(Hall.Session)), StringComparison.Ordinal);
        var again = await hall.Send(new EraseSession(), Role.Facilitator, Guid.Empty);
        Assert.Equal(entries.Count, again.Number);
    }

    [Fact]
    public async Task While_others_write_an_erasure_loses_nothing_of_theirs()
    {
        var journal = new FailingJournal(_ => null);
        var hall = await new Hall(journal).Opened();
        for (var n = 1; n <= 4; n++)
            await hall.Send(new JoinSession("en", null, null, null, Consent: true), Role.Participant, Given.Id(n));
        await hall.Send(new StartSession(), Role.Facilitator, Given.Facilitator);
        await hall.Send(new OpenItem { Item = "ideas" }, Role.Facilitator, Given.Facilitator);
        Assert.Null((await Give(hall, 1, "my secret [1]")).Refused);

        journal.Gate = new();
        var erasing = hall.Send(new EraseMine(), Role.Participant, Given.Id(1));
        var others = Enumerable.Range(2, 20).Select(n => Give(hall, 2 + (n % 3), $"kept [{n}]")).ToList();
        journal.Gate.SetResult();
        Assert.Null((await erasing).Refused);
        var answers = await Task.WhenAll(others);
        for (var n = 0; n < answers.Length; n++)
        {
            if (answers[n].Refused is { Retry: true }) Assert.Null((await Give(hall, 2 + ((n + 2) % 3), $"kept [{n + 2}]")).Refused);
            else Assert.Null(answers[n].Refused);
        }
        var (state, texts) = (await hall.State(), SessionFile.Write(await hall.Journal.Lines(Hall.Session)));
        Assert.DoesNotContain("my secret", texts, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(2, 20), n => Assert.Single(state.Gives("ideas"), given => given.Text == $"kept [{n}]"));
        Assert.Contains(state.Gives("ideas"), given => given.Erased && state.Scene(state.Item("ideas")).StatusOf(given) == ContributionStatus.Erased);
    }

    private static Task<Receipt> Give(Hall hall, int who, string text) =>
        hall.Send(new Participation.Activities.Ideas.GiveIdea(text) { Item = "ideas" }, Role.Participant, Given.Id(who));

    /// <summary>A session of a hundred commands of chance.</summary>
    private static async Task<Hall> Held(int seed)
    {
        var (hall, random) = (await new Hall().Opened(), new Random(seed));
        for (var n = 1; n <= 3; n++)
            await hall.Send(new JoinSession("en", "resident", "z1", null, Consent: true), Role.Participant, Given.Id(n));
        await hall.Send(new StartSession(), Role.Facilitator, Given.Facilitator);
        for (var step = 0; step < 100; step++)
        {
            var tried = hall.Chance.Next(random.Next(), await hall.State());
            if (tried.Command is CloseSession or EraseWords or EraseMine) continue;
            await hall.Send(tried.Command, tried.Role, tried.Who, tried.Hand);
        }
        return hall;
    }

    /// <summary>What a person wrote: everything with a mark of chance in it.</summary>
    private static List<string> Words(IEnumerable<Entry> entries, Guid who) =>
    [
        .. entries.Where(entry => entry.By == who).SelectMany(entry => entry.Event.GetType().GetProperties()
            .Where(property => property.IsDefined(typeof(ErasableAttribute))).Select(property => property.GetValue(entry.Event)))
            .SelectMany(value => value switch { string text => [text], IEnumerable<string> list => list, _ => Enumerable.Empty<string>() })
            .Where(text => text.Contains("More trees", StringComparison.Ordinal)),
    ];

    private static Dictionary<string, int> Answered(SessionState state) => Hall.Agenda.ToDictionary(item => item.Id,
        item => state.Scene(item).Answered);

    private static bool Holds(Type type) => type == typeof(string) || (type.IsGenericType && type.GetGenericArguments().Any(Holds))
        || (Shapes.IsRecord(type) && type.GetProperties().Any(property => Holds(property.PropertyType)));
}
