using System.Diagnostics;
using System.Globalization;
using Participation.LoadTests.Figures;
using Participation.LoadTests.House;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;
using Participation.LoadTests.Reader;
using Participation.Sessions;

namespace Participation.LoadTests.Chaos;

/// <summary>
/// People give at a person's pace while programs from the same address take seats and send as fast as they can. Then the facilitator removes
/// them by one command. It holds when nobody honest was refused or waited, and nothing of the programs is left in sight.
/// </summary>
internal static class Bots
{
    private const int AtOnce = 50;
    private const string Advertisement = "Buy now";
    private static readonly long Patience = 60 * Stopwatch.Frequency;

    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, "--honest", "--bots", "--seconds", "--most", "--pause");
        var (honest, bots, seconds) = (Whole(arguments, "--honest", 200), Whole(arguments, "--bots", 5_000), Whole(arguments, "--seconds", 60));
        var most = Whole(arguments, "--most", 500);
        var workshops = Directory.CreateTempSubdirectory("participation-workshops-");
        WorkshopFolder.WriteIdeas(Path.Combine(workshops.FullName, "bots"), "Bots");
        var (server, setup) = await ServerProcess.Start(workshops.FullName, calls: 5);
        try
        {
            OpenFiles.Need(honest + bots);
            using var doors = new Doors(new Uri(setup, "/"));
            var host = await doors.BecomeHost(setup);
            var (session, code) = await doors.Open(host, "bots", "en", "Bots", most: honest + bots + 10);
            return await Flood(new(doors, server, host, session, code, "en", Path.Combine(workshops.FullName, "bots"), new Ledger()), arguments, honest, bots, seconds, most);
        }
        finally
        {
            await server.DisposeAsync();
            workshops.Delete(recursive: true);
        }
    }

    private static async Task<int> Flood(Room room, Arguments arguments, int honest, int bots, int seconds, double most)
    {
        await room.Start();
        var people = await Gather(room, honest, follows: true);
        // The facilitator knows who was there before.
        var spared = people.Select(each => each.Seat.Id).ToList();
        var before = room.Server!.ResidentBytes;

        var (acks, refusedHonest, flood) = (new Percentiles(), 0, new Flooding(Whole(arguments, "--pause", 50)));
        using var over = new CancellationTokenSource();
        var flooding = Task.Run(() => Hammer(room, bots, flood, over.Token));
        var until = Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency);
        await Task.WhenAll(people.Select(async (person, place) =>
        {
            await Task.Delay(place * 20 % 2_000);
            while (Stopwatch.GetTimestamp() < until && !flood.IsBroken)
            {
                var asked = Stopwatch.GetTimestamp();
                var intent = room.Ledger.Intend(person.Seat.Id, Idea(Token.Text()));
                var answer = intent.Answer = await person.Screen.Send(intent.Sent);
                acks.Add(asked);
                if (answer is not { Refused: null }) Interlocked.Increment(ref refusedHonest);
                await Task.Delay(2_000);
            }
        }));
        while (flood.Later == 0 && !flood.IsBroken && Stopwatch.GetTimestamp() < until + Patience) await Task.Delay(100);
        if (flood.IsBroken)
        {
            // What a room looks like into which hundreds of thousands were taken, nobody has to read.
            Console.WriteLine($"  ! {Broken(flood)}");
            await over.CancelAsync();
            await flooding;
            foreach (var (_, screen) in people) await screen.DisposeAsync();
            return 1;
        }
        var peak = room.Server.PeakBytes;
        var joined = room.Console.Follower.View!["joined"]!.GetValue<int>();
        var removal = Stopwatch.GetTimestamp();
        await Lead(room, "session.remove-flood", new { minutes = 600, spared });
        var removedMs = Stopwatch.GetElapsedTime(removal).TotalMilliseconds;
        await over.CancelAsync();
        await flooding;

        var account = WordCheck.Told(room, [Advertisement]);
        List<RawHubClient> screens = [.. people.Select(each => each.Screen)];
        List<string> remarks = [.. await ViewCheck.Settled(() => WordCheck.Screens(room, account, screens), Healing.Of(arguments)), .. await WordCheck.Exports(room, account)];
        if (flood.IsBroken) remarks.Add(Broken(flood));
        if (flood.Later == 0) remarks.Add("proved nothing: no program was faster than a person");
        foreach (var remark in remarks.Take(20)) Console.WriteLine($"  ! {remark}");
        var state = Exported.Read(await room.Doors.Fetch($"/report/{room.Session}.json", room.Host)).State;
        var left = state.Present.Count() - honest;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{{\"honest\":{honest},\"bots\":{joined - honest},\"ideas\":{acks.Count},\"ackP50Ms\":{acks.At(0.5):0.0},\"ackP99Ms\":{acks.At(0.99):0.0},\"honestRefused\":{refusedHonest},\"botsTaken\":{flood.Taken},\"botsToldLater\":{flood.Later},\"residentMb\":{before / 1_000_000},\"peakMb\":{peak / 1_000_000},\"removedMs\":{removedMs:0},\"botsLeft\":{left}}}"));
        foreach (var (_, screen) in people) await screen.DisposeAsync();
        var inTime = !Healing.Times(arguments) || (acks.Count >= honest * seconds / 4 && acks.At(0.99) <= most);
        return inTime && refusedHonest == 0 && remarks.Count == 0 && acks.Count > 0 && left == 0 && state.Stage.Lobby is { Locked: true, Flood.Count: > 0 } && peak < 1_000_000_000 ? 0 : 1;
    }

    private static string Broken(Flooding flood) => $"programs were taken {flood.Taken} calls, and promised are at most {flood.Promised:0}";

    private static async Task<List<(Seat Seat, RawHubClient Screen)>> Gather(Room room, int count, bool follows)
    {
        var people = new List<(Seat, RawHubClient)>();
        foreach (var group in Enumerable.Range(0, count).Chunk(AtOnce))
        {
            people.AddRange(await Task.WhenAll(group.Select(async _ =>
            {
                var seat = await room.Doors.Join(room.Code, room.Language);
                var screen = new RawHubClient(room.Doors.Live(room.Session, Role.Participant), seat.Cookie, follows);
                await screen.Start();
                return (seat, screen);
            })));
        }
        return people;
    }

    /// <summary>Bots come as fast as they are let in; each sends without a pause until it is thrown out.</summary>
    private static async Task Hammer(Room room, int count, Flooding flood, CancellationToken over)
    {
        var sending = new List<Task>();
        try
        {
            foreach (var group in Enumerable.Range(0, count).Chunk(AtOnce))
            {
                if (over.IsCancellationRequested) break;
                foreach (var (_, screen) in await Gather(room, group.Length, follows: false)) sending.Add(Task.Run(() => Shout(screen, flood, over), CancellationToken.None));
            }
        }
        catch (InvalidOperationException)
        {
            // The entrance was locked meanwhile.
        }
        await Task.WhenAll(sending);
    }

    private static async Task Shout(RawHubClient screen, Flooding flood, CancellationToken over)
    {
        var began = flood.Begin();
        try
        {
            while (!over.IsCancellationRequested && screen.Bye is null)
            {
                var answer = await screen.Send(Idea(Advertisement));
                flood.Count(answer);
                await Task.Delay(flood.Pause, over);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // Thrown out, as it should be.
        }
        flood.End(began);
        await screen.DisposeAsync();
    }

    private static Sent Idea(string text) => new(Guid.CreateVersion7(), "contribution.write", new { texts = new { text } }, WorkshopFolder.Item);

    private static async Task Lead(Room room, string name, object data)
    {
        if (await room.Console.Send(new Sent(Guid.CreateVersion7(), name, data)) is not { Refused: null }) throw new InvalidOperationException($"{name} was refused.");
    }

    private static int Whole(Arguments arguments, string name, int usual) => arguments[name] is null ? usual : (int)arguments.Number(name);
}
