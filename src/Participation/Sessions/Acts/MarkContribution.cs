using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

public enum Marking { Hide, Restore, Pin, Unpin, Approve, Withdraw }

/// <summary>A facilitator hid, restored, pinned, approved or withdrew a contribution. It stays in the journal and in the report's annex.</summary>
[EventName("contribution.marked")]
public sealed record ContributionMarked([property: Pointer] string Contribution, Marking Mark) : ActEvent
{
    public override string? About => Contribution;

    public override string? How => Mark.ToString().ToLowerInvariant();

    public override Stage Apply(Stage stage, Entry entry)
    {
        var before = stage.Marks.GetValueOrDefault(Contribution) ?? new Mark();
        return stage with
        {
            Marks = stage.Marks.SetItem(Contribution, Mark switch
            {
                Marking.Hide => before with { Hidden = true },
                Marking.Restore => before with { Hidden = false, Withdrawn = false, Approved = true, Read = entry.Number },
                Marking.Pin => before with { Pinned = true },
                Marking.Unpin => before with { Pinned = false },
                Marking.Approve => before with { Approved = true, Read = entry.Number },
                Marking.Withdraw => before with { Withdrawn = true },
                _ => before,
            }),
        };
    }
}

/// <summary>Hides, restores, pins, approves or withdraws one contribution. <c>Version</c>: which wording of it was read; null: nobody says.</summary>
[CommandName("contribution.mark"), Allowed(Role.Facilitator)]
public sealed record MarkContribution([property: Pointer] string Contribution, Marking Mark, int? Version = null) : Act;

public sealed class MarkContributionHandler(Desk<SessionState> desk) : IRequestHandler<MarkContribution, Receipt>
{
    public Task<Receipt> Handle(MarkContribution command, CancellationToken ct) => desk.Act(command, Decide);

    /// <summary>Words that nobody has read are neither approved nor highlighted: their author may have put them there a moment ago.</summary>
    public static Decision Decide(SessionState state, MarkContribution command) =>
        !state.Has(command.Contribution) ? Decision.Refuse("contribution.unknown", command.Contribution)
        : command is { Version: { } read, Mark: Marking.Approve or Marking.Restore or Marking.Pin } && read != state.VersionOf(command.Contribution) ? Decision.Refuse("contribution.unread", command.Contribution)
        : Decision.Record(new ContributionMarked(command.Contribution, command.Mark));
}
