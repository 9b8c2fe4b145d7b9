using System.Diagnostics;
using Participation.LoadTests.Figures;
using Participation.LoadTests.House;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;
using Participation.Sessions;

namespace Participation.LoadTests.Chaos;

/// <summary>People of one room beside an attack: they come in and give at a person's pace, and what they were told is held against the journal.</summary>
/// <param name="patience">Who has seen nothing for so long has not come in.</param>
internal sealed class Honest(Room room, TimeSpan patience) : IAsyncDisposable
{
    private const int AtOnce = 20;
    private readonly List<RawHubClient> phones = [];
    private int given, again, shut;

    public Room Room => room;

    /// <summary>How often somebody who came had to ask again.</summary>
    public int Again => again;

    /// <summary>People who came and were not let in.</summary>
    public int Shut => shut;

    /// <summary>So many more come in by the code, as a phone does; how long each took until it saw the session.</summary>
    public async Task<Percentiles> Come(int count)
    {
        var entered = new Percentiles();
        foreach (var group in Enumerable.Range(0, count).Chunk(AtOnce))
        {
            phones.AddRange((await Task.WhenAll(group.Select(async _ =>
            {
                var since = Stopwatch.GetTimestamp();
                var phone = await Admit();
                if (phone is not null) entered.Add(since);
                return phone;
            }))).OfType<RawHubClient>());
        }
        return entered;
    }

    /// <summary>A page that is cut off before it was answered asks again, as browsers do; each time counts. Null: it was never let in.</summary>
    private async Task<RawHubClient?> Admit()
    {
        using var over = new CancellationTokenSource(patience);
        while (true)
        {
            try
            {
                return await room.Admit(follows: false, over.Token);
            }
            catch (HttpRequestException) when (!over.IsCancellationRequested && !room.Server!.HasExited)
            {
                Interlocked.Increment(ref again);
                await Task.Delay(100, CancellationToken.None);
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                Interlocked.Increment(ref shut);
                return null;
            }
        }
    }

    /// <summary>Everybody loses the connection and comes back; how long it took them all.</summary>
    public async Task<TimeSpan> Scatter()
    {
        var since = Stopwatch.GetTimestamp();
        foreach (var phone in phones) phone.Cut();
        while (phones.Any(phone => phone.JoinedAt < since) && Stopwatch.GetElapsedTime(since) < patience) await Task.Delay(20);
        return Stopwatch.GetElapsedTime(since);
    }

    /// <summary>Each gives every two seconds, for so many seconds; how long receipts took.</summary>
    public async Task<Percentiles> Give(int seconds)
    {
        var acks = new Percentiles();
        var until = Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency);
        await Task.WhenAll(phones.Select(async (phone, place) =>
        {
            await Task.Delay(place * 97 % 2_000);
            while (Stopwatch.GetTimestamp() < until)
            {
                var sent = new Sent(Guid.CreateVersion7(), "contribution.write", new { texts = new { text = $"A bench in the shade {Interlocked.Increment(ref given)}" } }, WorkshopFolder.Item);
                var since = Stopwatch.GetTimestamp();
                await room.Ledger.Give(phone, sent);
                acks.Add(since);
                await Task.Delay(2_000);
            }
        }));
        return acks;
    }

    /// <summary>What does not hold of what they were told; whether anybody was told to wait or put out.</summary>
    public async Task<IReadOnlyList<string>> Judge()
    {
        var journal = Exported.Read(await room.Doors.Fetch($"/report/{room.Session}.json", room.Host));
        return
        [
            .. room.Ledger.Judge(journal.Entries).Remarks,
            .. room.Ledger.Later.Select(each => $"honest people were told {each.Key} {each.Value} times"),
            .. phones.Where(phone => phone.Bye is not null).Select(phone => $"somebody honest was put out: {phone.Bye}"),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var phone in phones) await phone.DisposeAsync();
        await room.DisposeAsync();
    }

    /// <summary>A server with the limits of people, and a room in it.</summary>
    /// <param name="files">So many files it may open; null: as many as this machine gives it.</param>
    public static async Task<(ServerProcess Server, DirectoryInfo Workshops, Honest Honest)> Begin(TimeSpan patience, int? files = null)
    {
        var workshops = Directory.CreateTempSubdirectory("participation-workshops-");
        WorkshopFolder.WriteIdeas(Path.Combine(workshops.FullName, "ideas"), "Beside an attack");
        var (server, setup) = await ServerProcess.Start(workshops.FullName, calls: 5, files: files);
        var doors = new Doors(new Uri(setup, "/"));
        var host = await doors.BecomeHost(setup);
        var (session, code) = await doors.Open(host, "ideas", "en", "Beside an attack");
        var room = new Room(doors, server, host, session, code, "en", Path.Combine(workshops.FullName, "ideas"), new Ledger());
        await room.Start();
        return (server, workshops, new Honest(room, patience));
    }
}
