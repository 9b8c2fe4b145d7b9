namespace Participation.Server.Lines;

/// <summary>
/// The way in of a live connection. Every frame costs one, and one more for each 64 bytes; over the rate nothing more is read for a while, so the sender's own
/// system holds it back and nothing is lost. Who does not stop for a minute is cut off: no phone does that, which sends one command after the other's receipt.
/// </summary>
/// <param name="owe">How long is to be waited for what such bytes cost.</param>
/// <param name="cut">Ends the connection.</param>
internal sealed class MeteredStream(Stream inner, Func<double, TimeSpan> owe, TimeProvider clock, Action cut) : Stream
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private const int Unit = 64;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private readonly FrameCount frames = new();
    private TimeSpan held;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        var owed = owe(frames.In(buffer.Span[..read]) + ((double)read / Unit));
        if (owed == TimeSpan.Zero)
        {
            held = TimeSpan.Zero;
            return read;
        }
        if (owed > Longest) owed = Longest;
        if ((held += owed) > Patience)
        {
            cut();
            return 0;
        }
        await Task.Delay(owed, clock, cancellationToken);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => inner.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => inner.WriteAsync(buffer, offset, count, cancellationToken);

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
