using MediatR;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Writing;

/// <summary>Its author said it in other words. What it said before stays in the record. <c>Version</c>: which wording of it this is.</summary>
[EventName("contribution.reworded")]
public sealed record ContributionReworded(
    string Item, [property: Pointer] string Contribution, int Version, [property: Erasable] IReadOnlyDictionary<string, string> Texts, [property: Pointer] string? Near)
    : ActivityEvent(Item), IRewords, IDeed, ITakesBack;

/// <summary>Says one's own contribution in other words. <c>Basis</c>: the wording that was looked at, counted from 1.</summary>
[CommandName("contribution.reword"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator, Personal = true)]
public sealed record RewordContribution([property: Pointer] string Contribution, int Basis, [property: Words] IReadOnlyDictionary<string, string> Texts) : ActivityCommand;

public sealed class RewordContributionHandler(Desk<SessionState> desk) : IRequestHandler<RewordContribution, Receipt>
{
    /// <summary>Wordings of one contribution: nobody fills the record with one.</summary>
    internal const int Most = 30;

    public Task<Receipt> Handle(RewordContribution command, CancellationToken ct) => desk.Work<RewordContribution, object>(command, Decide);

    /// <summary>Who wrote on another wording than the one that stands now did not see what it says.</summary>
    public static Decision Decide(Scene scene, object state, RewordContribution command) => Writings.On(scene, (form, written) =>
    {
        if (written.Own(command.Contribution, command.From.Id) is not { } given || scene.StatusOf(given) == ContributionStatus.Withdrawn)
            return Decision.Refuse("contribution.unknown", command.Contribution);
        var (texts, refused) = form.Read(command.Texts);
        if (refused is not null) return new([], refused);
        var version = given.Wordings.Count;
        if (Same(texts, given.Latest.Texts)) return Decision.Record();
        if (command.Basis != version) return Decision.Refuse("contribution.stale");
        if (version >= Most) return Decision.Refuse("contribution.too-often");
        return Decision.Record(new ContributionReworded(command.Item, given.Id, version + 1, texts, written.Near(texts, given.Id)));
    });

    private static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(text => other.GetValueOrDefault(text.Key) == text.Value);
}
