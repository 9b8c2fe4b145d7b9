using System.Text.Json.Nodes;
using Participation.Activities.Opinions;
using Participation.Tests.Access;
using Participation.Tests.Ballots;
using Participation.Tests.Laws;

namespace Participation.Tests.Activities;

internal sealed class OpinionsExample : IExample
{
    public string Kind => "opinions";

    public string Mark => "OP";

    public object Settings => new { question = Given.Text("Agree?"), statements = new[] { Given.Text("Trees"), Given.Text("Roads") }, mayAdd = true };

    public IReadOnlyDictionary<string, Sort> Commands => new Dictionary<string, Sort> { ["opinions.add"] = Sort.Personal, ["opinions.vote"] = Sort.Personal };

    public JsonObject Right => new() { ["statement"] = "OP-001", ["vote"] = "agree" };

    /// <summary>More statements than a figure has bars, and votes on most of them.</summary>
    public IEnumerable<Try> Full(string item, Func<int, string> id) =>
    [
        .. Enumerable.Range(1, 20).Select(n => Examples.Give(new AddOpinion($"Trams at night, line {n}"), item, 1)),
        .. from who in Enumerable.Range(1, 3) from n in Enumerable.Range(1, 21) select Examples.Give(new VoteOpinion(id(n), (Opinion)((who * n) % 3)), item, who),
    ];

    public Paper Paper => new(Kind, ["agree", "disagree", "pass"], "\"",
        (secret, fewest) => new { question = Given.Text("Agree?"), statements = new[] { Given.Text("Trees come first.") }, mayAdd = true, secret, fewest },
        option => new VoteOpinion("VO-001", Enum.Parse<Opinion>(option, ignoreCase: true)) { Item = "vote" },
        happened => (happened as OpinionVoted)?.Vote.ToString().ToLowerInvariant(),
        view => view is OpinionsView { Rows: [{ Agree: { } agree, Disagree: { } disagree, Pass: { } pass }, ..] }
            ? new() { ["agree"] = agree, ["disagree"] = disagree, ["pass"] = pass } : null,
        new AddOpinion("Nobody asked for this.") { Item = "vote" });
}
