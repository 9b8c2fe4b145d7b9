using System.Diagnostics;
using Participation.LoadTests.House;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;

namespace Participation.LoadTests.Load;

/// <summary>Phones in a room that write in turn, and what is measured of them.</summary>
internal sealed class Crowd(Submissions submissions, Ledger ledger) : IAsyncDisposable
{
    private const int AtOnce = 50;

    /// <summary>One phone in so many follows its view, to be compared at the end.</summary>
    private const int Sample = 50;

    private readonly List<RawHubClient> phones = [];
    private Reading begin = null!;

    /// <summary>What the meters say at a moment.</summary>
    private sealed record Reading(long At, long Bytes, long Frames, TimeSpan? Cpu);

    public IReadOnlyList<RawHubClient> Phones => phones;

    public Percentiles Delivering { get; } = new();

    public async Task Gather(Room room, int participants)
    {
        foreach (var group in Enumerable.Range(0, participants).Chunk(AtOnce))
        {
            phones.AddRange(await Task.WhenAll(group.Select(place =>
                room.Admit(follows: place % Sample == 0, new Watch(submissions, Delivering).Show))));
        }
    }

    /// <summary>All write what is due; completes when every idea has its receipt.</summary>
    public async Task<(double Seconds, long Bytes, long Frames, double? CpuSeconds)> Write(Room room)
    {
        var giving = new List<Task>(submissions.Count);
        await submissions.Run(
            number => giving.Add(ledger.Give(phones[number % phones.Count],
                new Sent(Guid.CreateVersion7(), "ideas.give", new { text = Submissions.Text(number) }, WorkshopFolder.Item),
                submissions.Due(number), submissions.IsMeasured(number))),
            () => begin = Read(room));
        await Task.WhenAll(giving);
        var end = Read(room);
        return (Stopwatch.GetElapsedTime(begin.At, end.At).TotalSeconds, end.Bytes - begin.Bytes, end.Frames - begin.Frames, (end.Cpu - begin.Cpu)?.TotalSeconds);
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(phones.Select(phone => phone.DisposeAsync().AsTask()));

    private Reading Read(Room room) => new(
        Stopwatch.GetTimestamp(), phones.Sum(phone => phone.Received), phones.Sum(phone => (long)phone.Frames), room.Server?.Cpu);
}
