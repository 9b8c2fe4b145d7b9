namespace Participation.LoadTests.Reports;

/// <summary>Looks at processes again and again and keeps the most memory that they held at a time.</summary>
internal sealed class MemoryWatch : IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(25);

    private readonly CancellationTokenSource done = new();
    private readonly Task watching;

    public MemoryWatch(Func<IEnumerable<int>> processes) => watching = Task.Run(async () =>
    {
        while (!done.IsCancellationRequested)
        {
            Peak = Math.Max(Peak, ProcessTree.Bytes(processes()));
            await Task.Delay(Glance, done.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    });

    /// <summary>Bytes.</summary>
    public long Peak { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await done.CancelAsync();
        await watching;
        done.Dispose();
    }
}
