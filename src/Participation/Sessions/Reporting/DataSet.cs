using System.Text.Json;
using Participation.Journal;
using Participation.Texts;
using Participation.Voting;

namespace Participation.Sessions.Reporting;

/// <summary>
/// What a report prints, as data that may be passed on with it: the rows of the annex, the counts of the sections and the splits of those who took
/// part, and where the sections print each contribution. No rows of voters, no ids of seats, nothing that says of two things that one person did both, and no time finer than the minute.
/// </summary>
/// <param name="TimeZone">Of all days and times in it.</param>
/// <param name="Days">Of the work, as the cover prints them.</param>
/// <param name="Head">The fingerprint of the record, as on the report's page of approval.</param>
public sealed record DataSet(
    string Format, string Title, string Language, string TimeZone, IReadOnlyList<string> Days, string Opened, string? Closed, int Entries, string Head,
    DataParticipants Participants, IReadOnlyList<DataItem> Items, IReadOnlyList<DataContribution> Contributions)
{
    public const string Name = "dataset.json", FormatName = "participation.dataset/1";

    private static readonly JsonSerializerOptions Readable = new(Json.Options) { WriteIndented = true };

    public static DataSet Of(SessionState session, ReportFrame frame) => Of(session, frame, PrintedContribution.Of(session, Words.In[frame.Language]));

    internal static DataSet Of(SessionState session, ReportFrame frame, IReadOnlyList<PrintedContribution> rows)
    {
        var (opened, words) = (session.Opened!, Words.In[frame.Language]);
        return new(FormatName, words.Of(opened.Title), words.Language, frame.Zone.Id,
            [.. WorkDays.Of(session, frame).Select(day => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture))],
            Minute(session.OpenedAt, frame), session.Stage.ClosedAt is { } closed ? Minute(closed, frame) : null, (int)session.Number, frame.Head,
            DataParticipants.Of(session, words), [.. opened.Agenda.Select(item => DataItem.Of(session, item, words))],
            [.. rows.Select(row => new DataContribution(row.Number, row.Item.Id, row.Status, row.Words, row.Text, row.Kind, row.Category, row.Table?.Id,
                row.Said, row.Type?.Id, row.Class?.Id, row.Transcribed, row.At is { } at ? Minute(at, frame) : null, row.Reworded > 0 ? row.Reworded : null))]);
    }

    /// <summary>The same session in the same language gives the same bytes.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Readable);

    private static string Minute(DateTimeOffset at, ReportFrame frame) =>
        TimeZoneInfo.ConvertTime(at, frame.Zone).ToString("yyyy-MM-dd'T'HH:mmzzz", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Those who took part, as the section on participation counts them.</summary>
public sealed record DataParticipants(int N, int WithoutPhone, IReadOnlyList<Part> ByType, IReadOnlyList<Part> ByZone, IReadOnlyList<Part> ByTable)
{
    internal static DataParticipants Of(SessionState session, Words words)
    {
        var (opened, people, told) = (session.Opened!, session.Present.ToList(), Split.IsTold(session));
        return new(people.Count, people.Count(who => who.Phoneless), told ? Split.Of(opened.Types, people, who => who.Type, words) : [],
            told ? Split.Of(opened.Zones, people, who => who.Zone, words) : [], Split.ByTable(opened.Tables, people, words));
    }
}

/// <summary>A step of the session.</summary>
/// <param name="Question">Null where the report prints none: the kind asks none, or the step was not held.</param>
/// <param name="Rounds">How many rounds were held.</param>
/// <param name="ShownIn">The later step in which its result stands.</param>
/// <param name="Secret">Null where ballots were not secret.</param>
/// <param name="Split">By what its counts are split beside those of all; null: by nothing.</param>
public sealed record DataItem(
    string Id, string Kind, string Title, string? Question, bool Held, string? ShownIn, int Rounds, SecretFacts? Secret, Dimension? Split, IReadOnlyList<DataCount> Counts,
    IReadOnlyList<SectionPlace> Places)
{
    internal static DataItem Of(SessionState session, AgendaItem item, Words words)
    {
        var (scene, shown) = (session.Scene(item), SynthesisReport.ShownIn(session, item));
        var (whole, section) = (shown == item, scene.Section(words));
        return new(item.Id, item.Kind, words.Of(item.Title), whole && session.Settings[item.Id] is IAsks asks ? words.Of(asks.Question) : null,
            session.Stage.Steps[item.Id].OpenedAt is not null, whole ? null : shown?.Id, scene.Step.Rounds.Count, whole ? SecretVote.Of(scene) : null, whole ? Strata.Asked(scene) : null,
            whole ? [.. section?.Measures().Select(DataCount.From) ?? []] : [],
            whole ? [.. section?.Places() ?? []] : []);
    }
}

/// <summary>A count that the report prints; without <c>N</c> it is withheld, and said so.</summary>
/// <param name="Group">Of people who cast it, where the vote is split; null: all of them.</param>
public sealed record DataCount(string? Of, string? Label, string Name, int Round, int? N, bool? Withheld, string? Group, string? GroupLabel)
{
    internal static DataCount From(Measure told) =>
        new(told.Subject, told.Label, told.Name, told.Round, told.Value, told.Value is null ? true : null, told.Group, told.GroupLabel);
}

/// <summary>A contribution as the annex prints it.</summary>
/// <param name="Class">In the place of the type, where that is pooled.</param>
/// <param name="Reworded">How often; null: never, or its words are not printed.</param>
public sealed record DataContribution(
    string Number, string Item, ContributionStatus Status, WordsSaid Words, string? Text, string? Kind, string? Category, string? Table,
    TypeSaid TypeSaid, string? Type, string? Class, bool Transcribed, string? GivenAt, int? Reworded);
