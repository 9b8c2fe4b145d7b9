using Participation.Texts;

namespace Participation.Sessions.Reporting;

/// <summary>What a report says of the stakeholder type of whoever gave something.</summary>
public enum TypeSaid { Named, NotStated, Withheld, Organisers, Pooled }

/// <summary>Whether a report prints the words of a contribution.</summary>
public enum WordsSaid { Printed, NotPrinted, Erased }

/// <summary>
/// A contribution as a report prints it, and the only place that decides it: annex, table and data set are made of the same rows, so that none of
/// them can hold what another withholds. Of a contribution whose words are not printed nothing is told that its author chose with them.
/// </summary>
/// <param name="Chapter">The step whose chapter prints the result: of steps that worked on one board the last that was held. A reader looks for a contribution there.</param>
/// <param name="Text">Null unless the words are printed; likewise kind, category and time.</param>
/// <param name="Chosen">Kind and category in words.</param>
/// <param name="Type">Null unless it is named.</param>
/// <param name="Class">Null unless it stands in the place of the type.</param>
/// <param name="Reworded">How often its author said it in other words; the last ones are printed.</param>
internal sealed record PrintedContribution(
    AgendaItem Item, AgendaItem Chapter, string Number, ContributionStatus Status, WordsSaid Words, string? Text, string? Kind, string? Category, (string? Kind, string? Category) Chosen,
    Table? Table, TypeSaid Said, Option? Type, bool Transcribed, DateTimeOffset? At, StakeholderClass? Class = null, int Reworded = 0)
{
    public static IReadOnlyList<PrintedContribution> Of(SessionState session, Words words)
    {
        var all = SynthesisReport.Contributions(session).ToList();
        var named = NamedTypes.Of(session, all.Select(each => each.Given));
        var sections = all.Select(each => each.Item).Distinct().ToDictionary(item => item.Id, item => session.Scene(item).Section(words));
        return [.. all.Select(each => Of(session, each.Item, each.Given, each.Status, named, words, sections[each.Item.Id]))];
    }

    private static PrintedContribution Of(SessionState session, AgendaItem item, Contribution given, ContributionStatus status, NamedTypes named, Words words, ISection? section)
    {
        var (opened, who, said) = (session.Opened!, session.Participants.GetValueOrDefault(given.By), SaidOf(status));
        var (known, pooled) = who is null ? (TypeSaid.Organisers, null) : named.Of(who);
        var type = known == TypeSaid.Named && opened.Types.All(option => option.Id != who!.Type) ? TypeSaid.NotStated : known;
        var bare = new PrintedContribution(item, SynthesisReport.ShownIn(session, item) ?? item, given.Id, status, said, null, null, null, (null, null), opened.Tables.FirstOrDefault(table => table.Id == given.Table), type,
            type == TypeSaid.Named ? opened.Types.First(option => option.Id == who!.Type) : null, given.Phoneless, null, pooled);
        return said != WordsSaid.Printed ? bare : bare with
        {
            Text = given.Label is { } label ? words.Of(label) : given.Text, Kind = given.Kind, Category = given.Category, At = given.At, Reworded = given.Wordings.Count - 1,
            Chosen = section?.Chosen(given) ?? (null, null),
        };
    }

    /// <summary>What is said of its author's type, in words.</summary>
    public string TypeIn(Words words) => Said switch
    {
        TypeSaid.Organisers => words["report.annex.organiser"],
        TypeSaid.Withheld => words["report.annex.withheld"],
        TypeSaid.Pooled => words.Of(Class!.Label),
        TypeSaid.NotStated => words["report.participation.not-said"],
        _ => words.Of(Type!.Label),
    };

    private static WordsSaid SaidOf(ContributionStatus status) => status switch
    {
        ContributionStatus.Shown or ContributionStatus.Reset => WordsSaid.Printed,
        ContributionStatus.Erased => WordsSaid.Erased,
        _ => WordsSaid.NotPrinted,
    };
}
