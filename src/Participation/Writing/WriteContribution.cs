using System.Globalization;
using MediatR;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Writing;

/// <summary>A contribution was written. <c>Near</c>: the id of an earlier one with almost the same words.</summary>
[EventName("contribution.written")]
public sealed record ContributionWritten(
    string Item, int Number, [property: Erasable] IReadOnlyDictionary<string, string> Texts, [property: Choice] IReadOnlyDictionary<string, string> Choices,
    [property: Pointer] string? Near) : ContributionGiven(Item, Number);

/// <summary>Writes a contribution, field by field as the item's form asks.</summary>
[CommandName("contribution.write"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator, Personal = true)]
public sealed record WriteContribution(
    [property: Words] IReadOnlyDictionary<string, string> Texts, [property: Choice] IReadOnlyDictionary<string, string>? Choices = null) : ActivityCommand;

public sealed class WriteContributionHandler(Desk<SessionState> desk) : IRequestHandler<WriteContribution, Receipt>
{
    public Task<Receipt> Handle(WriteContribution command, CancellationToken ct) => desk.Work<WriteContribution, object>(command, Decide);

    public static Decision Decide(Scene scene, object state, WriteContribution command) => Writings.On(scene, (form, written) =>
    {
        var (texts, refused) = form.Read(command.Texts);
        var choices = command.Choices ?? FieldDictionary.Nothing;
        if ((refused ?? form.Refuses(choices)) is { } why) return new([], why);
        if (written.Authors.GetValueOrDefault(command.From.Id) is { } own && own.Count >= form.MostEach)
            return Decision.Refuse(form.TooMany, form.MostEach.ToString(CultureInfo.InvariantCulture));
        return Decision.Record(new ContributionWritten(command.Item, scene.NextNumber, texts, choices, written.Near(texts)));
    });
}
