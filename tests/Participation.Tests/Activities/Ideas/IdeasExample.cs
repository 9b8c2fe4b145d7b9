using System.Text.Json.Nodes;
using Participation.Activities.Ideas;
using Participation.Sessions;
using Participation.Tests.Access;
using Participation.Tests.Laws;
using Participation.Texts;
using Participation.Writing;

namespace Participation.Tests.Activities;

internal sealed class IdeasExample : IExample
{
    public string Kind => "ideas";

    public string Mark => "IM";

    public object Settings => new
    {
        question = Given.Text("What?"), kinds = new[] { "idea", "sentiment", "project" }, limit = 80, askZone = true, askPlace = true,
        categories = new[] { new Option("green", Given.Text("green")), new Option("roads", Given.Text("roads")) },
    };

    public IReadOnlyDictionary<string, Sort> Commands => new Dictionary<string, Sort>
    {
        ["contribution.write"] = Sort.Personal, ["contribution.reword"] = Sort.Personal, ["contribution.withdraw"] = Sort.Personal,
        ["ideas.give"] = Sort.Personal, ["ideas.withdraw"] = Sort.Personal,
    };

    public JsonObject Right => new() { ["texts"] = new JsonObject { ["text"] = "More trees" }, ["choices"] = new JsonObject { ["category"] = "green" }, ["basis"] = 1 };

    public IEnumerable<Try> Before(string item, Guid giver) =>
        Enumerable.Range(1, 3).Select(n => new Try(new GiveIdea($"An idea {n}") { Item = item }, Role.Participant, giver, null));

    public IEnumerable<Try> Full(string item, Func<int, string> id) =>
    [
        .. Enum.GetValues<IdeaKind>().Select(kind => Examples.Give(new GiveIdea($"An idea of the sort {kind}", kind, "green", "z1", "By the lake"), item, 1)),
        Examples.Give(new WriteContribution(Said("An idea, first in other words")), item, 2), Examples.Give(new RewordContribution(id(4), 1, Said("An idea of another person")), item, 2), Examples.Give(new GiveIdea("An idea that is taken back"), item, 3), Examples.Give(new WithdrawIdea(id(5)), item, 3),
    ];

    public object? Value(string member, Random random, SessionState state) => member switch
    {
        "Category" => Theme(random),
        "Choices" => new Dictionary<string, string> { ["category"] = Theme(random) },
        _ => null,
    };

    private static string Theme(Random random) => Chance.Pick(random, (string[])["green", "roads", "green", "roads", "none"]);

    private static Dictionary<string, string> Said(string text) => new() { [Wording.Main] = text };
}
