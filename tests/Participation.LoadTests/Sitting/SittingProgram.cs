using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Participation.Server.Accounts;
using Participation.Server.Lines;

namespace Participation.LoadTests.Sitting;

/// <summary>
/// <c>sitting [--lines N,M] [--repeat K]</c>: what it costs the server's writer that a session closes, or somebody is removed. N lines are seated in one session, a hundred in another:
/// each is looked at again after every change of who sits. Microseconds: the middle of K closes (200), the least and the most.
/// </summary>
internal static class SittingProgram
{
    private const int Few = 100, PerSeat = 4;

    public static Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, "--lines", "--repeat");
        var repeat = arguments.Whole("--repeat", 200);
        // Code is compiled while it first runs.
        foreach (var session in (Guid[])[Guid.NewGuid(), Guid.NewGuid()]) Close(Seated((session, 1_000)), session, 2_000);
        foreach (var lines in arguments["--lines"] is null ? [100, 1_000, 10_000] : arguments.Wholes("--lines"))
        {
            var (many, few) = (Guid.NewGuid(), Guid.NewGuid());
            var book = Seated((many, lines), (few, Few));
            Console.WriteLine($"{lines,7} lines: a session of all closes {Close(book, many, repeat)} µs, one of {Few} beside them {Close(book, few, repeat)} µs");
        }
        return Task.FromResult(0);
    }

    /// <summary>Live lines, so many of each session; a person has a few.</summary>
    private static LineBook Seated(params (Guid Session, int Lines)[] sessions)
    {
        var book = new LineBook(Capacity.Of(sessions.Sum(each => each.Lines) + 1_000, null), TimeProvider.System);
        foreach (var (session, lines) in sessions)
        {
            for (var n = 0; n < lines; n++)
            {
                var line = new Line(new DefaultConnectionContext(), book, new([10, (byte)(n >> 16), (byte)(n >> 8), (byte)n]), shared: false);
                if (!book.Admit(line)) throw new InvalidOperationException("There was no room.");
                book.Sit(line, new(new(n / PerSeat, 0, 0, session.ToByteArray()[..8]), session), _ => true);
                book.Begin(line);
            }
        }
        return book;
    }

    private static Median Close(LineBook book, Guid session, int repeat)
    {
        var sure = book.Sure;
        return Median.Of(Enumerable.Range(0, repeat).Select(_ =>
        {
            var since = Stopwatch.GetTimestamp();
            book.Review(session, _ => false);
            var took = Stopwatch.GetElapsedTime(since).TotalMicroseconds;
            book.Review(session, _ => true);
            return book.Sure == sure ? took : throw new InvalidOperationException("Not all sit again.");
        }));
    }
}
