using System.Text.Json;
using Participation.Journal;
using Participation.Server.Reports;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Sessions.Reporting;
using Participation.Tests.Activities;
using Participation.Texts;
using Participation.Views;
using Participation.Voting;

namespace Participation.Tests.Laws;

/// <summary>
/// All that is held of secret votes, for every kind in which people vote, with ballots of chance: whose a ballot was stands nowhere, before the count and after it, and of too
/// few nothing is told at all. Two sessions differ in their ballots and in nothing else, so no list says where a choice could show.
/// </summary>
public sealed class SecrecyLaws
{
    private const int Voters = 5, Tries = 600, Papers = 3, Choices = 4;

    public static TheoryData<string> Secret => [.. Hall.Agenda.Where(Hall.IsSecret).Select(item => item.Id)];

    public static TheoryData<string> Open => [.. Examples.Votes];

    /// <summary>A vote that cannot be secret is one of which the laws below know nothing.</summary>
    [Fact]
    public void Every_kind_in_which_people_vote_is_held_in_secret_here()
    {
        Assert.Equal(Examples.Votes.Order(), Hall.Agenda.Where(Hall.IsSecret).Select(item => item.Kind).Order());
        Assert.All(Examples.Votes, kind => Assert.NotNull(Examples.Of(kind).Paper));
    }

    [Theory, MemberData(nameof(Secret))]
    public async Task Whose_a_ballot_was_stands_nowhere_before_the_count_and_after_it(string item)
    {
        var papers = await Made(item);
        Assert.Equal(await Held(item, papers, Straight), await Held(item, papers, Backwards));
    }

    /// <summary>The comparison sees what it is to see.</summary>
    [Theory, MemberData(nameof(Open))]
    public async Task In_an_open_vote_it_does(string item)
    {
        var papers = await Made(item);
        Assert.NotEqual(await Held(item, papers, Straight), await Held(item, papers, Backwards));
    }

    [Theory, MemberData(nameof(Secret))]
    public async Task Of_too_few_nothing_is_told_not_even_after_the_count(string item)
    {
        var papers = await Made(item);
        Assert.Equal(await Held(item, papers, (_, _) => 0, voters: 2), await Held(item, papers, (_, _) => 1, voters: 2));
        // Of enough it is.
        Assert.NotEqual((await Held(item, papers, (_, _) => 0))[^1], (await Held(item, papers, (_, _) => 1))[^1]);
    }

    private static int Straight(int voter, int choices) => voter % choices;

    private static int Backwards(int voter, int choices) => (Voters - 1 - voter) % choices;

    /// <summary>Ballots of chance by paper, of which no two say the same; at least two on each.</summary>
    private static async Task<List<List<ActivityCommand>>> Made(string item)
    {
        var (quiet, kind, made) = (await Begun(item), Hall.Agenda.First(one => one.Id == item).Kind, new Dictionary<string, Dictionary<string, ActivityCommand>>());
        for (var seed = 0; seed < Tries && !(made.Count >= Papers && made.Values.All(choices => choices.Count >= Choices)); seed++)
        {
            foreach (var type in Examples.Sent(kind))
            {
                var hall = await quiet.Again();
                var command = (ActivityCommand)hall.Chance.Make(type, new Dice(seed), await hall.State()) with { Item = item };
                if ((await hall.Send(command, Role.Participant, Given.Id(1))).Refused is not null) continue;
                if ((await hall.Journal.Read(Hall.Session))[^1].Event is not ActivityEvent happened || happened is ContributionGiven) continue;
                var (paper, choice) = happened is StepVoted voted
                    ? (voted.Paper, JsonSerializer.Serialize(await hall.Journal.Box(Hall.Session, item, voted.Round)))
                    : ("", EventNames.Write(happened));
                if (!made.TryGetValue(paper, out var choices)) made[paper] = choices = [];
                if (choices.Count < Choices) choices.TryAdd(choice, command);
            }
        }
        var papers = made.Values.Where(choices => choices.Count > 1).Take(Papers).Select(choices => choices.Values.ToList()).ToList();
        Assert.True(papers.Count > 0 && papers.Sum(choices => choices.Count) > 2, $"{item}: {papers.Sum(choices => choices.Count)} ballots on {papers.Count} papers");
        return papers;
    }

    /// <summary>All that anybody can get hold of: while people vote, when all have, after the count, after the results are shown, after the close.</summary>
    private static async Task<List<string>> Held(string item, List<List<ActivityCommand>> papers, Func<int, int, int> which, int voters = Voters)
    {
        var (hall, told, ids) = (await Begun(item), new List<string>(), 9_000);
        for (var voter = 0; voter < voters; voter++)
        {
            foreach (var choices in papers)
                Assert.Null((await hall.Send(choices[which(voter, choices.Count)], Role.Participant, Given.Id(voter + 1), id: Given.Id(++ids))).Refused);
            told.Add(await Everything(hall, LocalText.Languages[told.Count % 3]));
        }
        var acts = Hall.IsSecret(Hall.Agenda.First(one => one.Id == item))
            ? new SessionCommand[] { new LockStep { Item = item }, new CountVotes(item), new RevealStep { Item = item }, new CloseSession() }
            : [new LockStep { Item = item }, new RevealStep { Item = item }, new CloseSession()];
        foreach (var act in acts)
        {
            if (act is CountVotes) hall.Now += Guards.Grace + TimeSpan.FromSeconds(1);
            Assert.Null((await hall.Send(act, Role.Facilitator, Given.Facilitator, id: Given.Id(++ids))).Refused);
            told.Add(await Everything(hall, LocalText.Languages[told.Count % 3]));
        }
        return told;
    }

    private static async Task<Hall> Begun(string item)
    {
        var (salts, ids) = (1_000_000, 1_000);
        var hall = await new Hall(watch: new Unwatched(), salt: () => Given.Id(Interlocked.Increment(ref salts))).Opened(id: Given.Id(++ids));
        for (var n = 1; n <= Voters; n++) await hall.Send(new JoinSession("en", "resident", null, null, Consent: true), Role.Participant, Given.Id(n), id: Given.Id(++ids));
        foreach (var act in (SessionCommand[])[new StartSession(), new OpenItem { Item = item }]) await hall.Send(act, Role.Facilitator, Given.Facilitator, id: Given.Id(++ids));
        return hall;
    }

    /// <summary>Every screen, everybody's own, the record, the report and the files beside it.</summary>
    private static async Task<string> Everything(Hall hall, string language)
    {
        var (state, lines) = (await hall.State(), await hall.Journal.Lines(Hall.Session));
        var screens = Watch.Audiences(state).Select(audience => (object?)Screens.Of(state, audience)).Concat(state.Participants.Keys.Order().Select(who => (object?)Screens.MineOf(state, who)));
        var frame = new ReportFrame(language, TimeZoneInfo.Utc, SessionFile.Head(lines));
        var papers = PublicFiles.Of(state, frame).Select(file => file.Text).Prepend(HtmlReport.Write(SynthesisReport.Of(state, frame)));
        return string.Join('\n', screens.Select(screen => JsonSerializer.Serialize(screen, Participation.Journal.Json.Options)).Concat(papers).Append(SessionFile.Write(lines)));
    }
}
