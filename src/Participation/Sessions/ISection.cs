using Participation.Reports;

namespace Participation.Sessions;

/// <summary>A step on paper, in one language. It is made to be read once; what it counts is asked for by whoever needs it.</summary>
public interface ISection
{
    /// <summary>The step in the report: what the room saw, in blocks.</summary>
    IReadOnlyList<Block> Blocks();

    /// <summary>The numbers that <see cref="Blocks"/> print, and no others: what they withhold must not stand here. Table and data set hold these.</summary>
    IEnumerable<Measure> Measures() => [];

    /// <summary>Where <see cref="Blocks"/> print contributions of this step or of earlier ones, and nowhere else.</summary>
    IEnumerable<SectionPlace> Places() => [];

    /// <summary>What its author chose with a contribution given here, in the words of the report.</summary>
    (string? Kind, string? Category) Chosen(Contribution given) => (null, null);

    /// <summary>What of it stands on the page with the result; nothing, when others say it.</summary>
    Findings Findings() => Sessions.Findings.None;
}
