using Participation.Journal;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Texts;
using Participation.Voting;

namespace Participation.Views;

/// <summary>From a session's state to what a screen shows.</summary>
public static class Screens
{
    /// <summary>What each kind is called, from its own folder.</summary>
    private static readonly Dictionary<string, LocalText> KindNames = ActivityKinds.All.ToDictionary(kind => kind.Kind, kind => Words.All($"{kind.Kind}.kind"));

    /// <summary>The view of an audience. Facilitators see everything; phones see no code and no board; who sits where is known to facilitators and, of people without a phone, to scribes.</summary>
    public static SessionView Of(SessionState state, Audience audience)
    {
        if (audience.Waits) return InLobby(state);
        var (opened, stage, item) = (state.Opened!, state.Stage, state.OpenItem);
        var shown = stage.Closed ? null : item;
        return new(opened.Title, opened.Language, Status(stage),
            state.Participants.Count - stage.Removed.Count - Waiting(state), opened.Agenda.Count, item is null ? 0 : Position(opened, item),
            shown is null ? null : Item(state, shown),
            shown is null ? null : ActivityKinds.Of(shown.Kind).View(state.StateOf(shown), state.Scene(shown), audience),
            stage.Timer,
            audience.Role == Role.Participant ? null : opened.Code,
            audience.Role == Role.Facilitator ? Board(state) : null,
            audience.Role == Role.Scribe ? GuestBook(state, audience.Table) : null,
            state.KeepUntil, Results: state.IsPublic ? true : null);
    }

    /// <summary>Who waits to be let in learns what the session is called, and nothing that happens in it.</summary>
    private static SessionView InLobby(SessionState state) => new(state.Opened!.Title, state.Opened.Language,
        state.Stage.Closed ? SessionStatus.Closed : SessionStatus.Waiting, 0, 0, 0, null, null, null, null, null, null, null, Waits: true);

    private static int Waiting(SessionState state) => state.Stage.Lobby.Approves
        ? state.Participants.Values.Count(who => state.Stage.Lobby.Waits(who) && !state.Stage.Removed.Contains(who.Id))
        : 0;

    /// <summary>What a phone is shown between two whole views: see <see cref="Between"/>.</summary>
    public static SessionView Meanwhile(SessionView told, SessionView now) =>
        told is { Item: { } item, Activity: { } old } && now.Activity is { } fresh && now.Item?.Id == item.Id
            ? now with { Activity = Between.Of(old, fresh) }
            : now;

    /// <summary>What belongs to one participant alone.</summary>
    public static MineView? MineOf(SessionState state, Guid participant)
    {
        if (!state.Participants.TryGetValue(participant, out var who)) return null;
        if (state.Stage.Lobby.Waits(who)) return new(who.Number, null, null);
        var item = state.Stage.Closed ? null : state.OpenItem;
        var scene = item is null ? null : state.Scene(item);
        return new(who.Number, scene is null ? null : ActivityKinds.Of(item!.Kind).Mine(state.StateOf(item), scene, participant),
            scene is { Parts.Takes: true } ? null : Given(state, participant), item?.Id);
    }

    /// <summary>What was given before its step began anew is among it. A step in which people give would have this counted again with each of their commands.</summary>
    private static IReadOnlyList<GivenText> Given(SessionState state, Guid participant) =>
    [
        .. state.Work
            .SelectMany(run => Texts(state, state.Item(run.Key.Item), run.Value, run.Key.Since, participant))
            .OrderBy(given => given.Entry).Select(given => given.Text),
    ];

    private static IEnumerable<(long Entry, GivenText Text)> Texts(SessionState state, AgendaItem item, object run, long since, Guid participant)
    {
        var scene = state.Scene(item);
        return ActivityKinds.Of(item.Kind).Has(run, scene).Given.Where(given => given.By == participant).Select(given => (given.Entry,
            new GivenText(given.Id, given.Text, since == scene.Step.Since ? scene.StatusOf(given) : ContributionStatus.Reset)));
    }

    public static SessionStatus Status(Stage stage) =>
        stage.Closed ? SessionStatus.Closed
        : stage.Paused ? SessionStatus.Paused
        : stage.Open is null ? SessionStatus.Waiting
        : SessionStatus.Live;

    private static int Position(SessionOpened opened, AgendaItem item) =>
        opened.Agenda.TakeWhile(other => other.Id != item.Id).Count() + 1;

    private static ItemView Item(SessionState state, AgendaItem item)
    {
        var (step, scene) = (state.Stage.Steps[item.Id], state.Scene(item));
        var parts = scene.Parts;
        return new(item.Id, item.Kind, item.Title, step.Locked, step.Hidden, step.Rounds.Count, step.Rounds.Count,
            parts.MayWait(scene) ? step.Moderation : null, parts.Answered(scene), parts.Takes, parts.Vote is not null, BallotView.Of(scene));
    }

    private static Board Board(SessionState state)
    {
        var (opened, stage, people) = (state.Opened!, state.Stage, People.Of(state));
        return new(stage.Version,
            [.. opened.Agenda.Select(item => Row(state, item))],
            state.Acts.IsEmpty ? null : Undo(state, state.Acts.Peek()),
            people.All,
            [.. opened.Tables.Select(table => new TableView(table.Id, table.Name, people.AtTables.GetValueOrDefault(table.Id)))],
            opened.Types, opened.Zones,
            new(opened.Admission ?? Admission.Open, stage.Lobby.Locked, stage.Lobby.Approves, Waiting(state), stage.Lobby.Tickets, state.Seated.Count, people.Arrivals), Own(state));
    }

    private static List<UndoView>? Own(SessionState state)
    {
        var own = new List<UndoView>();
        foreach (var by in state.Deeds.Of.Keys.Order())
            if (state.LastOf(by) is { } deed) own.Add(Undo(state, deed, by));
        return own.Count == 0 ? null : own;
    }

    private static UndoView Undo(SessionState state, Deed deed, Guid by)
    {
        var name = state.NameOf(deed);
        return new(deed.Act, EventNames.Of(deed.Did.GetType()), name.Item, name.How, null, name.To, by);
    }

    /// <summary>A scribe of the plenary (no table) writes for everyone.</summary>
    private static GuestBook GuestBook(SessionState state, string? table) => new(
        [.. state.Participants.Values
            .Where(who => who.Phoneless && (table is null || who.Table == table) && !state.Stage.Removed.Contains(who.Id))
            .OrderBy(who => who.Number).Select(who => new Guest(who.Id, who.Number, who.Type, who.Zone, who.Table))],
        state.Opened!.Types, state.Opened.Zones, state.Opened.Tables);

    private static UndoView Undo(SessionState state, Done done) => new(done.Act, done.Name, done.Item, done.How, state.ThrowsBack(done) ? true : null);

    private static AgendaRow Row(SessionState state, AgendaItem item)
    {
        var (step, scene) = (state.Stage.Steps[item.Id], state.Scene(item));
        var parts = scene.Parts;
        var itemState = state.Stage.Open == item.Id ? ItemState.Open : step.OpenedAt is null ? ItemState.Waiting : ItemState.Done;
        return new(item.Id, item.Kind, KindNames[item.Kind], item.Title, item.Minutes, itemState, step.OpenedAt, state.Stage.Closed ? null : state.Spells.Entered(step), (int)state.Spells.Of(step),
            step.OpenedAt is null ? 0 : parts.Answered(scene), parts.Takes, BallotView.Of(scene), scene.Box is { Waits: true } ? CountVotesHandler.LateUntil(state, step) : null);
    }
}
