using System.Collections.Immutable;
using Participation.Sessions;

namespace Participation.Writing;

/// <summary>What was written as cards with their status, and what is counted of them. It goes on from the wall before when something was only added.</summary>
/// <param name="Shown">Without what resembles what: that is for those who moderate, for the other one may wait or be hidden.</param>
/// <param name="Typed">What was typed for people without a phone, and for whom.</param>
internal sealed record Wall(
    Growing<Card> All, Growing<Card> Shown, Growing<Typed> Typed, int Pending, ImmutableSortedDictionary<string, int> Kinds, ImmutableSortedDictionary<string, int> Categories)
{
    private static readonly ImmutableSortedDictionary<string, int> None = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);
    private static readonly Wall Empty = new(Growing<Card>.Empty, Growing<Card>.Empty, Growing<Typed>.Empty, 0, None, None);

    /// <summary>Remembers the last wall of one line of states. It changes nothing but the time that a wall takes.</summary>
    internal sealed class Last
    {
        private readonly Lock gate = new();
        private Growing<Contribution> written = Growing<Contribution>.Empty;
        private ImmutableDictionary<string, Mark> marks = ImmutableDictionary<string, Mark>.Empty;
        private ImmutableHashSet<Guid> flood = [];
        private Wall wall = Empty;

        public Wall Of(Growing<Contribution> now, Scene scene)
        {
            lock (gate)
            {
                var stage = scene.Session.Stage;
                var goesOn = ReferenceEquals(marks, stage.Marks) && ReferenceEquals(flood, stage.Lobby.Flood) && now.Continues(written);
                var next = goesOn ? wall : Empty;
                for (var at = next.All.Count; at < now.Count; at++) next = next.Add(scene.CardOf(now[at]), now[at].By);
                (written, marks, flood, wall) = (now, stage.Marks, stage.Lobby.Flood, next);
                return next;
            }
        }
    }

    private Wall Add(Card card, Guid author)
    {
        var (all, typed) = (All.Add(card), card is { Phoneless: true, Status: not (ContributionStatus.Withdrawn or ContributionStatus.Erased or ContributionStatus.Reset) } ? Typed.Add(new(card.Id, author)) : Typed);
        if (card.Status == ContributionStatus.Pending) return this with { All = all, Typed = typed, Pending = Pending + 1 };
        if (card.Status != ContributionStatus.Shown) return this with { All = all, Typed = typed };
        return new(all, Shown.Add(card.Near is null ? card : card with { Near = null }), typed, Pending, Plus(Kinds, card.Kind), Plus(Categories, card.Category));
    }

    private static ImmutableSortedDictionary<string, int> Plus(ImmutableSortedDictionary<string, int> counts, string? id) =>
        id is null ? counts : counts.SetItem(id, counts.GetValueOrDefault(id) + 1);
}

/// <summary>A contribution that was typed for somebody without a phone, whose guest seat it is: whoever types for them may say it in other words.</summary>
public sealed record Typed(string Contribution, Guid For);
