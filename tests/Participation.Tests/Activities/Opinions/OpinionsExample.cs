using System.Text.Json.Nodes;
using Participation.Tests.Access;
using Participation.Tests.Injection;

namespace Participation.Tests.Activities;

internal sealed class OpinionsExample : IExample
{
    public string Kind => "opinions";

    public object Settings => new { question = Given.Text("Agree?"), statements = new[] { Given.Text("Trees"), Given.Text("Roads") }, mayAdd = true };

    public IReadOnlyDictionary<string, Sort> Commands => new Dictionary<string, Sort> { ["opinions.add"] = Sort.Personal, ["opinions.vote"] = Sort.Personal };

    public IReadOnlyDictionary<string, Kept> Texts => new Dictionary<string, Kept> { ["opinions.add text"] = Kept.Words, ["opinions.vote statement"] = Kept.Choice };

    public JsonObject Right => new() { ["statement"] = "BB-001", ["vote"] = "agree" };
}
