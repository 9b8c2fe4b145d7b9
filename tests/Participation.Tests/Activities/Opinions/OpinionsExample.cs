using System.Text.Json.Nodes;
using Participation.Activities.Opinions;
using Participation.Sessions;
using Participation.Tests.Access;
using Participation.Tests.Laws;
using Participation.Tests.Voting;
using Participation.Voting;

namespace Participation.Tests.Activities;

internal sealed class OpinionsExample : IExample
{
    private static readonly string[] Grades = ["agree", "disagree", "pass"];

    public string Kind => "opinions";

    public string Mark => "OP";

    public object Settings => new { question = Given.Text("Agree?"), statements = new[] { Given.Text("Trees"), Given.Text("Roads") }, mayAdd = true, split = "type" };

    public IReadOnlyDictionary<string, Sort> Commands => new Dictionary<string, Sort> { ["ballot.cast"] = Sort.Personal, ["opinions.add"] = Sort.Personal, ["opinions.vote"] = Sort.Personal };

    public JsonObject Right => new() { ["statement"] = "OP-001", ["vote"] = "agree", ["paper"] = "OP-001", ["choices"] = new JsonArray("agree") };

    public object? Value(string member, Random random, SessionState state) => member switch
    {
        "Paper" => Chance.Contribution(random, state),
        "Choices" => new[] { Chance.Pick(random, ["agree", "disagree", "pass", "pass", "block"]) },
        _ => null,
    };

    /// <summary>More statements than a figure has bars, and votes on most of them.</summary>
    public IEnumerable<Try> Full(string item, Func<int, string> id) =>
    [
        .. Enumerable.Range(1, 20).Select(n => Examples.Give(new AddOpinion($"Trams at night, line {n}"), item, 1)),
        .. from who in Enumerable.Range(1, 3) from n in Enumerable.Range(1, 21) select Examples.Give(new CastBallot(id(n), [Grades[(who * n) % 3]]), item, who),
    ];

    public Paper Paper => new(Kind, Grades, "\"",
        (secret, fewest) => new { question = Given.Text("Agree?"), statements = new[] { Given.Text("Trees come first.") }, mayAdd = true, secret, fewest },
        option => new CastBallot("VO-001", [option]) { Item = "vote" },
        happened => (happened as BallotCast)?.Choices.Single(),
        view => view is OpinionsView { Rows: [{ Agree: { } agree, Disagree: { } disagree, Pass: { } pass }, ..] }
            ? new() { ["agree"] = agree, ["disagree"] = disagree, ["pass"] = pass } : null,
        new AddOpinion("Nobody asked for this.") { Item = "vote" });
}
