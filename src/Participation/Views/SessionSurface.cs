using Participation.Journal;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;

namespace Participation.Views;

/// <summary>How a session shows itself.</summary>
public sealed class SessionSurface : ISurface<SessionState>
{
    public Attendance Of(SessionState state, Guid who, Role role, string? table)
    {
        var (known, removed) = (state.Participants.GetValueOrDefault(who), state.Stage.Removed.Contains(who));
        var audience = role == Role.Participant ? state.AudienceOf(who) : new Audience(role, table);
        return new(audience, known?.Language, removed,
            state.Opened is null || (role == Role.Participant && known is null) ? "seat.none"
            : removed ? state.AudienceOf(who).Waits ? "seat.refused" : "seat.removed"
            : null);
    }

    public object View(SessionState state, Audience audience) => Screens.Of(state, audience);

    public object Meanwhile(object told, object now) => Screens.Meanwhile((SessionView)told, (SessionView)now);

    public object? Mine(SessionState state, Guid who) => Screens.MineOf(state, who);

    /// <summary>What is given in a step waits where phones share the air; what a facilitator does, and who comes, is told at once.</summary>
    public Reach Reach(Entry entry, SessionState state)
    {
        // Whoever sends again and again what changes nothing makes no phone speak.
        if (entry.Event is NothingChanged) return default;
        if (entry.Event is ParticipantSeated seated) return new(seated.Participant, Urgent: true, Reseats: true);
        if (entry.Event is DeedUndone) return new(All: true, Urgent: true);
        if (entry.Event is not ActivityEvent work) return new(All: true, Urgent: true, TakesBack: entry.Event is WordsErased or ContributionMarked, Reseats: true);
        var item = state.Find(work.Item);
        // What happens beside the open step may change what anybody has in it: an option goes on which they put dots.
        var beside = item?.Root != state.OpenItem?.Root;
        return new(All: beside || item is not null && state.Scene(item).Parts.ConcernsAll(work), TakesBack: work is ITakesBack);
    }
}
