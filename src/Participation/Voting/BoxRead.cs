using Participation.Journal;
using Participation.Sessions;

namespace Participation.Voting;

/// <summary>A box as it was read for the count.</summary>
public sealed record BoxRead(long Round, IReadOnlyList<Pile> Papers)
{
    internal const string Differs = "step.box-differs";
}

/// <summary>The box is read first and the count decided after it.</summary>
public static class Counting
{
    private const int Tries = 20;

    /// <summary>A ballot that came between reading and deciding shows in the numbers: then the box is read again.</summary>
    public static async Task<Receipt> Count(this Desk<SessionState> desk, CountVotes command, Func<SessionState, CountVotes, BoxRead, Decision> decide)
    {
        for (var tries = 1; ; tries++)
        {
            var receipt = await Once(desk, command, decide);
            if (receipt.Refused?.Code != BoxRead.Differs || tries == Tries) return receipt;
        }
    }

    private static async Task<Receipt> Once(Desk<SessionState> desk, CountVotes command, Func<SessionState, CountVotes, BoxRead, Decision> decide)
    {
        try
        {
            var (session, state) = (command.From.Stream, await desk.Read(command.From.Stream));
            var round = state.Find(command.Item) is { } item ? state.Stage.Steps[item.Id].Round : 0;
            var read = new BoxRead(round, await desk.Box(session, command.Item, round));
            return await desk.Record(command, (now, count) => decide(now, count, read));
        }
        catch (JournalException failed)
        {
            return new Receipt(0, new Refusal(failed.Code, Retry: true));
        }
    }
}
