using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Participation.Activities.Opinions;
using Participation.Journal;
using Participation.LoadTests.House;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;
using Participation.LoadTests.Polis;
using Participation.Sessions;
using Participation.Views;

namespace Participation.LoadTests.Replay;

/// <summary>What a replay ends with: one line of JSON.</summary>
/// <param name="Participants">People with a phone; guests, for whom the facilitator typed, not counted.</param>
internal sealed record ReplayOutcome(
    int Participants, int Statements, int VotesSent, int VotesAcknowledged, int Lost, int Duplicated,
    bool TallyMatches, bool ViewMatchesModel, double AckP50Ms, double AckP99Ms, double Seconds)
{
    [JsonIgnore]
    public bool Holds => Lost == 0 && Duplicated == 0 && TallyMatches && ViewMatchesModel;
}

/// <summary><c>replay FOLDER --out DIR [--speed N|max] [--server SETUP-LINK --workshops DIR]</c>: a real conversation once more, judged by the model.</summary>
internal static class ReplayProgram
{
    /// <summary>The exit code: 0 when nothing was lost, doubled or shown otherwise than it was.</summary>
    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, "--out", "--speed", "--server", "--workshops");
        if (arguments.Plain is not [var path]) throw new FormatException("replay needs one folder.");
        var output = Directory.CreateDirectory(arguments.Need("--out")).FullName;
        var speed = arguments["--speed"] is null or "max" ? (double?)null : arguments.Number("--speed");
        var folder = PolisFolder.Read(path);
        var language = Path.GetFileName(Path.TrimEndingDirectorySeparator(path)).EndsWith("-de", StringComparison.Ordinal) ? "de" : "en";

        var ledger = new Ledger();
        await using var room = await Room.Open(arguments, ledger, folder.Title, language, place => WorkshopFolder.WriteOpinions(place, folder.Title, limit: 1000));
        var started = Stopwatch.GetTimestamp();
        await using var conversation = new Conversation(room, folder, ledger);
        await conversation.Gather();
        await conversation.Run(speed);
        var seconds = Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 2);

        var (outcome, remarks) = await Judge(room, folder, conversation, ledger, output, Healing.Of(arguments));
        foreach (var remark in remarks.Take(20)) await Console.Error.WriteLineAsync(remark);
        Console.WriteLine(JsonSerializer.Serialize(outcome with { Seconds = seconds }, Json.Options));
        return outcome.Holds && remarks.Count == 0 ? 0 : 1;
    }

    private static async Task<(ReplayOutcome Outcome, List<string> Remarks)> Judge(
        Room room, PolisFolder folder, Conversation conversation, Ledger ledger, string output, TimeSpan healing)
    {
        var json = await Export(room, "json", Path.Combine(output, "session.json"));
        await Export(room, "csv", Path.Combine(output, "export.csv"));
        await Export(room, "pdf", Path.Combine(output, "report.pdf"));
        var file = Exported.Read(json);
        var findings = ledger.Judge(file.Entries);
        var account = WordCheck.Told(room);
        var views = await ViewCheck.Settled(() => [.. ViewCheck.Differences(room, conversation.Phones, file.State), .. WordCheck.Screens(room, account, conversation.Phones)], healing);
        var misread = (await WordCheck.Exports(room, account)).ToList();
        var activity = (OpinionsView)Screens.Of(file.State, new Audience(Role.Facilitator)).Activity!;
        var tallies = TallyCheck.Differences(folder, conversation.Ids, TallyCheck.Of(activity))
            .Concat(TallyCheck.Differences(folder, conversation.Ids, TallyCheck.Of(room.Console.Follower.View!["activity"]!))).ToList();
        var votes = ledger.Intents.Where(intent => intent.Sent.Name == Sent.Casts).ToList();
        var seats = file.State.Participants.Keys.ToHashSet();
        var absent = conversation.Seats.Count(seat => !seats.Remove(seat));
        return (new ReplayOutcome(
                file.State.Participants.Values.Count(who => !who.Phoneless), activity.Rows.Count, votes.Count, votes.Count(vote => vote.Answer is { Refused: null }),
                findings.Lost + absent, findings.Duplicated + seats.Count, tallies.Count == 0, views.Count == 0,
                ledger.Acknowledging.At(0.5), ledger.Acknowledging.At(0.99), 0),
            [.. findings.Remarks, .. tallies, .. views, .. misread]);
    }

    private static async Task<byte[]> Export(Room room, string kind, string path)
    {
        var bytes = await room.Doors.Fetch($"/report/{room.Session}.{kind}", room.Host);
        await File.WriteAllBytesAsync(path, bytes);
        return bytes;
    }
}
