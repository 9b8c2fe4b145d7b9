using System.Reflection;
using System.Text.RegularExpressions;
using MediatR;
using Participation.Sessions;

namespace Participation.Tests.Laws;

/// <summary>One command, one file, one handler, one pure decision; and nobody sends it who was not named.</summary>
public sealed partial class CommandTests
{
    private static readonly string[] OfTheSession = ["session", "step", "timer", "contribution", "ballot"];

    /// <summary>Sent by the server's own pages, never by name from a client.</summary>
    private static readonly string[] Nameless = ["JoinSession", "OpenSession", "EraseSession"];

    public static TheoryData<Type> Commands =>
        [.. typeof(SessionCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SessionCommand)) && !type.IsAbstract)];

    [Theory, MemberData(nameof(Commands))]
    public void A_command_is_a_sealed_record_that_nobody_can_change(Type type) => Expect.None(Shapes.Faults(type));

    [Theory, MemberData(nameof(Commands))]
    public void A_command_says_who_may_send_it(Type type)
    {
        var allowed = type.GetCustomAttribute<AllowedAttribute>();
        Assert.NotNull(allowed);
        Assert.NotEmpty(allowed.Roles);
        Assert.DoesNotContain(Role.Projector, allowed.Roles);
        if (type.IsSubclassOf(typeof(Act)) || type.Name == "UndoAct") Assert.Equal([Role.Facilitator], allowed.Roles);
    }

    [Theory, MemberData(nameof(Commands))]
    public void A_command_is_named_by_its_kind_and_a_verb(Type type)
    {
        var name = type.GetCustomAttribute<CommandNameAttribute>()?.Name;
        if (Nameless.Contains(type.Name))
        {
            Assert.Null(name);
            return;
        }
        Assert.Matches(KindAndVerb(), name!);
        var kind = name!.Split('.')[0];
        if (Shapes.KindOf(type) is { } own) Assert.Equal(own, kind);
        else Assert.Contains(kind, OfTheSession);
        // What every kind takes that has a form for it is the house's.
        Assert.Equal(type.IsSubclassOf(typeof(ActivityCommand)), Shapes.KindOf(type) is not null || type.Namespace == typeof(Participation.Writing.Form).Namespace || kind == "ballot");
    }

    [Theory, MemberData(nameof(Commands))]
    public void A_command_has_one_handler_beside_it_which_decides_without_itself(Type type)
    {
        var wanted = typeof(IRequestHandler<,>).MakeGenericType(type, typeof(Receipt));
        var handler = Assert.Single(type.Assembly.GetTypes(), candidate => candidate.IsAssignableTo(wanted));
        Assert.Equal($"{type.Name}Handler", handler.Name);
        Assert.Equal([typeof(Desk<SessionState>)], handler.GetConstructors().Single().GetParameters().Select(parameter => parameter.ParameterType));
        Assert.DoesNotContain(handler.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public), field => field.FieldType != typeof(Desk<SessionState>));
        var decide = handler.GetMethod("Decide", BindingFlags.Public | BindingFlags.Static);
        Assert.NotNull(decide);
        Assert.Equal(typeof(Decision), decide.ReturnType);
        Assert.Contains(type, decide.GetParameters().Select(parameter => parameter.ParameterType));

        var file = Assert.Single(Repository.Sources("src/Participation", $"/{type.Name}.cs"));
        Assert.Contains($"sealed record {type.Name}", file.Text, StringComparison.Ordinal);
        Assert.Contains($"sealed class {handler.Name}(", file.Text, StringComparison.Ordinal);
        Assert.Single(HandlerOf().Matches(file.Text));
        Assert.Contains("public Task<Receipt> Handle(", file.Text, StringComparison.Ordinal);
        Assert.Matches(@"Handle\([^)]*\) => desk\.\w+", file.Text);
    }

    [Fact]
    public void The_protocol_names_every_command_and_no_other()
    {
        var page = Repository.Read("src/Participation.Server/Live/PROTOCOL.md");
        var tables = page[page.IndexOf("### Facilitator's acts", StringComparison.Ordinal)..page.IndexOf("## 5.", StringComparison.Ordinal)];
        var named = tables.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Quoted().Matches(line.Split('|')[1]).Select(match => match.Groups[1].Value));
        Assert.Equal(CommandNames.All.Keys.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*$")]
    private static partial Regex KindAndVerb();

    [GeneratedRegex("IRequestHandler<")]
    private static partial Regex HandlerOf();

    [GeneratedRegex("`([a-z-]+\\.[a-z-]+)`")]
    private static partial Regex Quoted();
}
