using System.Collections.Concurrent;
using System.Diagnostics;
using Participation.LoadTests.Figures;
using Participation.LoadTests.House;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;
using Participation.Sessions;

namespace Participation.LoadTests.Chaos;

/// <summary>
/// Some people write and erase what they wrote as fast as they are answered, in windows of time; between these nobody does. The receipts of everybody else are held beside
/// each other. At the end no word is left of what was erased, and every word of everybody else's; and however many erased, hardly a copy of the file was made for them.
/// </summary>
internal static class Erasers
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, "--erasers", "--honest", "--before", "--seconds", "--windows", "--times");
        var (windows, seconds, tale) = (arguments.Whole("--windows", 3), arguments.Whole("--seconds", 10), new Tale("erase"));
        var workshops = Directory.CreateTempSubdirectory("participation-workshops-");
        WorkshopFolder.WriteIdeas(Path.Combine(workshops.FullName, "erase"), "Erase");
        var (server, setup) = await ServerProcess.Start(workshops.FullName);
        try
        {
            using var doors = new Doors(new Uri(setup, "/"));
            var host = await doors.BecomeHost(setup);
            var (session, code) = await doors.Open(host, "erase", "en", "Erase", most: 1000);
            await using var room = new Room(doors, server, host, session, code, "en", Path.Combine(workshops.FullName, "erase"), new Ledger());
            await room.Start();
            var honest = new Honest(await Gather(room, arguments.Whole("--honest", 20)));
            var erasing = new Erasing(await Gather(room, arguments.Whole("--erasers", 6)));
            await honest.Fill(arguments.Whole("--before", 10_000));

            var (without, with, copies, began) = (new Percentiles(), new Percentiles(), new HashSet<(string, DateTime)>(), Stopwatch.GetTimestamp());
            // A first turn, so that nothing is measured that is done for the first time.
            await Window(2, new Percentiles(), true);
            for (var window = 0; window < windows; window++)
            {
                await Window(seconds, without, false);
                await Window(seconds, with, true);
            }
            await erasing.Last();
            var exported = Exported.Read(await doors.Fetch($"/report/{session}.json", host));
            tale.Add(exported.State.Gives(WorkshopFolder.Item).Where(given => erasing.Is(given.By) && !given.Erased).Select(given => $"{given.Id} was erased and is there"));
            var texts = exported.State.Gives(WorkshopFolder.Item).GroupBy(given => given.Text).ToDictionary(same => same.Key, same => same.Count());
            tale.Add(honest.Given.Where(text => texts.GetValueOrDefault(text) != 1).Select(text => $"\"{text}\" is there {texts.GetValueOrDefault(text)} times"));
            tale.Add(server.Faults);
            // One that was due by the clock, and one a minute.
            var most = 3 + (int)Stopwatch.GetElapsedTime(began).TotalMinutes;
            tale.Expect(copies.Count <= most, $"{copies.Count} copies were made for {erasing.Done} erasures, and promised are at most {most}");
            tale.Expect(erasing.Done > most, "proved nothing: hardly anybody erased");
            tale.Expect(erasing.Done > 0 && without.Count > 0 && with.Count > 0, "nothing was measured");
            tale.Expect(!Healing.Times(arguments) || with.At(0.5) <= arguments.Number("--times", 2) * without.At(0.5), $"receipts beside erasers, p50: {with.At(0.5):0.0} ms, without: {without.At(0.5):0.0} ms");
            foreach (var one in honest.Phones.Concat(erasing.Phones)) await one.DisposeAsync();
            return tale.End(("contributions", exported.State.Given[WorkshopFolder.Item]), ("erasures done", erasing.Done), ("copies made for them", copies.Count), ("told to be patient", honest.Later),
                ("receipts without, p50 ms", without.At(0.5)), ("receipts without, p99 ms", without.At(0.99)), ("receipts without, last ms", without.At(1)),
                ("receipts beside erasers, p50 ms", with.At(0.5)), ("receipts beside erasers, p99 ms", with.At(0.99)), ("receipts beside erasers, last ms", with.At(1)),
                ("an erasure waits, p50 ms", erasing.Waits.At(0.5)), ("an erasure waits, p99 ms", erasing.Waits.At(0.99)));

            async Task Window(int length, Percentiles receipts, bool erase)
            {
                using var over = new CancellationTokenSource(TimeSpan.FromSeconds(length));
                var others = erase ? Task.WhenAll(erasing.Work(over.Token), Look(over.Token)) : Task.CompletedTask;
                await honest.Work(receipts, over.Token);
                await others;
            }

            // The copy before goes as soon as the next is made: only who looks on sees them all.
            async Task Look(CancellationToken over)
            {
                var backups = new DirectoryInfo(Path.Combine(server.Data, "backups"));
                for (; !over.IsCancellationRequested; await Task.Delay(20, CancellationToken.None))
                    if (backups.Exists) copies.UnionWith(backups.GetFiles("*.db").Select(file => (file.Name, file.LastWriteTimeUtc)));
            }
        }
        finally
        {
            await server.DisposeAsync();
            workshops.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<RawHubClient>> Gather(Room room, int count)
    {
        var phones = new List<RawHubClient>();
        for (var n = 0; n < count; n++) phones.Add(await room.Admit(follows: false));
        return phones;
    }

    /// <summary>As a page does it: what is to be sent again later is sent again, under the same id.</summary>
    private static async Task Send(RawHubClient phone, string name, object data, Action later)
    {
        var sent = new Sent(Guid.CreateVersion7(), name, data, WorkshopFolder.Item);
        while (await phone.Send(sent) is not { Refused: null } and var answer)
        {
            if (answer?.Refused is not { Retry: true }) throw new InvalidOperationException($"{name} was refused.");
            later();
            await Task.Delay(50);
        }
    }

    private sealed class Honest(IReadOnlyList<RawHubClient> phones)
    {
        private int number, later;

        public int Later => later;

        public IReadOnlyList<RawHubClient> Phones => phones;

        public ConcurrentBag<string> Given { get; } = [];

        public Task Fill(int count) => Task.WhenAll(phones.Select(async phone =>
        {
            while (Interlocked.Increment(ref number) is var next && next <= count) await Say(phone, next);
        }));

        public Task Work(Percentiles receipts, CancellationToken over) => Task.WhenAll(phones.Select(async (phone, place) =>
        {
            await Task.Delay(Pace * place / phones.Count, CancellationToken.None);
            while (!over.IsCancellationRequested)
            {
                var asked = Stopwatch.GetTimestamp();
                await Say(phone, Interlocked.Increment(ref number));
                receipts.Add(asked);
                await Task.Delay(Pace, CancellationToken.None);
            }
        }));

        private async Task Say(RawHubClient phone, int next)
        {
            var text = $"Idea {next}: more shade on the way to school";
            await Send(phone, "contribution.write", new { texts = new { text } }, () => Interlocked.Increment(ref later));
            Given.Add(text);
        }
    }

    private sealed class Erasing(IReadOnlyList<RawHubClient> phones)
    {
        private readonly HashSet<Guid> seats = [.. phones.Select(phone => phone.Follower.You)];
        private int done;

        public IReadOnlyList<RawHubClient> Phones => phones;

        public int Done => done;

        public Percentiles Waits { get; } = new();

        public bool Is(Guid who) => seats.Contains(who);

        public Task Work(CancellationToken over) => Task.WhenAll(phones.Select(async phone =>
        {
            while (!over.IsCancellationRequested)
            {
                await Send(phone, "contribution.write", new { texts = new { text = $"What I regret, {done}" } }, () => { });
                await Erase(phone);
            }
        }));

        public Task Last() => Task.WhenAll(phones.Select(Erase));

        private async Task Erase(RawHubClient phone)
        {
            var asked = Stopwatch.GetTimestamp();
            await Send(phone, "session.erase-mine", new { }, () => { });
            Waits.Add(asked);
            Interlocked.Increment(ref done);
        }
    }
}
