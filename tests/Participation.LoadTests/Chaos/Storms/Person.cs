using System.Text.Json.Nodes;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;

namespace Participation.LoadTests.Chaos.Storms;

/// <summary>Somebody with a device who does one thing after the other; each is sent under the same id until there is an answer, as an outbox does.</summary>
/// <param name="choose">What they do next, from what their screen shows; null: nothing now.</param>
/// <param name="pause">Seconds between two things, on average.</param>
internal sealed class Person(RawHubClient screen, Ledger ledger, Random chance, Func<JsonNode, Random, Sent?> choose, double pause)
{
    private static readonly TimeSpan Later = TimeSpan.FromMilliseconds(300);
    private readonly List<string> remarks = [];

    public RawHubClient Screen => screen;

    /// <summary>Receipts that were not the same when the same command was sent again.</summary>
    public IReadOnlyList<string> Remarks => remarks;

    /// <summary>Goes on until told to stop, and then until everything has its answer.</summary>
    /// <param name="hopeless">Nothing waits any longer than this.</param>
    public async Task Act(CancellationToken stop, CancellationToken hopeless)
    {
        while (!stop.IsCancellationRequested)
        {
            if (Look() is { } sent) await Give(sent, hopeless);
            var rest = TimeSpan.FromSeconds(pause * -Math.Log(1 - chance.NextDouble()));
            await Task.WhenAny(Task.Delay(rest, stop));
        }
        // A room that was left in a pause would refuse for ever what its phones still hold.
        if (Look() is { Name: "session.resume" } last) await Give(last, hopeless);
    }

    private Sent? Look()
    {
        lock (screen.Follower) return screen.Follower.View is { } view ? choose(view, chance) : null;
    }

    private async Task Give(Sent sent, CancellationToken hopeless)
    {
        var intent = ledger.Intend(screen.Follower.You, sent);
        while (!hopeless.IsCancellationRequested && screen.Bye is null && intent.Answer is null or { Refused.Retry: true })
        {
            if (intent.Answer is not null) await Task.Delay(Later, CancellationToken.None);
            intent.Answer = await screen.Send(sent) ?? intent.Answer;
        }
        if (chance.Next(10) != 0 || hopeless.IsCancellationRequested) return;
        // A finger that taps twice, or a phone that did not keep its receipt.
        if (await screen.Send(sent) is not { } again || again.Refused?.Retry is true) return;
        // What was refused is decided anew, perhaps in another step by now; a receipt is the same for ever.
        if (!intent.IsAcknowledged) intent.Answer = again;
        else if (again.Refused is not null || again.Number != intent.Answer!.Number)
            remarks.Add($"{sent.Name} {sent.Command} was answered {intent.Answer!.Number} and then {again.Refused?.Code ?? $"{again.Number}"}");
    }
}
