using System.Net;
using Participation.Server.Accounts;
using Participation.Sessions;
using Participation.Tests.Live;

namespace Participation.Tests.Accounts;

/// <summary>What a guesser of codes gets looked at, and that nobody who sits beside them is shut out: to the number.</summary>
public sealed class DoorTriesTests
{
    private static readonly Guid Session = Guid.NewGuid();
    private readonly Clock clock = new();
    private readonly SeatedFrom seated = new();
    private readonly DoorTries tries;

    public DoorTriesTests() => tries = new(seated, clock);

    [Theory, InlineData(19, true), InlineData(20, false), InlineData(299, false), InlineData(300, false), InlineData(10_000, false)]
    public void After_so_many_wrong_codes_from_one_address_a_right_one_from_there_is_looked_at(int wrong, bool looked)
    {
        Assert.Equal(Math.Min(wrong, 20), Looked(wrong, _ => Address(0)));
        Assert.Equal(looked, tries.MayTry(Address(0), Session));
        // Others have all that is theirs: what was not looked at took nothing from them.
        Assert.Equal(20, Looked(30, _ => Address(1)));
        clock.Pass(TimeSpan.FromMinutes(1));
        Assert.True(tries.MayTry(Address(0), Session));
    }

    [Theory, InlineData(15, 300), InlineData(100, 385), InlineData(1_000, 1_285)]
    public void From_many_addresses_three_hundred_are_looked_at_and_then_one_of_each_that_had_none(int addresses, int looked)
    {
        Assert.Equal(looked, Enumerable.Range(0, addresses).Sum(each => Looked(40, _ => Address(each))));
        // The first code of somebody who comes from elsewhere is looked at, and of them no second wrong one.
        Assert.True(tries.MayTry(Address(5_000), Session));
        Assert.Equal(1, Looked(5, _ => Address(5_000)));
        Assert.False(tries.MayTry(Address(5_000), Session));
    }

    [Fact]
    public void In_turn_from_many_addresses_it_is_no_more() => Assert.Equal(1_000, Looked(20_000, n => Address(n % 1_000)));

    [Fact]
    public void Where_somebody_sits_the_code_of_their_session_opens_whatever_was_tried_and_no_other_code()
    {
        using var leaves = new CancellationTokenSource();
        seated.Add(Address(0), Session, leaves.Token);
        seated.Add(Address(0), Session, default);
        Looked(10_000, _ => Address(0));
        Assert.True(tries.MayTry(Address(0), Session));
        Assert.False(tries.MayTry(Address(0), Guid.NewGuid()));
        Assert.False(tries.MayTry(Address(0), null));
        leaves.Cancel();
        Assert.True(tries.MayTry(Address(0), Session));
    }

    [Fact]
    public void Who_left_keeps_no_door_open()
    {
        using var leaves = new CancellationTokenSource();
        seated.Add(Address(0), Session, leaves.Token);
        Looked(20, _ => Address(0));
        leaves.Cancel();
        Assert.False(tries.MayTry(Address(0), Session));
    }

    [Fact]
    public async Task Two_hundred_phones_join_by_the_code_while_a_neighbour_tries_ten_thousand()
    {
        await using var house = await House.Built();
        await using var projector = await house.Entered(Role.Projector);
        using var client = new HttpClient { BaseAddress = house.Address };
        var guessing = Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            var answers = new List<HttpStatusCode>();
            for (var n = 0; n < 1_250; n++)
            {
                using var answer = await client.GetAsync(new Uri("/api/door?code=QQQQQQ", UriKind.Relative), TestContext.Current.CancellationToken);
                answers.Add(answer.StatusCode);
            }
            return answers;
        }));
        var joined = new List<HttpStatusCode>();
        for (var n = 0; n < 200; n++) joined.Add((await house.Browser().Join(new { code = house.Code, command = Guid.NewGuid(), consent = true, language = "en" })).Status);
        Assert.All(joined, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(200, (await house.State()).Participants.Count);
        // The clock stands: all this is one minute.
        var answered = (await guessing).SelectMany(answers => answers).CountBy(status => status).ToDictionary();
        Assert.Equal((20, 9_980), (answered[HttpStatusCode.NotFound], answered[HttpStatusCode.TooManyRequests]));
    }

    /// <summary>How many of so many wrong codes were looked at.</summary>
    private int Looked(int wrong, Func<int, IPAddress> from) => Enumerable.Range(0, wrong).Count(n => tries.MayTry(from(n), null) & !tries.Wrong(from(n)));

    private static IPAddress Address(int n) => new([10, 1, (byte)(n / 250), (byte)(n % 250)]);
}
