using System.Text.Json;
using Participation.Activities.DotVote;
using Participation.LoadTests.Figures;
using Participation.LoadTests.House;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;
using Participation.Sessions;
using Participation.Views;
using Participation.Voting;

namespace Participation.LoadTests.Chaos;

/// <summary>One participant votes as nobody can: on twenty connections at once, fifty times the same ballot and fifty different ones, round after round. One ballot counts.</summary>
internal static class VotesProgram
{
    private const int Connections = 20, Same = 50, Others = 50;

    public static Task<int> Run(string[] args) =>
        Scenario.Run("chaos votes", args, ["--rounds"], arguments => Once(arguments, arguments.Whole("--rounds")));

    public static async Task<Run> Once(Arguments arguments, int rounds)
    {
        var ledger = new Ledger();
        await using var room = await Room.Open(arguments, ledger, "Votes", "en", place => WorkshopFolder.WriteDots(place, "Votes", 5));
        var seat = await room.Doors.Join(room.Code, "en");
        var screens = Enumerable.Range(0, Connections).Select(_ => new RawHubClient(room.Doors.Live(room.Session, Role.Participant), seat.Cookie)).ToList();
        await Task.WhenAll(screens.Select(screen => screen.Start()));
        var remarks = new List<string>();
        for (var round = 0; round < rounds; round++)
        {
            var same = Ballot(round);
            var intent = ledger.Intend(seat.Id, same);
            var all = Enumerable.Range(0, Same + Others)
                .Select(n => n % 2 == 0 ? Insist(screens[n % Connections], same) : ledger.Give(screens[n % Connections], Ballot(n))).ToList();
            var answers = await Task.WhenAll(all);
            intent.Answer = answers[0];
            var receipts = answers.Where((_, n) => n % 2 == 0).Select(answer => (answer?.Number, answer?.Refused?.Code)).Distinct().ToList();
            if (receipts.Count != 1) remarks.Add($"round {round}: one ballot got the receipts {string.Join(", ", receipts)}");
        }
        var session = Exported.Read(await room.Doors.Fetch($"/report/{room.Session}.json", room.Host));
        var findings = ledger.Judge(session.Entries);
        var account = WordCheck.Told(room);
        remarks.AddRange(await ViewCheck.Settled(() => WordCheck.Screens(room, account, screens), Healing.Of(arguments)));
        remarks.AddRange(await WordCheck.Exports(room, account));
        var view = (DotVoteView)Screens.Of(session.State, new Audience(Role.Facilitator)).Activity!;
        var last = session.Entries.Select(entry => entry.Event).OfType<BallotCast>().Last().Choices;
        if (view.Voters != 1) remarks.Add($"{view.Voters} ballots count instead of one");
        if (view.Options.Any(option => !(option.Dots is 0 && last.All(choice => !choice.EndsWith($" {option.Id}", StringComparison.Ordinal)) || last.Contains($"{option.Dots} {option.Id}")))) remarks.Add($"the count is {JsonSerializer.Serialize(view.Options)}, the last ballot {JsonSerializer.Serialize(last)}");
        await Task.WhenAll(screens.Select(screen => screen.DisposeAsync().AsTask()));
        return new(
            [
                new("votes sent", "", rounds * (Same + Others)), new("recorded", "", session.Entries.Count(entry => entry.Event is BallotCast)), new("to be recorded", "", rounds * (1 + Others)),
                new("lost", "", findings.Lost), new("double or made up", "", findings.Duplicated), new("ballots that count", "", view.Voters),
            ],
            [.. findings.Remarks, .. remarks]);
    }

    /// <summary>Too fast for the server is answered as such, and sent again as an outbox does.</summary>
    private static async Task<Answer?> Insist(RawHubClient screen, Sent sent)
    {
        Answer? answer;
        while ((answer = await screen.Send(sent)) is { Refused.Retry: true }) await Task.Delay(200);
        return answer;
    }

    private static Sent Ballot(int n) => Sent.Ballot(WorkshopFolder.Item, "", $"{1 + (n % 3)} o{1 + (n % 5)}");
}
