using System.Text.Json;
using Participation.Journal;
using Participation.Reports;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Texts;
using Participation.Views;

namespace Participation.Tests;

/// <summary>
/// A session in a test: an agenda, people with a seat, and commands decided and folded as the desk does it, without journal, server and clock.
/// Every event is written and read again on its way, as the journal would.
/// </summary>
public sealed class Given
{
    public static readonly Guid Facilitator = Id(0xFA);
    public static readonly Guid Scribe = Id(0x5C);

    private static readonly DateTimeOffset Start = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private readonly List<Entry> entries = [];
    private DateTimeOffset? now;

    /// <summary>The first item of the agenda is open.</summary>
    public Given(params AgendaItem[] agenda) : this(null, null, agenda)
    {
    }

    public Given(Admission? admission, int? most, params AgendaItem[] agenda) : this(admission, most, null, null, agenda)
    {
    }

    /// <param name="opened">When the session is opened, and when its first item.</param>
    public Given(Admission? admission, int? most, DateTimeOffset? opened, DateTimeOffset? begun, params AgendaItem[] agenda)
    {
        now = opened;
        Happens(Facilitator, new SessionOpened("test", Text("Session"), "en", "K7M2PX", Start.AddDays(1), Text("Consent"), agenda, [], [], [], Admission: admission, Most: most));
        now = begun;
        Open(agenda[0].Id);
    }

    public SessionState State { get; private set; } = SessionState.None;

    public IReadOnlyList<Entry> Entries => entries;

    /// <summary>An agenda item; <c>settings</c> as they stand in a workshop file.</summary>
    public static AgendaItem Item(string id, string kind, object settings, string mark = "IM", bool hidden = false,
        Moderation moderation = Moderation.Off, string? continues = null) =>
        new(id, kind, mark, Text(id), 10, JsonSerializer.SerializeToElement(settings, Json.Options), hidden, moderation, continues);

    /// <summary>The same words in each language, with the language behind them.</summary>
    public static LocalText Text(string words) => new($"{words} (en)", $"{words} (it)", $"{words} (de)");

    public static Guid Id(int n) => new(n, 0, 0, new byte[8]);

    /// <summary>Somebody takes a seat.</summary>
    public Guid Seat(bool phoneless = false, string? table = null)
    {
        var number = State.Participants.Count + 1;
        Happens(Id(number), new ParticipantSeated(Id(number), number, "en", null, null, table, phoneless, !phoneless));
        return Id(number);
    }

    public Guid[] Seats(int n) => [.. Enumerable.Range(0, n).Select(_ => Seat())];

    /// <summary>A facilitator's act that must succeed.</summary>
    public Given Act<TAct>(TAct act, Func<SessionState, TAct, Decision> decide) where TAct : SessionCommand
    {
        var decision = decide(State, (TAct)((SessionCommand)act with { From = From(Facilitator, null, Role.Facilitator) }));
        Assert.Null(decision.Refused);
        foreach (var e in decision.Events) Happens(Facilitator, e);
        return this;
    }

    public Given Open(string item) => Act(new OpenItem { Item = item }, OpenItemHandler.Decide);

    /// <summary>From now on everything happens at this moment, until another is said.</summary>
    public Given At(DateTimeOffset moment)
    {
        now = moment;
        return this;
    }

    public Given Reveal(string item) => Act(new RevealStep { Item = item }, RevealStepHandler.Decide);

    public Given Hide(string item) => Act(new HideStep { Item = item }, HideStepHandler.Decide);

    public Given NewRound(string item) => Act(new NewRound { Item = item }, NewRoundHandler.Decide);

    public Given Reset(string item) => Act(new ResetItem { Item = item }, ResetItemHandler.Decide);

    public Given Mark(string contribution, Marking mark) => Act(new MarkContribution(contribution, mark), MarkContributionHandler.Decide);

    /// <summary>The facilitator takes back what was last: an act, or something that they did with their own hand.</summary>
    public Given Undo() => Act(new UndoAct(Math.Max(State.Acts.IsEmpty ? 0 : State.Acts.Peek().Act, State.LastOf(Facilitator)?.Act ?? 0)), UndoActHandler.Decide);

    /// <summary>What somebody gives in an item, decided on the item's own state; the code of the refusal, or null when it was recorded.</summary>
    /// <param name="hand">Who types it for them.</param>
    public string? Do<TCommand, TState>(string item, Guid who, TCommand command, Func<Scene, TState, TCommand, Decision> decide,
        Role role = Role.Participant, Guid? hand = null)
        where TCommand : ActivityCommand
    {
        var sent = (TCommand)((ActivityCommand)command with { From = From(who, hand, role), Item = item });
        var found = State.Item(item);
        var decision = Written.Decided(State.Scene(found), sent, written => decide(State.Scene(found), (TState)State.StateOf(found), written));
        foreach (var e in decision.Events) Happens(who, e, hand);
        return decision.Refused?.Code;
    }

    /// <summary>The same for a command that is decided with its kind's own settings.</summary>
    public string? Do<TCommand, TSettings, TState>(string item, Guid who, TCommand command, Func<Scene<TSettings>, TState, TCommand, Decision> decide,
        Role role = Role.Participant, Guid? hand = null)
        where TCommand : ActivityCommand where TSettings : notnull =>
        Do<TCommand, TState>(item, who, command, (scene, state, work) => decide((Scene<TSettings>)scene, state, work), role, hand);

    public TView View<TView>(string item, Role role) =>
        (TView)ActivityKinds.Of(State.Item(item).Kind).View(State.StateOf(State.Item(item)), State.Scene(State.Item(item)), new Audience(role));

    public TMine Mine<TMine>(string item, Guid who) =>
        (TMine)ActivityKinds.Of(State.Item(item).Kind).Mine(State.StateOf(State.Item(item)), State.Scene(State.Item(item)), who)!;

    public IReadOnlyList<Block> Section(string item, string language = "en") =>
        State.Scene(State.Item(item)).Section(Words.In[language])?.Blocks() ?? [];

    /// <summary>All that a screen gets, as it is sent.</summary>
    public string Sent(Role role) => JsonSerializer.Serialize(Screens.Of(State, new Audience(role)), Json.Options);

    /// <summary>Records an event as it is, whoever may do so.</summary>
    public Given Happens(Guid by, Event happened, Guid? hand = null)
    {
        var number = State.Number + 1;
        var read = EventNames.Read(EventNames.Of(happened.GetType()), EventNames.Write(happened));
        var entry = new Entry(Id(0x5E55), number, now ?? Start.AddSeconds(number), by, hand, Id((int)number), Guid.Empty, null, read);
        entries.Add(entry);
        State = State.Evolve(entry);
        return this;
    }

    private Sender From(Guid who, Guid? hand, Role role) => new(Id(0x5E55), who, hand, role, Guid.Empty, now ?? Start.AddSeconds(State.Number + 1), default);
}
