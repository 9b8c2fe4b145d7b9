using Participation.Activities.Ideas;
using Participation.Sessions;
using Participation.Tests.Access;
using Participation.Tests.Injection;
using Participation.Tests.Laws;
using Participation.Texts;

namespace Participation.Tests.Activities;

internal sealed class IdeasExample : IExample
{
    public string Kind => "ideas";

    public object Settings => new
    {
        question = Given.Text("What?"), kinds = new[] { "idea", "sentiment", "project" }, limit = 80,
        categories = new[] { new Option("green", Given.Text("green")), new Option("roads", Given.Text("roads")) },
    };

    public IReadOnlyDictionary<string, Sort> Commands => new Dictionary<string, Sort> { ["ideas.give"] = Sort.Personal, ["ideas.withdraw"] = Sort.Personal };

    public IReadOnlyDictionary<string, Kept> Texts => new Dictionary<string, Kept>
    {
        ["ideas.give text"] = Kept.Words, ["ideas.give place"] = Kept.Words, ["ideas.give category"] = Kept.Choice, ["ideas.give zone"] = Kept.Choice,
        ["ideas.withdraw contribution"] = Kept.Choice,
    };

    public IEnumerable<Try> Before(string item, Guid giver) =>
        Enumerable.Range(1, 3).Select(n => new Try(new GiveIdea($"An idea {n}") { Item = item }, Role.Participant, giver, null));

    public object? Value(string member, Random random, SessionState state) =>
        member == "Category" ? Chance.Pick(random, (string[])["green", "roads", "green", "roads", "none"]) : null;
}
