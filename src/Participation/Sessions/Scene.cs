using Participation.Journal;
using Participation.Texts;
using Participation.Voting;

namespace Participation.Sessions;

/// <summary>What surrounds an activity: the session, the agenda item on which people work, and how that item stands.</summary>
public abstract record Scene(SessionState Session, AgendaItem Item)
{
    public Step Step => Session.Stage.Steps[Item.Id];

    /// <summary>The settings of the item that is looked at, for what holds for every kind; a kind has its own in <see cref="Scene{TSettings}"/>.</summary>
    internal object AnySettings => Session.Settings[Item.Id];

    /// <summary>Ballots are secret here: they lie in a box apart from the journal. Fixed when the session is opened.</summary>
    public ISecretBallots? Secret => AnySettings is ISecretBallots { Secret: true } settings ? settings : null;

    /// <summary>The box of the round that runs; null where ballots are not secret.</summary>
    public BallotBox? Box => BoxOf(Step.Round);

    /// <summary>The box of the round before; null in the first too.</summary>
    public BallotBox? BoxBefore => Step.Rounds is [.., var before, _] ? BoxOf(before) : null;

    /// <summary>What this step has, as it stands.</summary>
    public StepParts Parts => ActivityKinds.Of(Item.Kind).Has(Session.StateOf(Item), this);

    /// <summary>How people vote here; null where nobody does.</summary>
    public Vote? Vote => Parts.Vote;

    /// <summary>How many different people have given something here; of a vote, how many voted in the round that runs.</summary>
    public int Answered => Parts.Answered(this);

    /// <summary>The step on paper; null where people only look.</summary>
    public ISection? Section(Words words) => Parts.Section?.Invoke(words);

    /// <summary>How that vote stands.</summary>
    public Tallies Tallies => new(this);

    private BallotBox? BoxOf(long round) => Secret is null ? null : BallotBox.Of(Session, Item.Id, round);

    /// <summary>The id of the next contribution in this item.</summary>
    public string IdOf(int number) => $"{Session.Item(Item.Root).Mark}-{number:000}";

    public int NextNumber => Session.Given.GetValueOrDefault(Item.Root) + 1;

    /// <summary>The contribution that an event gives, with what the session knows of its author at that moment. Where they come from is nobody's business on a card.</summary>
    public Contribution Give(Entry entry, ContributionGiven given, IReadOnlyDictionary<string, string> texts, IReadOnlyDictionary<string, string> choices, string? near = null)
    {
        var author = Session.Participants.GetValueOrDefault(entry.By);
        return new(IdOf(given.Number), Item.Root, author?.Table, author?.Phoneless ?? false, Holds(entry),
            [new(entry.Number, entry.By, entry.At, texts, choices)], near);
    }

    /// <summary>One that is a text and no more.</summary>
    public Contribution Give(Entry entry, ContributionGiven given, string text) => Give(entry, given, Wording.Of(text), FieldDictionary.Nothing);

    /// <summary>What somebody writes now waits until it was read.</summary>
    public bool Holds(Entry entry) => Step.Moderation == Moderation.Before && Session.Participants.ContainsKey(entry.By);

    public ContributionStatus StatusOf(Contribution given)
    {
        var mark = Session.Stage.Marks.GetValueOrDefault(given.Id);
        // Who approved it approved the words that they had read, and not what was written since.
        var approved = mark is { Approved: true } && mark.Read > given.Latest.Entry;
        return given.Erased ? ContributionStatus.Erased
            : given.Withdrawn || mark is { Withdrawn: true } ? ContributionStatus.Withdrawn
            : mark is { Hidden: true } || !approved && Session.Stage.Lobby.Flood.Contains(given.By) ? ContributionStatus.Hidden
            : given.Held && !approved ? ContributionStatus.Pending
            : ContributionStatus.Shown;
    }

    /// <summary>How many of those people were not removed as a flood.</summary>
    public int WithoutFlood(int people, Func<Guid, bool> among) => people - Session.Stage.Lobby.Flood.Count(among);

    /// <summary>The card with its status and pin; the shared one when there is nothing to add.</summary>
    public Card CardOf(Contribution given)
    {
        var (status, pinned) = (StatusOf(given), Session.Stage.Marks.GetValueOrDefault(given.Id)?.Pinned ?? false);
        return status == ContributionStatus.Shown && !pinned ? given.Card : given.Card with { Status = status, Pinned = pinned };
    }

    /// <summary>
    /// What other items give to this one: their shown contributions, in order. Whether the giving item was revealed is not asked: to open a
    /// step that works with contributions is to open them.
    /// </summary>
    public IEnumerable<Contribution> GivenBy(IEnumerable<Source> items) =>
        items.SelectMany(item => Session.Gives(item.Id)).Where(given => StatusOf(given) == ContributionStatus.Shown);

    /// <summary>Whether another step that was held is weighed by the votes of this one.</summary>
    public bool Weighs => Session.Opened!.Agenda.Any(item => Session.Stage.Steps[item.Id].OpenedAt is not null
        && ItemRef.In(Session.Settings[item.Id]).Any(named => named.To is VotesOf votes && votes.Id == Item.Id));

    /// <summary>The weight that another item's votes put on contributions; empty while its results are hidden.</summary>
    public IReadOnlyDictionary<string, int> WeightsOf(VotesOf item) => Session.Weights(item.Id);
}

/// <summary>The same with the settings of the item, which may continue another one, as its kind reads them.</summary>
public sealed record Scene<TSettings>(SessionState Session, AgendaItem Item) : Scene(Session, Item) where TSettings : notnull
{
    public TSettings Settings => (TSettings)AnySettings;
}
