using Participation.Texts;

namespace Participation.Sessions.Reporting;

/// <summary>What became of contributions, in words: of one, or of many with how many of each.</summary>
internal static class Statuses
{
    public static string Of(ContributionStatus status, Words words) => words[$"report.status.{Name(status)}"];

    /// <summary>"26 shown, 1 hidden by moderation".</summary>
    public static string Counted(IEnumerable<ContributionStatus> statuses, Words words) => string.Join(", ",
        statuses.GroupBy(status => status).OrderBy(group => group.Key).Select(group => words.Count($"report.statuses.{Name(group.Key)}", group.Count())));

    private static string Name(ContributionStatus status) => status.ToString().ToLowerInvariant();
}
