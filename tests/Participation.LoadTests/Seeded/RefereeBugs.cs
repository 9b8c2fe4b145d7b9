namespace Participation.LoadTests.Seeded;

/// <summary>What a judge who folds the journal with the product's own model does not see, or sees only where he looks: who reads words and sums does.</summary>
internal static class RefereeBugs
{
    private const string Test = "RefereeTests.What_people_were_told_stands_once_in_every_place_where_it_may_be_read_and_nowhere_else";

    public static readonly Bug[] All =
    [
        new("a fold that drops one idea in twenty", "Participation/Writing/Contributions.cs", "        ContributionWritten e => Add(", "        ContributionWritten when entry.Number % 20 == 0 => this,\n        ContributionWritten e => Add(", Test),
        new("an annex that leaves one out", "Participation/Sessions/Reporting/AnnexSection.cs", "[.. given.Select(each => Row(", "[.. given.Where((_, at) => at != 7).Select(each => Row(", Test),
        new("a table that tells one twice", "Participation/Sessions/Reporting/ContributionTable.cs", "return (head, data.Contributions.Select(given =>",
            "return (head, data.Contributions.Concat(data.Contributions.Skip(7).Take(1)).Select(given =>", Test),
        new("a ranking that leaves one out", "Participation/Voting/Graded.cs", ".. rows.Select(row => (IReadOnlyList<string>)", ".. rows.Skip(1).Select(row => (IReadOnlyList<string>)", Test),
        new("a sum of dots that is one too many", "Participation/Voting/Round.cs", "        foreach (var choice in choices) tally = tally.Plus(choice, 1);\n",
            "        foreach (var choice in choices) tally = tally.Plus(choice, paper.Length == 0 && Ballots.Count == 2 && !Ballots.ContainsKey(voter) && choice == choices[0] ? 2 : 1);\n", Test),
        new("a sum of dots that is one too many on paper alone", "Participation/Voting/Ranking.cs", "counted.Of, counted.Now.Amount, before", "counted.Of, counted.Now.Amount + (counted.Of.Id == \"o3\" ? 1 : 0), before", Test),
        new("a card that waits flashes up on the wall", "Participation/Activities/Ideas/IdeasView.cs", "Role.Projector => wall.Shown,", "Role.Projector => scene.Session.Number % 2 == 0 ? wall.All : wall.Shown,", Test),
        new("an opinion counted for another statement", "Participation/Voting/Rounds.cs", "Cast(voter, ballot.Paper, ballot.Choices,",
            "Cast(voter, ballot.Paper.Length > 0 && scene.Session.Number % 20 == 0 ? ballot.Paper[..^1] + \"1\" : ballot.Paper, ballot.Choices,", Test),
    ];
}
