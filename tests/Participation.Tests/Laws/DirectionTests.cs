using System.Reflection;
using System.Xml.Linq;
using Participation.Sessions;

namespace Participation.Tests.Laws;

/// <summary>Which room of the house may know which, read from the compiled assemblies.</summary>
public sealed class DirectionTests
{
    private static readonly Assembly Model = typeof(Desk<SessionState>).Assembly;
    private static readonly Assembly Server = typeof(Participation.Server.Live.LiveHub).Assembly;

    /// <summary>Each room of the model and those that it may know.</summary>
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Journal"] = [],
        ["Texts"] = [],
        ["Reports"] = [],
        ["Desk"] = ["Journal"],
        ["Sessions"] = ["Desk", "Journal", "Reports", "Texts", "Voting", "Writing"],
        ["Voting"] = ["Desk", "Sessions", "Journal", "Reports", "Texts"],
        ["Writing"] = ["Desk", "Sessions", "Journal"],
        ["Activities"] = ["Desk", "Sessions", "Voting", "Writing", "Journal", "Reports", "Texts"],
        ["Views"] = ["Desk", "Sessions", "Voting", "Journal", "Reports", "Texts"],
        ["Workshops"] = ["Desk", "Sessions", "Voting", "Journal", "Texts"],
    };

    /// <summary>Rooms of the server that stand for themselves: of the server they know nothing else.</summary>
    private static readonly Dictionary<string, string[]> OfTheModel = new()
    {
        ["Storage"] = ["Journal"],
        ["Reports"] = ["Reports", "Texts", "Journal"],
        ["Accounts"] = ["Desk", "Sessions", "Journal", "Texts"],
    };

    [Fact]
    public void The_model_refers_to_MediatR_and_nothing_else()
    {
        var foreign = Model.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name != "MediatR" && !name.StartsWith("System.", StringComparison.Ordinal)
                || name.StartsWith("System.Net", StringComparison.Ordinal) || name.StartsWith("System.Data", StringComparison.Ordinal)
                || name is "System.Diagnostics.Process" or "System.Console");
        Expect.None(foreign);

        var project = XDocument.Parse(Repository.Read("src/Participation/Participation.csproj"));
        Assert.Equal(["MediatR"], project.Descendants("PackageReference").Where(package => package.Attribute("PrivateAssets")?.Value != "all")
            .Select(package => package.Attribute("Include")!.Value));
        Expect.None(project.Descendants("ProjectReference"));
        Expect.None(project.Descendants("FrameworkReference"));
    }

    [Fact]
    public void Every_room_of_the_model_knows_only_those_it_may()
    {
        var rooms = TypesOf(Model).Select(type => RoomOf(type, "Participation.")).ToHashSet();
        Assert.Equal(MayKnow.Keys.Order(), rooms.Order());
        Expect.None(Known(Model, Model, "Participation.", "Participation.").Where(known => !MayKnow[known.Room].Contains(known.Other)).Select(known => known.Said));
    }

    [Fact]
    public void Storage_and_reports_of_the_server_know_no_other_room_of_it_and_accounts_only_storage()
    {
        var inside = Known(Server, Server, "Participation.Server.", "Participation.Server.").Where(known => OfTheModel.ContainsKey(known.Room) && (known.Room, known.Other) != ("Accounts", "Storage"));
        Expect.None(inside.Select(known => known.Said));
        var outside = Known(Server, Model, "Participation.Server.", "Participation.")
            .Where(known => OfTheModel.TryGetValue(known.Room, out var may) && !may.Contains(known.Other));
        Expect.None(outside.Select(known => known.Said));
    }

    [Fact]
    public void An_activity_knows_no_other_activity_and_nobody_knows_an_activity()
    {
        Expect.None(Known(Model, Model, "Participation.Activities.", "Participation.Activities.").Select(known => known.Said));
        Expect.None(Known(Server, Model, "Participation.Server.", "Participation.").Where(known => known.Other == "Activities").Select(known => known.Said));
    }

    private sealed record Knowledge(string Room, string Other, string Said);

    /// <summary>What the types of one assembly mention of another, from room to other room.</summary>
    private static IEnumerable<Knowledge> Known(Assembly knower, Assembly known, string under, string otherUnder) =>
        from type in TypesOf(knower)
        where InRoom(type, under)
        from mentioned in Mentions.Of(type)
        where mentioned.Assembly == known && InRoom(mentioned, otherUnder)
        let room = RoomOf(type, under)
        let other = RoomOf(mentioned, otherUnder)
        where knower != known || room != other
        select new Knowledge(room, other, $"{type.FullName} mentions {mentioned.FullName}");

    private static IEnumerable<Type> TypesOf(Assembly assembly) =>
        assembly.GetTypes().Where(type => type.Namespace?.StartsWith("Participation", StringComparison.Ordinal) is true);

    private static bool InRoom(Type type, string under) =>
        type.Namespace is { } space && ($"{space}.").StartsWith(under, StringComparison.Ordinal) && space.Length > under.Length - 1;

    private static string RoomOf(Type type, string under) => type.Namespace![under.Length..].Split('.')[0];
}
