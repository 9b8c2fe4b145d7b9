using Participation.Journal;

namespace Participation.Desk;

/// <summary>
/// What a command asked for stood already. It is recorded, so that the command is known when it comes again: by then something else may stand, and a repetition must not
/// change that.
/// </summary>
[EventName("session.nothing-changed")]
public sealed record NothingChanged : Event;
