namespace Participation.Voting;

/// <summary>A grade of a scale.</summary>
/// <param name="Fill">How its bars are filled on wall, phone and paper: 1 is most in favour, 4 between, 6 against, 7 a veto. Colour and pattern go with it.</param>
public sealed record Grade(string Id, int Fill);

/// <summary>Grades in their order, of which one stands on each ballot; no two of them look alike anywhere.</summary>
public sealed record Scale : IRule
{
    /// <summary>So many fills can be told from each other in black and white.</summary>
    public const int Fills = 7;

    /// <summary>The fill of whoever is neither in favour nor against.</summary>
    private const int Between = 4;

    /// <exception cref="ArgumentException">They could not be told apart.</exception>
    public Scale(params IReadOnlyList<Grade> grades)
    {
        var apart = grades.Count > 1 && grades.All(grade => grade.Fill is >= 1 and <= Fills)
            && grades.DistinctBy(grade => grade.Fill).Count() == grades.Count && grades.DistinctBy(grade => grade.Id).Count() == grades.Count;
        Grades = apart ? grades : throw new ArgumentException($"A scale has two to {Fills} grades, each with a name and a fill of its own.", nameof(grades));
    }

    public IReadOnlyList<Grade> Grades { get; }

    /// <summary>How many are in favour.</summary>
    public IReadOnlyDictionary<string, int> Weights(IReadOnlyDictionary<string, Tally> papers) =>
        papers.ToDictionary(paper => paper.Key, paper => Grades.Where(grade => grade.Fill < Between).Sum(grade => paper.Value[grade.Id]));

    public Refusal? Refuses(IReadOnlyList<string> choices) =>
        choices is [{ } one] && Grades.Any(grade => grade.Id == one) ? null : new("ballot.wrong-choice", Detail: choices is [var first, ..] ? first : null);
}
