using System.Threading.Channels;
using Participation.LoadTests.Hub;

namespace Participation.LoadTests.Replay;

/// <summary>One person of the conversation: casts their votes in their order, each when the one before is on disk.</summary>
internal sealed class Voter
{
    private readonly Channel<Sent> votes = Channel.CreateUnbounded<Sent>();
    private readonly Task voting;

    public Voter(RawHubClient phone, Func<RawHubClient, Sent, Task> send)
    {
        Phone = phone;
        voting = Vote(send);
    }

    public RawHubClient Phone { get; }

    public void Will(Sent vote) => votes.Writer.TryWrite(vote);

    /// <summary>Completes when all votes have their receipts.</summary>
    public Task Done()
    {
        votes.Writer.TryComplete();
        return voting;
    }

    private async Task Vote(Func<RawHubClient, Sent, Task> send)
    {
        await foreach (var vote in votes.Reader.ReadAllAsync()) await send(Phone, vote);
    }
}
