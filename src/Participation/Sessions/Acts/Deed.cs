using System.Collections.Immutable;

namespace Participation.Sessions.Acts;

/// <summary>Something that somebody who leads or writes did in a step, with their own hand: it is taken back by its inverse.</summary>
/// <param name="Since">The run of the item in which it was done; another one, and it is out of reach.</param>
/// <param name="Before">The state of the item's work before it; null: it is too long ago.</param>
public sealed record Deed(long Act, string Item, long Since, ActivityEvent Did, object? Before)
{
    /// <summary>What was typed for somebody else leaves by being withdrawn, in every kind.</summary>
    internal bool IsTyped => Did is not IDeed;
}

/// <summary>The state of a step in which each act has its inverse.</summary>
public interface IUndoes
{
    /// <summary>What undo calls something that was done here, as the console calls it now.</summary>
    DeedName NameOf(IDeed did);

    /// <summary>The state without something that was done here; null: others have changed the same since. What <paramref name="by"/> takes back is told as changed in entry <paramref name="at"/>.</summary>
    object? Without(Deed deed, Guid by, long at);
}

/// <summary>What undo calls something that was done: what it was done to, and whereto, as it is called on the console.</summary>
public sealed record DeedName(string? Item, string? To = null, string? How = null);

/// <summary>What they did and did not take back, each of them for themselves, in order.</summary>
public sealed record Deeds(ImmutableDictionary<Guid, ImmutableList<Deed>> Of)
{
    /// <summary>So many of each can be taken back: what was before them is kept.</summary>
    internal const int Most = 100;

    public static readonly Deeds None = new(ImmutableDictionary<Guid, ImmutableList<Deed>>.Empty);

    /// <summary>The last that stands, whoever did it; 0: none.</summary>
    public long Last => Of.Values.Aggregate(0L, (last, own) => own.Count > 0 ? Math.Max(last, own[^1].Act) : last);

    internal Deeds Add(Guid by, Deed deed)
    {
        var own = Of.GetValueOrDefault(by, []).Add(deed);
        var (gone, at) = (own.Count - Most - 1, 0);
        return new(Of.SetItem(by, gone >= at && own[gone].Before is not null ? own.SetItem(gone, own[gone] with { Before = null }) : own));
    }

    internal Deed? Find(Guid by, long act) => Of.GetValueOrDefault(by, []).FindLast(deed => deed.Act == act);

    internal Deed? Find(long act) => Of.Keys.Select(by => Find(by, act)).FirstOrDefault(deed => deed is not null);

    /// <summary>Whether somebody else has put in other words since what was typed under this number: then it stays as they left it.</summary>
    internal bool Overtook(Deed deed, Guid by, string? contribution) => deed.Did is ContributionGiven and not IDeed
        && Of.Any(own => own.Key != by && own.Value.Exists(later => later.Act > deed.Act && later.Did is IRewords words && words.Contribution == contribution));

    internal Deeds Without(long act) => new(Of.ToImmutableDictionary(own => own.Key, own => own.Value.RemoveAll(deed => deed.Act == act)));
}
