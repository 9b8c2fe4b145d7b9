namespace Participation.Sessions;

/// <summary>What must be true before a command of a sort is decided at all.</summary>
public static class Guards
{
    /// <summary>A contribution that was on its way when its item closed is still taken for so long, unless the results have been shown meanwhile.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>An act is decided on the stage that its facilitator saw, in a session that is not closed.</summary>
    public static Task<Receipt> Act<TAct>(this Desk<SessionState> desk, TAct command, Func<SessionState, TAct, Decision> decide) where TAct : Act =>
        desk.Record(command, (state, act) =>
            state.Opened is null ? Decision.Refuse("session.unknown")
            : act.Expected is { } expected && expected != state.Stage.Version ? Decision.Refuse("session.stale")
            : state.Stage.Closed ? Decision.Refuse("session.closed")
            : act is ItemAct on && state.Find(on.Item) is null ? Decision.Refuse("session.unknown-item", on.Item)
            : decide(state, act));

    /// <summary>A contribution is decided on the state of its activity, which must be open (or have closed a moment ago).</summary>
    public static Task<Receipt> Work<TCommand, TState>(this Desk<SessionState> desk, TCommand command, Func<Scene, TState, TCommand, Decision> decide)
        where TCommand : ActivityCommand =>
        desk.Record(command, (state, work) => Closed(state, work) ?? On(state, work, decide));

    /// <summary>The same for a command of one kind, whose settings it needs.</summary>
    public static Task<Receipt> Work<TCommand, TSettings, TState>(this Desk<SessionState> desk, TCommand command, Func<Scene<TSettings>, TState, TCommand, Decision> decide)
        where TCommand : ActivityCommand where TSettings : notnull =>
        desk.Work<TCommand, TState>(command, (scene, state, work) => scene is Scene<TSettings> own ? decide(own, state, work) : Decision.Refuse("session.unknown-item", work.Item));

    private static Decision On<TCommand, TState>(SessionState state, TCommand command, Func<Scene, TState, TCommand, Decision> decide)
        where TCommand : ActivityCommand
    {
        var item = state.Item(command.Item);
        return state.StateOf(item) is TState typed
            ? Written.Decided(state.Scene(item), command, written => decide(state.Scene(item), typed, written))
            : Decision.Refuse("session.unknown-item", command.Item);
    }

    private static Decision? Closed(SessionState state, ActivityCommand command)
    {
        var (from, stage) = (command.From, state.Stage);
        if (state.Find(command.Item) is not { } item) return Decision.Refuse("session.unknown-item", command.Item);
        if (NoSeat(state, from) is { } seat) return Decision.Refuse(seat);
        if (from.Role == Role.Participant && state.AudienceOf(from.Id).Waits) return Decision.Later("seat.waiting");
        if (stage.Closed) return Decision.Refuse("session.closed");
        if (from.Role == Role.Facilitator) return null;
        if (stage.Paused) return Decision.Later("session.paused");
        var step = stage.Steps[item.Id];
        if (stage.Open == item.Id && !step.Locked) return null;
        return !step.Sealed && step.ClosedAt is { } closed && (from.At - closed).Duration() <= Grace ? null : Decision.Refuse("step.closed");
    }

    /// <summary>Who gives must have a seat; who gives by another's hand must have one without a phone, at the table of the scribe whose hand it is.</summary>
    private static string? NoSeat(SessionState state, Sender from) =>
        from.Hand is null && from.Role != Role.Participant ? null
        : !state.Participants.TryGetValue(from.Id, out var who) || who.Phoneless != (from.Hand is not null) ? "seat.none"
        : from.Table is { } table && who.Table != table ? "seat.none"
        : state.Stage.Removed.Contains(from.Id) ? "seat.removed"
        : null;
}
