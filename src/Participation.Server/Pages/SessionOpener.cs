using MediatR;
using Participation.Server.Storage;
using Participation.Sessions;
using Participation.Sessions.Joining;
using Participation.Workshops;

namespace Participation.Server.Pages;

/// <summary>Opens a session from a workshop: a new stream, a new code, its links.</summary>
internal sealed class SessionOpener(IMediator mediator, SessionDirectory directory, FreeSpace space, Keeping keeping, Answerable answerable, TimeProvider clock)
{
    public async Task<(Guid Session, string Code, Refusal? Refused)> Open(
        Workshop workshop, string? language, string? title, IReadOnlyList<Table>? tables, Guid by,
        Admission? admission = null, int? most = null, string? place = null)
    {
        if (answerable.IsMissing) return (Guid.Empty, "", new Refusal("session.no-controller"));
        if (space.IsOut) return (Guid.Empty, "", new Refusal("session.no-room"));
        var (session, now, code) = (Guid.CreateVersion7(), clock.GetUtcNow(), directory.NewCode());
        var opened = workshop.Open(language, code, DateTimeOffset.MaxValue, tables, title is { Length: > 0 } ? new(title, title, title) : null) with { Admission = admission, Most = most, Place = place is { Length: > 0 } ? place : null };
        var receipt = await mediator.Send(new OpenSession(opened, keeping.Months > 0 ? now.AddMonths(keeping.Months) : null)
        {
            From = new Sender(session, by, null, Role.Facilitator, Guid.CreateVersion7(), now, default),
        });
        if (receipt.Refused is null) directory.Add(session, opened, now, by);
        return (session, code, receipt.Refused);
    }
}
