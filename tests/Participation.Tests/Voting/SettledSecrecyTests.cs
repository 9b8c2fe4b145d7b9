using System.Text.Json;
using Participation.Journal;
using Participation.Sessions;
using Participation.Sessions.Joining;
using Participation.Voting;

namespace Participation.Tests.Voting;

/// <summary>Whether a vote is secret, and of how few it is shown, stands in the first entry of a session. Nothing that anybody sends later can say otherwise.</summary>
public sealed class SettledSecrecyTests
{
    public static TheoryData<Type> Commands => [.. typeof(SessionCommand).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(SessionCommand)) && !type.IsAbstract && type != typeof(OpenSession))];

    public static TheoryData<Type> Events => [.. EventNames.All.Where(type => type != typeof(SessionOpened))];

    [Theory, MemberData(nameof(Commands))]
    public void No_command_carries_settings(Type command) => Assert.Empty(Settings(command, []));

    [Theory, MemberData(nameof(Events))]
    public void No_event_carries_settings(Type happened) => Assert.Empty(Settings(happened, []));

    /// <summary>The search sees what it is to see.</summary>
    [Theory]
    [InlineData(typeof(OpenSession))]
    [InlineData(typeof(SessionOpened))]
    public void Only_the_opening_does(Type opening) => Assert.NotEmpty(Settings(opening, []));

    [Fact]
    public async Task An_open_session_is_not_opened_anew()
    {
        using var vote = new Vote(secret: true);
        await vote.Open(3);
        var (state, items) = (await vote.State(), (AgendaItem[])[Given.Item("vote", "dot-vote", Paper.Dots.Settings(false, 0))]);
        var again = new OpenSession(new("test", Given.Text("Session"), "en", "K7M2PX", default, Given.Text("Consent"), items, [], [], []));
        Assert.NotNull((await vote.Send(again, Role.Facilitator, Given.Facilitator, fine: false)).Refused);
        Assert.Same(state, await vote.State());
    }

    /// <summary>Members that are, or hold, settings or anything that could be read as such, wherever they lie.</summary>
    private static IEnumerable<string> Settings(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type)) yield break;
        foreach (var property in type.GetProperties())
        {
            var parts = Parts(property.PropertyType).ToList();
            if (property.Name is nameof(ISecretBallots.Secret) or nameof(ISecretBallots.Fewest) || parts.Exists(IsOpen)) yield return $"{type.Name}.{property.Name}";
            foreach (var deeper in parts.Where(part => part.Assembly == typeof(SessionCommand).Assembly).SelectMany(part => Settings(part, seen))) yield return deeper;
        }
    }

    private static bool IsOpen(Type type) =>
        type == typeof(AgendaItem) || type == typeof(object) || type.Namespace == typeof(JsonElement).Namespace || type.IsAssignableTo(typeof(ISecretBallots));

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsArray ? Parts(type.GetElementType()!) : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts) : [type];
}
