using System.Buffers.Binary;
using Participation.Server.Accounts;
using Participation.Server.Lines;
using Participation.Server.Live;

namespace Participation.Tests.Lines;

/// <summary>What comes over a live connection is counted to the frame, and who floods it is slowed and then cut off.</summary>
public sealed class WireTests
{
    public static TheoryData<int, bool> Sizes => new() { { 0, true }, { 1, true }, { 125, true }, { 126, true }, { 65_535, true }, { 65_536, true }, { 0, false }, { 300, false } };

    [Theory, MemberData(nameof(Sizes))]
    public void Frames_are_counted_whatever_their_form_and_in_whatever_pieces_they_come(int length, bool masked)
    {
        byte[] all = [.. Enumerable.Repeat(Frame(length, masked), 3).SelectMany(frame => frame), .. Frame(0, masked)];
        foreach (var piece in new[] { 1, 2, 3, 7, 64, 4_096, all.Length })
        {
            var count = new FrameCount();
            Assert.Equal(4, all.Chunk(piece).Sum(bytes => count.In(bytes)));
        }
    }

    [Fact]
    public async Task Who_types_waits_for_nothing_and_who_floods_is_slowed_to_the_rate()
    {
        var clock = new QuickClock();
        // Five commands a second with 300 bytes each.
        await using (var typing = new MeteredStream(new Endless(306, () => clock.Pass(TimeSpan.FromMilliseconds(200))), new Meter(CallLimits.Usual.Wire, clock).Owe, clock, () => Assert.Fail("cut off")))
            for (var n = 0; n < 5_000; n++) await Read(typing);
        Assert.Equal(TimeSpan.Zero, clock.Waited);

        var read = 0;
        var since = clock.GetUtcNow();
        await using var flooding = new MeteredStream(new Endless(0, () => read++), new Meter(new(100, 1_000), clock).Owe, clock, () => { });
        while (clock.GetUtcNow() - since < TimeSpan.FromSeconds(30)) await Read(flooding);
        // An empty frame costs one and its six bytes a tenth: a thousand at once, then a hundred a second.
        Assert.InRange(read, 3_000, 4_000);
    }

    [Fact]
    public async Task Who_does_not_stop_for_a_minute_is_cut_off_and_who_rests_is_not()
    {
        var (clock, cut, rests) = (new QuickClock(), 0, true);
        await using var line = new MeteredStream(new Endless(640, () => { if (rests) clock.Pass(TimeSpan.FromMilliseconds(200)); }), new Meter(new(50, 100), clock).Owe, clock, () => cut++);
        for (var n = 0; n < 3_000; n++) await Read(line);
        Assert.Equal(0, cut);
        rests = false;
        for (var n = 0; n < 3_000 && cut == 0; n++) await Read(line);
        Assert.Equal(1, cut);
        Assert.Equal(0, await Read(line));
    }

    [Fact]
    public void Who_sits_no_more_has_the_rate_of_who_never_sat_and_gets_it_back_with_the_seat()
    {
        var (clock, sits, who) = (new QuickClock(), true, (Sitter?)new Sitter(Guid.NewGuid(), Guid.NewGuid()));
        var wire = new Wire(CallLimits.Usual, clock, () => who, _ => sits);
        Assert.Equal(TimeSpan.Zero, wire.Owe(CallLimits.Usual.Wire.Burst));
        // Their session is closed, or they were removed.
        sits = false;
        Assert.Equal(TimeSpan.Zero, wire.Owe(CallLimits.Usual.SeatlessWire.Burst));
        Assert.Equal(TimeSpan.FromSeconds(1), wire.Owe(CallLimits.Usual.SeatlessWire.PerSecond));
        clock.Pass(TimeSpan.FromMinutes(1));
        Assert.NotEqual(TimeSpan.Zero, wire.Owe(CallLimits.Usual.Wire.Burst));
        // The close was taken back.
        sits = true;
        Assert.Equal(TimeSpan.Zero, wire.Owe(CallLimits.Usual.Wire.Burst));
        clock.Pass(TimeSpan.FromMinutes(10));
        who = null;
        Assert.NotEqual(TimeSpan.Zero, wire.Owe(CallLimits.Usual.Wire.Burst));
    }

    private static ValueTask<int> Read(Stream stream) => stream.ReadAsync(new byte[1_024], TestContext.Current.CancellationToken);

    private static byte[] Frame(int length, bool masked)
    {
        byte[] extended = length < 126 ? [] : length <= ushort.MaxValue ? new byte[2] : new byte[8];
        if (extended.Length == 2) BinaryPrimitives.WriteUInt16BigEndian(extended, (ushort)length);
        if (extended.Length == 8) BinaryPrimitives.WriteUInt64BigEndian(extended, (ulong)length);
        var said = length < 126 ? length : extended.Length == 2 ? 126 : 127;
        // Payload that looks like headers.
        return [0x82, (byte)(said | (masked ? 0x80 : 0)), .. extended, .. masked ? new byte[] { 1, 2, 3, 4 } : [], .. Enumerable.Repeat((byte)0x81, length)];
    }

    /// <summary>Frames of one size for ever, one with each reading.</summary>
    private sealed class Endless(int bytes, Action read) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            read();
            var frame = Frame(Math.Max(0, bytes - 8), masked: true);
            frame.CopyTo(buffer);
            return new(frame.Length);
        }
    }

    /// <summary>Whoever waits has waited at once.</summary>
    private sealed class QuickClock : TimeProvider
    {
        private TimeSpan now;

        public TimeSpan Waited { get; private set; }

        public void Pass(TimeSpan time) => now += time;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + now;

        public override long GetTimestamp() => now.Ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            now += dueTime;
            Waited += dueTime;
            var timer = System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
            return timer;
        }
    }
}
