using System.Runtime.InteropServices;
using Participation.Sessions;
using Participation.Texts;

namespace Participation.Activities.Opinions;

/// <summary>A statement that waits for somebody's vote.</summary>
public sealed record StatementToVote(string Id, string? Text, LocalText? Label);

/// <param name="Next">The next few statements to vote on, in this participant's own order.</param>
/// <param name="Voted">Statements voted on in this round.</param>
/// <param name="Own">The participant's own statements, with their status.</param>
public sealed record OpinionsMine(IReadOnlyList<StatementToVote> Next, int Voted, IReadOnlyList<Card> Own)
{
    public const int MostNext = 5;

    internal static OpinionsMine Of(OpinionsState state, Scene scene, Guid participant)
    {
        var (tallies, voted) = (scene.Tallies, scene.Tallies.VotedBy(participant));
        var seed = Seed(participant);
        var (keys, next, found) = (new uint[MostNext], new Statement[MostNext], 0);
        var (own, at) = (new List<Card>(), 0u);
        foreach (var statement in state.Statements)
        {
            var key = Mix(seed + at++);
            if (statement.Given.By == participant) own.Add(scene.CardOf(statement.Given));
            if (found == MostNext && key >= keys[^1]) continue;
            if (voted(statement.Given.Id) || scene.StatusOf(statement.Given) != ContributionStatus.Shown) continue;
            var place = found < MostNext ? found++ : MostNext - 1;
            for (; place > 0 && keys[place - 1] > key; place--) (keys[place], next[place]) = (keys[place - 1], next[place - 1]);
            (keys[place], next[place]) = (key, statement);
        }
        return new([.. next.Take(found).Select(statement => statement.ToVote)], tallies.PapersOf(participant), own);
    }

    /// <summary>Where somebody's order begins: the same on every server and after every restart.</summary>
    private static uint Seed(Guid participant)
    {
        Span<byte> id = stackalloc byte[16];
        participant.TryWriteBytes(id);
        var words = MemoryMarshal.Cast<byte, uint>(id);
        return Mix(words[0] ^ words[1] ^ words[2] ^ words[3]);
    }

    /// <summary>Spreads neighbouring numbers over all of 32 bits (the finaliser of MurmurHash3). It is a bijection: no two statements get the same key.</summary>
    private static uint Mix(uint x)
    {
        x = (x ^ (x >> 16)) * 0x85EBCA6B;
        x = (x ^ (x >> 13)) * 0xC2B2AE35;
        return x ^ (x >> 16);
    }
}
