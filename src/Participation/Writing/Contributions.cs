using System.Collections.Immutable;
using System.Globalization;
using Participation.Journal;
using Participation.Sessions;
using Participation.Sessions.Acts;

namespace Participation.Writing;

/// <summary>All that was written in an item. It is the one fold of the events of this room, whatever kind they were sent to.</summary>
/// <param name="All">In the order of their numbers, without a gap.</param>
/// <param name="Words">The last contribution under each bag of words, to notice one that says almost the same.</param>
/// <param name="Authors">The places of each author's contributions in the list.</param>
public sealed record Contributions(Growing<Contribution> All, ImmutableDictionary<string, string> Words, ImmutableDictionary<Guid, ImmutableList<int>> Authors) : IUndoes
{
    public static Contributions None => new(Growing<Contribution>.Empty, ImmutableDictionary<string, string>.Empty, ImmutableDictionary<Guid, ImmutableList<int>>.Empty);

    private readonly Wall.Last last = new();

    internal Contributions Evolve(Entry entry, Scene scene) => entry.Event switch
    {
        ContributionWritten e => Add(scene.Give(entry, e, e.Texts, e.Choices, e.Near)),
        ContributionReworded e when Find(e.Contribution) is >= 0 and var at =>
            Reword(at, new(entry.Number, entry.By, entry.At, e.Texts, All[at].Latest.Choices), scene.Holds(entry), e.Near),
        ContributionWithdrawn e when Find(e.Contribution) is >= 0 and var at => this with { All = All.SetItem(at, All[at] with { Withdrawn = true }) },
        _ => this,
    };

    /// <summary>One's own contribution as it stands; null when there is none of this id, it was taken back or it is somebody else's: to them it is the same.</summary>
    internal Contribution? Own(string? id, Guid who) =>
        Find(id) is >= 0 and var at && All[at] is { Withdrawn: false, Erased: false } given && given.By == who ? given : null;

    /// <summary>Where a contribution stands in the list; -1 when it is not there.</summary>
    internal int Find(string? id)
    {
        if (All.Count == 0 || Number(id) is not { } number || Number(All[0].Id) is not { } first) return -1;
        var at = number - first;
        return at >= 0 && at < All.Count && All[at].Id == id ? at : -1;
    }

    /// <summary>What these words say almost again; null: nothing, or only what is <paramref name="itself"/>.</summary>
    internal string? Near(IReadOnlyDictionary<string, string> texts, string? itself = null) =>
        Words.GetValueOrDefault(WordBag.Of(texts[Wording.Main])) is { } near && near != itself ? near : null;

    public DeedName NameOf(IDeed did) => new(did switch { ContributionReworded e => e.Contribution, ContributionWithdrawn e => e.Contribution, _ => null });

    /// <summary>What somebody typed for another is taken back: the wording before stands again, as one more; what was withdrawn is there again.</summary>
    public object? Without(Deed deed, Guid by, long at)
    {
        if (deed.Before is not Contributions before) return null;
        switch (deed.Did)
        {
            case ContributionReworded e when Find(e.Contribution) is >= 0 and var place && All[place] is { Withdrawn: false } given && given.Latest.Entry == deed.Act:
                var was = before.All[place].Latest;
                return Reword(place, was with { Entry = at, By = given.By }, given.Held, was.Texts.Count == 0 ? null : Near(was.Texts, given.Id));
            case ContributionWithdrawn e when Find(e.Contribution) is >= 0 and var place:
                return this with { All = All.SetItem(place, All[place] with { Withdrawn = false }) };
            default: return null;
        }
    }

    internal Wall Wall(Scene scene) => last.Of(All, scene);

    /// <summary>What somebody who writes for others may say in other words for them: a scribe at a table that of its own guests alone. Nobody else is told whose a card is.</summary>
    internal IReadOnlyList<Typed>? Typed(Scene scene, Audience audience)
    {
        if (audience.Role is not (Role.Facilitator or Role.Scribe) || Wall(scene).Typed is not { Count: > 0 } typed) return null;
        var (people, removed) = (scene.Session.Participants, scene.Session.Stage.Removed);
        bool May(Guid guest) => !removed.Contains(guest) && (audience.Table is not { } table || people.GetValueOrDefault(guest)?.Table == table);
        Typed[] own = [.. typed.Where(x => May(x.For))];
        return own.Length > 0 ? own : null;
    }

    private Contributions Add(Contribution given) => this with
    {
        All = All.Add(given),
        Words = With(Words, given),
        Authors = Authors.SetItem(given.By, Authors.GetValueOrDefault(given.By, []).Add(All.Count)),
    };

    /// <summary>What resembled the old words resembles these no longer.</summary>
    private Contributions Reword(int at, Wording wording, bool held, string? near)
    {
        var (before, now) = (All[at], All[at].In(wording, held, near));
        var same = before.Erased || wording.Text.Length == 0 || WordBag.Of(before.Text) == WordBag.Of(wording.Text);
        var all = All.SetItem(at, now);
        for (var other = at + 1; !same && other < all.Count; other++)
            if (all[other].Near == now.Id) all = all.SetItem(other, all[other].NearNothing());
        var words = !same && Words.GetValueOrDefault(WordBag.Of(before.Text)) == before.Id ? Words.Remove(WordBag.Of(before.Text)) : Words;
        return this with { All = all, Words = With(words, now) };
    }

    private static ImmutableDictionary<string, string> With(ImmutableDictionary<string, string> words, Contribution given) =>
        given.Erased ? words : words.SetItem(WordBag.Of(given.Text), given.Id);

    private static int? Number(string? id) =>
        id is not null && int.TryParse(id.AsSpan(id.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
