using System.Diagnostics;
using Participation.LoadTests.Figures;

namespace Participation.LoadTests.Compare;

/// <summary>One peer at the work: what it cost and how soon everything arrived.</summary>
/// <param name="Pace">What its phones were sent.</param>
/// <param name="Remarks">What did not arrive: with one of them no figure counts.</param>
internal sealed record Result(IReadOnlyList<Figure> Figures, Pace Pace, IReadOnlyList<string> Remarks);

/// <summary>Brings screens to a peer and gives it the work.</summary>
internal static class Trial
{
    private const int AtOnce = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private sealed record Reading(long At, TimeSpan Cpu, long Bytes, long Frames, long FrameBytes);

    public static async Task<Result> Run(IPeer peer, Work work)
    {
        var chronicle = new Chronicle(work);
        var (phones, consoles) = (new List<Client>(), new List<Client>());
        try
        {
            for (var i = 0; i < Work.Consoles; i++) consoles.Add(await peer.Admit(phone: false, chronicle.Console));
            foreach (var group in Enumerable.Range(0, work.Participants).Select(_ => chronicle.Phone()).Chunk(AtOnce))
                phones.AddRange(await Task.WhenAll(group.Select(ears => peer.Admit(phone: true, ears))));

            Reading begin = null!;
            var late = await Give(peer, phones, chronicle, work, () =>
            {
                chronicle.Measuring = true;
                begin = Read(peer, phones);
            });
            var end = Read(peer, phones);
            for (var since = Stopwatch.GetTimestamp(); peer.Takes && !chronicle.Whole && Stopwatch.GetElapsedTime(since) < Patience;) await Task.Delay(50);
            var lost = phones.Concat(consoles).Count(screen => screen.Lost);
            return Judged(peer, work, chronicle, late, begin, end, lost);
        }
        finally
        {
            await Task.WhenAll(phones.Concat(consoles).Select(screen => screen.DisposeAsync().AsTask()));
        }
    }

    /// <summary>Phones give in turn, by the clock. Answers how late this program itself was.</summary>
    private static async Task<Percentiles> Give(IPeer peer, List<Client> phones, Chronicle chronicle, Work work, Action warm)
    {
        var (started, late) = (Stopwatch.GetTimestamp(), new Percentiles());
        for (var idea = 0; idea < work.Ideas; await Task.Delay(1))
        {
            for (; idea < work.Ideas && At(idea) <= Stopwatch.GetTimestamp(); idea++)
            {
                if (work.IsMeasured(idea) && !chronicle.Measuring) warm();
                chronicle.Due(idea, At(idea));
                late.Add(At(idea), Stopwatch.GetTimestamp());
                if (peer.Takes) _ = phones[idea % phones.Count].Give(idea, Chronicle.Text(idea));
            }
        }
        return late;

        long At(int idea) => started + (long)(idea / work.Rate * Stopwatch.Frequency);
    }

    private static Reading Read(IPeer peer, List<Client> phones) => new(
        Stopwatch.GetTimestamp(), peer.Cpu, phones.Sum(phone => phone.Bytes), phones.Sum(phone => (long)phone.Frames), phones.Sum(phone => phone.FrameBytes));

    private static Result Judged(IPeer peer, Work work, Chronicle chronicle, Percentiles late, Reading begin, Reading end, int lost)
    {
        var (seconds, frames) = (Stopwatch.GetElapsedTime(begin.At, end.At).TotalSeconds, end.Frames - begin.Frames);
        var (receipts, consoles, onPhones) = (chronicle.Acknowledging, chronicle.OnConsoles, peer.Takes ? chronicle.OnPhones() : chronicle.Ticks);
        var perPhone = frames / seconds / work.Participants;
        return new(
        [
            new("server, share of a core", "%", 100 * (end.Cpu - begin.Cpu).TotalSeconds / seconds),
            Of("receipt, p50", receipts, 0.5), Of("receipt, p99", receipts, 0.99),
            Of("on the console, p50", consoles, 0.5), Of("on the console, p99", consoles, 0.99),
            Of("on phones, p50", onPhones, 0.5), Of("on phones, p99", onPhones, 0.99),
            new("traffic to a phone", "kB/s", (end.Bytes - begin.Bytes) / seconds / work.Participants / 1e3),
            new("frames to a phone", "1/s", perPhone),
            new("server memory, peak", "MB", peer.PeakBytes / 1e6),
            new("generator late, p99", "ms", late.At(0.99)),
        ],
        new(perPhone > 0 ? 1000 / perPhone : 100, frames > 0 ? (int)((end.FrameBytes - begin.FrameBytes) / frames) : 0),
        [.. lost > 0 ? (string[])[$"{lost} connections were lost"] : [], .. peer.Takes ? chronicle.Missing() : []]);
    }

    /// <summary>Not a number where nothing was measured.</summary>
    private static Figure Of(string name, Percentiles times, double share) => new(name, "ms", times.Count == 0 ? double.NaN : times.At(share));
}
