using System.Diagnostics;
using System.Text;
using Participation.LoadTests.Compare;

namespace Participation.Tests.LoadTests;

/// <summary>What the client that compares servers makes of what its screens are shown.</summary>
public sealed class ChronicleTests
{
    private static readonly long Millisecond = Stopwatch.Frequency / 1000;

    private readonly Chronicle chronicle = new(new Work(Participants: 1, Rate: 1, Seconds: 2, WarmUp: 0));
    private readonly Client.Ears phone;

    public ChronicleTests()
    {
        phone = chronicle.Phone();
        chronicle.Due(0, 1000 * Millisecond);
        chronicle.Due(1, 1000 * Millisecond);
    }

    [Fact]
    public void An_idea_has_reached_a_phone_that_shows_as_many_as_stood_before_it_in_the_journal()
    {
        Receipt(idea: 1, number: 5, at: 1001);
        Receipt(idea: 0, number: 6, at: 1002);
        Frame(phone, """{"op":"replace","path":"/activity/total","value":1}""", 1010);
        Frame(phone, """{"op":"replace","path":"/activity/total","value":2}""", 1100);

        Assert.Equal(2, chronicle.OnPhones().Count);
        Assert.InRange(chronicle.OnPhones().At(0.5), 10, 10.3);
        Assert.InRange(chronicle.OnPhones().At(1), 100, 103);
        Assert.InRange(chronicle.Acknowledging.At(1), 2, 2.1);
    }

    [Fact]
    public void An_idea_with_another_text_on_a_console_is_found()
    {
        Frame(chronicle.Console, $$"""[{"text":"{{Chronicle.Text(0)}}"}]""", 1003);
        Assert.DoesNotContain(chronicle.Missing(), said => said.Contains("otherwise", StringComparison.Ordinal));
        Frame(chronicle.Console, $$"""[{"text":"{{Chronicle.Text(1)}} no more"}]""", 1003);
        Assert.Contains("1 ideas are shown otherwise than they were given", chronicle.Missing());
    }

    [Fact]
    public void What_did_not_arrive_is_told()
    {
        Receipt(idea: 0, number: 1, at: 1001);
        Frame(chronicle.Console, $$"""[{"text":"{{Chronicle.Text(0)}}"}]""", 1003);

        Assert.False(chronicle.Whole);
        Assert.Equal(["1 of 2 ideas have no receipt (0 refused)", "1 ideas are on no console", "1 phones do not know of all ideas"], chronicle.Missing());
    }

    [Fact]
    public void Nothing_is_missing_when_all_is_shown()
    {
        Receipt(idea: 0, number: 1, at: 1001);
        Receipt(idea: 1, number: 2, at: 1001);
        Frame(phone, """{"op":"replace","path":"/activity/total","value":2}""", 1010);
        Frame(chronicle.Console, $$"""[{"text":"a text of a step"},{"text":"{{Chronicle.Text(0)}}"},{"text":"{{Chronicle.Text(1)}}"}]""", 1003);

        Assert.True(chronicle.Whole);
        Assert.Empty(chronicle.Missing());
        Assert.InRange(chronicle.OnConsoles.At(1), 3, 3.1);
    }

    private void Receipt(int idea, long number, int at) => phone(new Heard(Meaning.Receipt, idea, number), [], at * Millisecond);

    private static void Frame(Client.Ears ears, string frame, int at) => ears(new Heard(Meaning.Frame), Encoding.UTF8.GetBytes(frame), at * Millisecond);
}
