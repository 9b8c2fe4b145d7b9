using System.Reflection;
using System.Text.Json;
using Participation.Journal;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Tests.Activities;
using Participation.Tests.Laws;
using Participation.Writing;

namespace Participation.Tests.Injection;

/// <summary>What a command says of its texts is true: words are as long as it says, and what names something is kept only where that is there.</summary>
public sealed class SaidTests
{
    private const string Nowhere = "Zwetschge 7";
    private static readonly Guid Giver = Given.Id(1);

    public static TheoryData<string, string> Words => Of(Kept.Words);

    public static TheoryData<string, string> Choices => Of(Kept.Choice);

    [Fact]
    public void Every_text_in_a_command_says_what_it_is() => Expect.None(Fields.OfCommands()
        .Where(field => ((Type[])[typeof(WordsAttribute), typeof(PointerAttribute), typeof(ChoiceAttribute)]).Count(says => field.Property.IsDefined(says)) != 1)
        .Select(field => $"{field.Command} {field.Member}"));

    [Theory, MemberData(nameof(Words))]
    public async Task Words_are_refused_when_they_are_longer_than_the_command_says_and_kept_to_the_last_sign(string name, string member)
    {
        var type = CommandNames.Find(name)!;
        var hall = await Open(type);
        var state = await hall.State();
        var most = Most(type, member, state);
        // An e with its accent, in two signs that are read as one.
        var refused = (await Send(hall, type, member, string.Concat(Enumerable.Repeat("e\u0301", most + 1)))).Refused;
        Assert.Equal(("text.too-long", $"{most}"), (refused?.Code, refused?.Detail));
        Assert.Equal(state.Number, (await hall.State()).Number);

        // What is there already cannot be made once more, and what is not there cannot be named.
        var (whole, kept) = (string.Concat(Enumerable.Repeat("e\u0301", most)), 0);
        foreach (var other in new[] { hall, await Open(type, before: false) })
        {
            if ((await Send(other, type, member, whole)).Refused is not null) continue;
            // Among the words that can be erased, and nowhere else.
            var happened = (await other.Journal.Read(Hall.Session))[^1].Event;
            var parted = EventNames.PartingOf(happened.GetType()).Part(happened);
            Assert.Contains(whole.Normalize(), parted.Words, StringComparison.Ordinal);
            Assert.DoesNotContain(whole.Normalize(), parted.Data, StringComparison.Ordinal);
            kept++;
        }
        Assert.True(kept > 0, $"{name}: nowhere was a text of {most} signs taken");
    }

    [Theory, MemberData(nameof(Choices))]
    public async Task What_names_nothing_that_there_is_is_kept_nowhere(string name, string member)
    {
        var type = CommandNames.Find(name)!;
        var hall = await Open(type);
        await Send(hall, type, member, Nowhere);
        Assert.DoesNotContain(await hall.Journal.Read(Hall.Session), entry => EventNames.Write(entry.Event).Contains(Nowhere, StringComparison.Ordinal));
    }

    private sealed record Aged([property: Words(3)] int Age) : ActivityCommand;

    private sealed record Boundless([property: Words("Nothing")] string Text) : ActivityCommand;

    [Fact]
    public void Words_that_nobody_could_look_at_stop_the_start()
    {
        Assert.Contains("Aged.Age", Assert.Throws<InvalidOperationException>(() => Written.Of(typeof(Aged))).Message, StringComparison.Ordinal);
        Assert.Contains("Boundless.Text", Assert.Throws<InvalidOperationException>(() => Written.Of(typeof(Boundless))).Message, StringComparison.Ordinal);
    }

    private static TheoryData<string, string> Of(Kept kept)
    {
        var all = new TheoryData<string, string>();
        foreach (var field in Fields.OfCommands().Where(field => Fields.Known.GetValueOrDefault($"{field.Command} {field.Member}") == kept)) all.Add(field.Command, field.Member);
        return all;
    }

    /// <summary>What is written field by field is as long as the kind's form says.</summary>
    private static int Most(Type command, string member, SessionState state) =>
        Written.Limits(command, state.Settings[Item(command)]).Where(limit => string.Equals(limit.Member, member, StringComparison.OrdinalIgnoreCase)).Select(limit => (int?)limit.Most).SingleOrDefault()
        ?? state.Scene(state.Item(Item(command))).Parts.Writings!.Form().Texts[0].Most;

    private static string Item(Type command) => Examples.TakenBy(command).FirstOrDefault() ?? "ideas";

    /// <summary>A session in which the item of the command is open, with what it works on.</summary>
    private static async Task<Hall> Open(Type command, bool before = true)
    {
        var hall = await new Hall(watch: new Unwatched()).Opened();
        await hall.Send(new JoinSession("en", null, null, null, Consent: true), Role.Participant, Giver);
        await hall.Send(new StartSession(), Role.Facilitator, Given.Facilitator);
        foreach (var tried in before ? Examples.Of(Item(command)).Before(Item(command), Giver) : [])
        {
            await hall.Send(new OpenItem { Item = ((ActivityCommand)tried.Command).Item }, Role.Facilitator, Given.Facilitator);
            Assert.Null((await hall.Send(tried.Command, tried.Role, tried.Who, tried.Hand)).Refused);
        }
        await hall.Send(new OpenItem { Item = Item(command) }, Role.Facilitator, Given.Facilitator);
        return hall;
    }

    /// <summary>By who may send it; with everything right but this member.</summary>
    private static async Task<Receipt> Send(Hall hall, Type type, string member, string text)
    {
        var data = Fields.Usual(type);
        data[member] = Fields.With(data[member], text);
        var command = (SessionCommand)data.Deserialize(type, Participation.Journal.Json.Options)!;
        command = command switch { ItemAct act => act with { Item = Item(type) }, ActivityCommand work => work with { Item = Item(type) }, _ => command };
        var byPhone = ((AllowedAttribute)type.GetCustomAttributes(typeof(AllowedAttribute), false)[0]).Roles.Contains(Role.Participant);
        return await hall.Send(command, byPhone ? Role.Participant : Role.Facilitator, byPhone ? Giver : Given.Facilitator);
    }
}
