using Participation.LoadTests.Figures;
using Participation.LoadTests.House;
using Participation.LoadTests.Hub;

namespace Participation.LoadTests.Load;

/// <summary>The ideas of a run: each carries its number in its text, so that whoever is shown it knows when it was due.</summary>
internal sealed class Submissions
{
    public const int Digits = 6;

    /// <summary>More have no number.</summary>
    public const int Most = 1_000_000;

    private const string Words = "More shade on the way to school, trees rather than sails, and benches to rest on";
    private readonly (long Due, Room? Room, long Entry)[] ideas = new (long, Room?, long)[Most];
    private int given;
    private int acknowledged;
    private int first = int.MaxValue;

    public int Given => given;

    /// <summary>How many of those that are measured have their receipts.</summary>
    public int Acknowledged => acknowledged;

    /// <summary>How late this program itself was in sending: when that is much, the machine was busy and the other times say little.</summary>
    public Percentiles Sending { get; } = new();

    public long Due(int number) => ideas[number].Due;

    public bool IsMeasured(int number) => number >= Volatile.Read(ref first);

    /// <summary>The warm-up is over: what is given from now on is measured.</summary>
    public void Measure() => Volatile.Write(ref first, given);

    /// <summary>A phone gives the next idea; completes with its receipt.</summary>
    public async Task Give(Phone phone, long due)
    {
        var number = Interlocked.Increment(ref given) - 1;
        ideas[number] = (due, phone.Room, 0);
        var measured = IsMeasured(number);
        if (measured) Sending.Add(due, System.Diagnostics.Stopwatch.GetTimestamp());
        var answer = await phone.Room.Ledger.Give(phone.Screen,
            new Sent(Guid.CreateVersion7(), "contribution.write", new { texts = new { text = $"{number:000000} {Words}" } }, WorkshopFolder.Item), due, measured);
        if (answer is not { Refused: null }) return;
        ideas[number].Entry = answer.Number;
        if (measured) Interlocked.Increment(ref acknowledged);
    }

    /// <summary>When each idea of a session was due, in the order of its journal; 0 for those that are not measured.</summary>
    public IReadOnlyList<long> InOrder(Room room) =>
    [
        .. Enumerable.Range(0, given).Where(number => ideas[number].Room == room && ideas[number].Entry > 0).OrderBy(number => ideas[number].Entry)
            .Select(number => IsMeasured(number) ? Due(number) : 0),
    ];
}
