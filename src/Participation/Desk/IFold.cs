using Participation.Journal;

namespace Participation.Desk;

/// <summary>A state as the journal of a stream tells it: every entry in order, from <see cref="None"/>. It never changes: a later one is another.</summary>
public interface IFold<TSelf> where TSelf : class, IFold<TSelf>
{
    /// <summary>Nothing was told yet, or there is no such stream.</summary>
    static abstract TSelf None { get; }

    /// <summary>The number of the last entry folded.</summary>
    long Number { get; }

    TSelf Evolve(Entry entry);
}

/// <summary>Many entries at once.</summary>
public static class Folds
{
    public static TState Evolve<TState>(this TState state, IEnumerable<Entry> entries) where TState : class, IFold<TState> =>
        entries.Aggregate(state, (now, entry) => now.Evolve(entry));
}
