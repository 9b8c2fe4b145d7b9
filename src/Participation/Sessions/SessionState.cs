using System.Collections.Immutable;
using System.Globalization;
using Participation.Journal;
using Participation.Sessions.Acts;
using Participation.Sessions.Became;
using Participation.Sessions.Erasing;
using Participation.Sessions.Joining;
using Participation.Voting;

namespace Participation.Sessions;

/// <summary>A session as its journal tells it: the fold of every entry, in order, from <see cref="None"/>.</summary>
/// <param name="Number">The number of the last entry folded.</param>
/// <param name="Settings">Each item's settings, typed by its kind.</param>
/// <param name="Work">The state of each activity, by root item and reset: a reset begins a new one and keeps the old.</param>
/// <param name="Given">How many contributions each item has had, also those put aside and those that the workshop brought along: numbers are never used twice.</param>
/// <param name="Seated">Who sits on each ticket that was used.</param>
/// <param name="Acts">The facilitators' acts that can be taken back, last first.</param>
public sealed record SessionState(
    Guid Id, long Number, DateTimeOffset OpenedAt, SessionOpened? Opened, Stage Stage,
    ImmutableDictionary<Guid, Participant> Participants,
    ImmutableDictionary<string, object> Settings,
    ImmutableDictionary<(string Item, long Since), object> Work,
    ImmutableDictionary<string, int> Given,
    ImmutableDictionary<int, Guid> Seated,
    ImmutableStack<Done> Acts) : IFold<SessionState>
{
    /// <summary>Who has voted in each round of each secret vote, and what was counted; what they chose lies in a box apart from the journal.</summary>
    public ImmutableDictionary<(string Item, long Round), BallotBox> Boxes { get; init; } = ImmutableDictionary<(string, long), BallotBox>.Empty;
    /// <summary>What was chosen in each round of each vote, as far as anybody knows it.</summary>
    public Rounds Rounds { get; init; } = Rounds.None;

    /// <summary>When all words of the session are to be erased; null: nobody has said.</summary>
    public DateTimeOffset? KeepUntil { get; init; }

    /// <summary>Who said anew who they are since they came.</summary>
    public ImmutableHashSet<Guid> Corrected { get; init; } = [];

    /// <summary>It was closed once, also where that was taken back: there may be a report of it.</summary>
    public bool WasClosed { get; init; }

    /// <summary>The facilitator opened the result page. A session that is closed anew says it anew: something else may stand on it.</summary>
    public bool HasResults { get; init; }

    /// <summary>Everybody with its address may read the results.</summary>
    public bool IsPublic => HasResults && Stage.Closed;

    /// <summary>The entries in which people said who they are, with whom each is about.</summary>
    public ImmutableDictionary<long, Guid> Sayings { get; init; } = ImmutableDictionary<long, Guid>.Empty;

    /// <summary>Those who erased what they wrote and said of themselves, or for whom it was erased: of what they gave everybody sees that it is theirs.</summary>
    public ImmutableHashSet<Guid> Gone { get; init; } = [];

    /// <summary>Those who were counted at the last close, and as what.</summary>
    public ImmutableDictionary<Guid, Participant> Counted { get; init; } = ImmutableDictionary<Guid, Participant>.Empty;

    /// <summary>Somebody erased what they had given or said of themselves when a report may have been out, or a few came or said it anew between two closes: no report tells types any more, for the difference would tell theirs.</summary>
    public bool Hushed { get; init; }

    /// <summary>The last entry by which other ballots counted than at a close, when a report may have been out: no report splits votes any more. Null: there was none.</summary>
    public long? Recounted { get; init; }

    /// <summary>What those who lead or write did in steps with their own hand, such as moving a card or typing for a guest, and did not take back.</summary>
    public Deeds Deeds { get; init; } = Deeds.None;

    /// <summary>When the room was at work.</summary>
    public Spells Spells { get; init; } = Spells.None;

    public static SessionState None { get; } = new(Guid.Empty, 0, default, null, Stage.Empty,
        ImmutableDictionary<Guid, Participant>.Empty, ImmutableDictionary<string, object>.Empty,
        ImmutableDictionary<(string, long), object>.Empty, ImmutableDictionary<string, int>.Empty, ImmutableDictionary<int, Guid>.Empty, []);

    public static SessionState Fold(IEnumerable<Entry> entries) => None.Evolve(entries);

    public SessionState Evolve(Entry entry)
    {
        var after = entry.Event switch
        {
            SessionOpened e => Open(e, entry),
            ParticipantSeated e => Seat(e, entry),
            ParticipantMoved e => Move(e),
            ParticipantCorrected e => Correct(e) with { Sayings = Sayings.Add(entry.Number, e.Participant) },
            WordsErased e => Erase(e, entry),
            RetentionSet e => this with { KeepUntil = e.Until },
            ActUndone e => Undo(e, entry),
            DeedUndone e => Undo(e, entry),
            SessionClosed e => Act(e, entry).Count(),
            StepVoted e => Vote(e, entry),
            ActEvent e => Act(e, entry),
            ActivityEvent e => WorkOn(e, entry),
            _ => this,
        };
        return after with { Number = entry.Number, WasClosed = WasClosed || entry.Event is SessionClosed, HasResults = Leaves(entry.Event), Spells = after.Worked(entry), Recounted = Recounts(after, entry) ? entry.Number : Recounted };
    }

    public AgendaItem Item(string id) => Find(id) ?? throw new InvalidOperationException($"No item {id} is on the agenda.");

    public AgendaItem? Find(string? id)
    {
        // Asked several times for each entry of a fold.
        for (var at = 0; at < (Opened?.Agenda.Count ?? 0); at++)
            if (Opened!.Agenda[at].Id == id) return Opened.Agenda[at];
        return null;
    }

    /// <summary>The item so many places after the open one, or null at the ends of the agenda.</summary>
    public AgendaItem? Neighbour(int places) => OpenItem is { } open && Opened is { } opened
        ? opened.Agenda.ElementAtOrDefault(opened.Agenda.ToList().IndexOf(open) + places)
        : null;

    /// <summary>Whether a contribution of this id was ever given. One that is written otherwise, as IM-0001, is another: nothing would be found under it.</summary>
    public bool Has(string contribution) => contribution.Split('-') is [var mark, var digits]
        && Opened?.Agenda.FirstOrDefault(item => item.Mark == mark && item.Continues is null) is { } item
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= Given.GetValueOrDefault(item.Id) && Scene(item).IdOf(number) == contribution;

    /// <summary>Which wording of a contribution stands now, counted from 1; 0: there is none.</summary>
    public int VersionOf(string contribution) => Opened?.Agenda.FirstOrDefault(item => item.Mark == contribution.Split('-')[0] && item.Continues is null) is { } item
        ? Gives(item.Id).FirstOrDefault(given => given.Id == contribution)?.Wordings.Count ?? 0
        : 0;

    /// <summary>The screens with which a participant sees the same: those of their table, or of all who wait in the lobby.</summary>
    public Audience AudienceOf(Guid participant) =>
        !Participants.TryGetValue(participant, out var who) ? new(Role.Participant)
        : Stage.Lobby.Waits(who) ? new(Role.Participant, null, Waits: true)
        : new(Role.Participant, who.Table);

    /// <summary>Those who took part: neither of a flood nor never let in.</summary>
    public IEnumerable<Participant> Present => Participants.Values.Where(who => !Stage.Lobby.Flood.Contains(who.Id) && !Stage.Lobby.Waits(who));

    public AgendaItem? OpenItem => Find(Stage.Open);

    public Scene Scene(AgendaItem item) => ActivityKinds.Of(item.Kind).Scene(this, item);

    /// <summary>The activity's state as it stands now, since its last reset.</summary>
    public object StateOf(AgendaItem item) => Work.GetValueOrDefault(KeyOf(item))
        ?? ActivityKinds.Of(item.Kind).Start(Scene(Item(item.Root)));

    /// <summary>The contributions that an item has to give to others.</summary>
    public IEnumerable<Contribution> Gives(string item) =>
        Find(item) is { } found ? Scene(found).Parts.Given : [];

    public IReadOnlyDictionary<string, int> Weights(string item) => Find(item) is { } found && !Stage.Steps[item].Hidden
        ? Scene(found).Parts.Weights(Scene(found))
        : ImmutableDictionary<string, int>.Empty;

    private (string, long) KeyOf(AgendaItem item) => (item.Root, Stage.Steps[item.Root].Since);

    private SessionState Open(SessionOpened e, Entry entry)
    {
        var opened = this with
        {
            Id = entry.Stream,
            OpenedAt = entry.At,
            Opened = e,
            Stage = Stage.Empty with
            {
                Steps = e.Agenda.ToImmutableDictionary(item => item.Id, Step.Of), Version = entry.Number,
                Lobby = Lobby.Empty with { Approves = e.Admission == Admission.Approve },
            },
            Settings = e.Agenda.ToImmutableDictionary(item => item.Id, item => ActivityKinds.Of(item.Kind).Read(item.Settings)),
        };
        opened = opened with
        {
            Work = e.Agenda.Where(item => item.Continues is null)
                .ToImmutableDictionary(item => (item.Id, 0L), item => opened.StateOf(item)),
        };
        return opened with
        {
            Given = opened.Work.Keys.ToImmutableDictionary(key => key.Item, key => opened.Gives(key.Item).Count()),
        };
    }

    private SessionState Seat(ParticipantSeated e, Entry entry) => this with
    {
        Participants = Participants.SetItem(e.Participant, new Participant(
            e.Participant, e.Number, entry.At, e.Language, e.Type, e.Zone, e.Table, e.Phoneless,
            Held: Stage.Lobby.Approves && !e.Phoneless && e.Ticket is null, e.Ticket)),
        Sayings = Sayings.Add(entry.Number, e.Participant),
        Seated = e.Ticket is { } ticket ? Seated.SetItem(ticket, e.Participant) : Seated,
    };

    private SessionState Move(ParticipantMoved e) => Participants.TryGetValue(e.Participant, out var who)
        ? this with { Participants = Participants.SetItem(who.Id, who with { Table = e.Table }) }
        : this;

    /// <summary>A ballot came after a close that was taken back, or ballots of a flood went or came back.</summary>
    private bool Recounts(SessionState after, Entry entry) => WasClosed && (entry.Event is IBallot || after.Stage.Lobby.Flood != Stage.Lobby.Flood);

    /// <summary>Whether the result page is left open by what happened.</summary>
    private bool Leaves(Event happened) => happened switch { ResultsSet e => e.On, SessionClosed => false, _ => HasResults };

    /// <summary>Who somebody is, and nothing else: what an activity counted by their type or table it counted by what they said then.</summary>
    private SessionState Correct(ParticipantCorrected e) => Participants.TryGetValue(e.Participant, out var who)
        ? this with { Participants = Participants.SetItem(who.Id, who with { Type = e.Type, Zone = e.Zone, Table = e.Table }), Corrected = Corrected.Add(who.Id) }
        : this;

    /// <summary>Who erases their own says so; of others the entries tell in which they said who they are.</summary>
    private SessionState Erase(WordsErased e, Entry entry)
    {
        var gone = Gone.Union(e.Lines.Keys.Select(line => Sayings.GetValueOrDefault(long.Parse(line, NumberStyles.None, CultureInfo.InvariantCulture))).Append(entry.By).Where(Participants.ContainsKey));
        return this with { Gone = gone, Hushed = Hushed || WasClosed && (gone.Count > Gone.Count || e.Lines.Keys.Any(line => Sayings.ContainsKey(long.Parse(line, NumberStyles.None, CultureInfo.InvariantCulture)))) };
    }

    /// <summary>Two reports differ by those who came, went or said who they are in between: fewer than a type needs to be named would be told by that.</summary>
    private SessionState Count()
    {
        var now = Present.ToImmutableDictionary(who => who.Id);
        var apart = Counted.Keys.Union(now.Keys).Count(who => Said(Counted, who) != Said(now, who));
        return this with { Counted = now, Hushed = Hushed || WasClosed && apart is > 0 and < Reporting.NamedTypes.Fewest };

        (string?, string?)? Said(ImmutableDictionary<Guid, Participant> people, Guid id) => people.TryGetValue(id, out var who) ? (who.Type, who.Zone) : null;
    }

    private Spells Worked(Entry entry) => entry.Event switch
    {
        SessionClosed or ActUndone or DeedUndone or ContributionMarked or StepCounted => Spells.EndsAt(entry.At),
        ActivityEvent => Spells.At(entry.At, given: true),
        ActEvent when Stage.Open is not null => Spells.At(entry.At, given: false),
        _ => Spells,
    };

    /// <summary>
    /// Whether to take back this act would throw the room back behind what was done since by those who lead, on a board above all: they mean that, and not
    /// the step in which they did it.
    /// </summary>
    public bool ThrowsBack(Done done) => Deeds.Last > done.Act && (done.Before.Open != Stage.Open
        || Stage.Steps.Any(step => (done.Before.Steps[step.Key].Since, done.Before.Steps[step.Key].Round) != (step.Value.Since, step.Value.Round)));

    private SessionState Act(ActEvent e, Entry entry) => this with
    {
        Stage = e.Apply(Stage, entry) with { Version = entry.Number },
        Acts = Acts.Push(new Done(entry.Number, EventNames.Of(e.GetType()), e.About, Stage, e.How)),
    };

    /// <summary>The last of somebody's own deeds that they can take back; null: there is none in this run of its item, or others have changed all of it since.</summary>
    public Deed? LastOf(Guid by) => Deeds.Of.TryGetValue(by, out var own) ? own.FindLast(deed => MayUndo(deed, by)) : null;

    internal bool MayUndo(Deed deed, Guid by) => !Deeds.Overtook(deed, by, NameOf(deed).Item) && Without(deed, by) is not null;

    public DeedName NameOf(Deed deed) => deed.Did is ContributionGiven given && deed.IsTyped ? new(Scene(Item(deed.Item)).IdOf(given.Number))
        : (StateOf(Item(deed.Item)) as IUndoes)?.NameOf((IDeed)deed.Did) ?? new(null);

    /// <summary>The session without a deed, which is taken back in entry <paramref name="at"/>; null: it cannot be.</summary>
    internal SessionState? Without(Deed deed, Guid by, long at = 0)
    {
        var item = Item(deed.Item);
        if (deed.Since != Stage.Steps[item.Root].Since) return null;
        var without = this with { Deeds = Deeds.Without(deed.Act) };
        if (deed.Did is ContributionGiven given && deed.IsTyped) return without.Withdraw(Scene(item).IdOf(given.Number));
        return (StateOf(item) as IUndoes)?.Without(deed, by, at) is { } work ? without with { Work = Work.SetItem(KeyOf(item), work) } : null;
    }

    /// <summary>Somebody who leads or writes did it with their own hand: they can take it back.</summary>
    internal bool IsDeedOf(Entry entry) => entry.Hand is not null || !Participants.ContainsKey(entry.By);

    /// <summary>It stays withdrawn whatever is taken back after it, on each stage that an undo may put back.</summary>
    private SessionState Withdraw(string contribution)
    {
        return this with { Stage = On(Stage), Acts = ImmutableStack.CreateRange(Acts.Reverse().Select(done => done with { Before = On(done.Before) })) };

        Stage On(Stage stage) => stage with { Marks = stage.Marks.SetItem(contribution, (stage.Marks.GetValueOrDefault(contribution) ?? new Mark()) with { Withdrawn = true }) };
    }

    /// <summary>In older journals it took back as well what had been typed for somebody else, which stood among the acts then.</summary>
    private SessionState Undo(ActUndone e, Entry entry)
    {
        var last = Acts.IsEmpty ? null : Acts.Peek();
        if (last?.Act != e.Act && Deeds.Find(e.Act) is { Did: ContributionGiven given } typed && typed.IsTyped)
        {
            var without = Withdraw(Scene(Item(typed.Item)).IdOf(given.Number));
            return without with { Deeds = Deeds.Without(e.Act), Stage = without.Stage with { Version = entry.Number } };
        }
        return last is null ? this : this with { Stage = last.Before with { Version = entry.Number }, Acts = Acts.Pop() };
    }

    private SessionState Undo(DeedUndone e, Entry entry) => Deeds.Find(entry.By, e.Act) is { } deed ? Without(deed, entry.By, entry.Number) ?? this : this;

    private SessionState Vote(StepVoted e, Entry entry) => this with
    {
        Boxes = Boxes.SetItem((e.Item, e.Round), BallotBox.Of(this, e.Item, e.Round).Add(entry.By, e.Paper)),
    };

    private SessionState WorkOn(ActivityEvent e, Entry entry)
    {
        var scene = Scene(Item(e.Item));
        if (e is StepCounted counted)
        {
            var box = BallotBox.Of(this, e.Item, counted.Round) with { Counted = counted };
            return this with { Boxes = Boxes.SetItem((e.Item, counted.Round), box), Rounds = Rounds.Publish(scene, counted) };
        }
        var (item, before, root, isDeed) = (scene.Item, StateOf(scene.Item), scene.Item.Root, IsDeedOf(entry) && (e is IDeed || e is ContributionGiven && entry.Hand is not null));
        return this with
        {
            Rounds = e is IBallot ballot ? Rounds.Cast(scene, entry.By, ballot) : Rounds,
            Work = e is IBallot ? Work : Work.SetItem(KeyOf(item), ActivityKinds.Of(item.Kind).Evolve(before, entry, scene)),
            Deeds = isDeed ? Deeds.Add(entry.Hand ?? entry.By, new(entry.Number, item.Id, Stage.Steps[root].Since, e, e is IDeed ? before : null)) : Deeds,
            Given = e is ContributionGiven given ? Given.SetItem(root, Math.Max(given.Number, Given.GetValueOrDefault(root))) : Given,
        };
    }
}
