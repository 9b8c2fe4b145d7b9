using Participation.Journal;

namespace Participation.Desk;

/// <summary>What was decided and handed to the journal.</summary>
/// <param name="Decide">How it is decided again when another was faster; null: it is not.</param>
/// <param name="Times">How often it was decided.</param>
internal sealed record Handed<TState>(
    Command Command, Decision Decision, Func<TState, Decision>? Decide, int Times, Strand Strand, IReadOnlyList<Entry> Entries, TState After)
{
    private const int MostTimes = 4;
    private TaskCompletionSource<Task<Receipt>>? again;

    /// <summary>The journal has said that it holds it.</summary>
    public bool OnDisk { get; set; }

    /// <summary>What becomes of it after another was faster; null: it was not taken back.</summary>
    public Task<Receipt>? Again => again?.Task.Unwrap();

    /// <summary>A ballot is for its voter to cast again, and what an erasure points at was sought in other entries.</summary>
    public bool MayBeDecidedAgain => Decide is not null && Decision is { Box: null, Erasures.Count: 0 } && Times < MostTimes;

    public void TakeBack() => again = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Becomes(Task<Receipt> receipt) => again?.TrySetResult(receipt);
}
