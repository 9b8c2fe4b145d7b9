using System.Collections.Concurrent;

namespace Participation.LoadTests.Hub;

/// <summary>
/// All screens of one audience are told the same bytes. Of a crowd few follow what they are told, or this program would need the processors itself; the others take a print of each frame,
/// and it must be the print that the same frame left on every other screen, those that follow included.
/// </summary>
internal sealed class Fingerprints
{
    private readonly ConcurrentDictionary<(int Table, long From, long Number), int> frames = [];
    private readonly ConcurrentQueue<string> altered = [];

    public IEnumerable<string> Altered => altered;

    public void Take(int table, ReadOnlySpan<byte> frame)
    {
        var (from, number) = Glance.Numbers(frame);
        var hash = new HashCode();
        hash.AddBytes(frame);
        var print = hash.ToHashCode();
        if (frames.GetOrAdd((table, from, number), print) != print) altered.Enqueue($"the frame from {from} to {number} is another one on another phone");
    }
}
