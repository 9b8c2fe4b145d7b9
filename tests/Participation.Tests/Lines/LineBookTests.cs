using System.Net;
using Microsoft.AspNetCore.Connections;
using Participation.Server.Accounts;
using Participation.Server.Lines;

namespace Participation.Tests.Lines;

/// <summary>Who goes when there is no room: never somebody with a seat, and of the others those who hold most.</summary>
public sealed class LineBookTests
{
    private static readonly IPAddress Hall = new([192, 0, 2, 1]), Elsewhere = new([192, 0, 2, 2]);
    private readonly Still clock = new();
    private readonly LineBook book;
    private readonly List<Line> ended = [];
    private readonly List<Task> closing = [];

    public LineBookTests() => book = new(Capacity.Of(50, null), clock);

    [Fact]
    public void At_the_limit_who_never_asked_goes_of_the_address_that_holds_most_of_those()
    {
        var quiet = Enumerable.Range(0, 49).Select(_ => Come(Hall)).ToList();
        var others = Enumerable.Range(0, 48).Select(n => Come(new([10, 0, 0, (byte)n]))).ToList();
        Ask(quiet[0]);
        for (var n = 0; n < 10; n++) Come(Elsewhere);
        Assert.Equal(100, book.Open);
        Assert.Equal(quiet.Skip(1).Take(7), ended);
        Assert.All(others, line => Assert.DoesNotContain(line, ended));
    }

    /// <summary>Each of many attackers holds fewer lines than the hall.</summary>
    [Fact]
    public void A_hall_that_loads_its_page_stays_while_anybody_is_silent()
    {
        var hall = Enumerable.Range(0, 40).Select(_ => Come(Hall)).ToList();
        foreach (var line in hall) Ask(line);
        for (var n = 0; n < 300; n++) Come(new([10, 0, 2, (byte)(n % 60)]));
        Assert.All(hall, line => Assert.DoesNotContain(line, ended));
        Assert.Equal(100, book.Open);
    }

    [Fact]
    public async Task Who_has_a_seat_never_goes_and_comes_in_as_long_as_anybody_has_none()
    {
        var seated = new List<Line>();
        for (var n = 0; n < 100; n++)
        {
            for (var more = 0; n < 99 && more < 30; more++) Come(Hall);
            seated.Add(Come(Hall));
            // Of the last five none is for a seat that anybody may take.
            Live(seated[^1], n < 95 ? Anybody() : Leader());
        }
        Assert.All(seated, line => Assert.DoesNotContain(line, ended));
        var late = Made(Elsewhere);
        Assert.False(book.Admit(late));
        await late.DisposeAsync();
        await seated[0].DisposeAsync();
        Assert.True(book.Admit(Made(Elsewhere)));
    }

    [Fact]
    public void Beside_a_flood_of_live_seats_who_leads_comes_in_and_stays()
    {
        for (var n = 0; n < 200; n++) Live(Come(Hall), Anybody());
        Assert.Equal(95, book.Sure);
        var leads = Come(Elsewhere);
        Live(leads, Leader());
        for (var n = 0; n < 200; n++) Live(Come(Hall), Anybody());
        Assert.DoesNotContain(leads, ended);
    }

    [Fact]
    public void What_a_seat_holds_idle_goes_for_whoever_comes_and_what_is_live_stays()
    {
        var (live, idle) = (Come(Hall), new List<Line>());
        Live(live, Anybody());
        for (var n = 0; n < 99; n++)
        {
            idle.Add(Come(Hall));
            book.Sit(idle[^1], Anybody(), _ => true);
            if (n % 2 == 0) Ask(idle[^1]);
        }
        var late = Enumerable.Range(0, 10).Select(_ => Come(Elsewhere)).ToList();
        Assert.Equal(idle.Take(10), ended);
        Assert.All(late, line => Assert.DoesNotContain(line, ended));
    }

    [Fact]
    public void Whose_seat_is_good_no_more_goes_though_live_and_stays_again_when_it_is_good_again()
    {
        var (session, sits) = (Guid.NewGuid(), true);
        var lines = Enumerable.Range(0, 50).Select(_ => Come(Hall)).ToList();
        foreach (var line in lines) Live(line, new(Guid.NewGuid(), session), _ => sits);
        for (var n = 0; n < 50; n++) Live(Come(new([10, 0, 3, (byte)n])), Leader());
        sits = false;
        book.Review(Guid.NewGuid(), _ => sits);
        Assert.Equal(50, book.Sure);
        book.Review(session, _ => sits);
        Assert.Equal(0, book.Sure);
        // Nothing is ended as long as nobody comes.
        Assert.Empty(ended);
        Live(Come(Elsewhere), Leader());
        Assert.Equal(lines.Take(1), ended);
        sits = true;
        book.Review(session, _ => sits);
        Assert.Equal(49, book.Sure);
        Assert.False(book.Admit(Made(Elsewhere)));
    }

    /// <summary>Seats of an open session are had for nothing, and its close gives them to nobody: what they hold is not more than what nobody holds.</summary>
    [Fact]
    public void What_seats_of_a_closed_session_hold_goes_before_who_has_just_come_without_one()
    {
        var sits = true;
        var dead = Enumerable.Range(0, 90).Select(n => Come(new([10, 0, 7, (byte)(n % 3)]))).ToList();
        var session = Guid.NewGuid();
        foreach (var line in dead) book.Sit(line, new(Guid.NewGuid(), session), _ => sits);
        sits = false;
        book.Review(session, _ => sits);
        foreach (var line in dead) Ask(line);
        for (var n = 0; n < 20; n++) Ask(Come(Elsewhere));
        Assert.Equal(10, ended.Count);
        Assert.All(ended, line => Assert.Contains(line, dead));
    }

    [Fact]
    public void While_somebody_is_silent_for_long_nobody_goes_who_has_just_come_however_many_networks_they_hold()
    {
        for (var n = 0; n < 90; n++) Come(new([10, 0, 6, (byte)n]));
        clock.Passed = LineBook.Spared;
        var hall = Enumerable.Range(0, 25).Select(_ => Come(Hall)).ToList();
        Assert.Equal(15, ended.Count);
        Assert.All(hall, line => Assert.DoesNotContain(line, ended));
    }

    /// <summary>A phone that comes back is silent until its first request; whoever asked for something and then sat still is not better.</summary>
    [Fact]
    public void Who_has_just_come_is_spared_and_who_asked_once_goes()
    {
        var asked = Enumerable.Range(0, 100).Select(n => Come(new([10, 0, 4, (byte)n]))).ToList();
        foreach (var line in asked) Ask(line);
        var back = Come(Elsewhere);
        for (var n = 0; n < 20; n++) Ask(Come(new([10, 0, 5, (byte)n])));
        Assert.DoesNotContain(back, ended);
        // Who is silent still when a phone would have spoken goes first.
        clock.Passed = LineBook.Spared;
        Come(Hall);
        Assert.Equal(back, ended[^1]);
    }

    [Fact]
    public void From_one_address_come_as_many_with_a_seat_as_there_is_room_for_and_without_one_a_part()
    {
        for (var n = 0; n < 40; n++)
        {
            // What is idle is no more counted than what is live.
            if (n % 2 == 0) Live(Come(Hall), Anybody());
            else book.Sit(Come(Hall), Anybody(), _ => true);
        }
        for (var n = 0; n < 60; n++) Come(Hall);
        Assert.Equal((50, 10), (book.Seatless, ended.Count));
        Assert.All(ended, line => Assert.Null(line.Who));
    }

    [Fact]
    public void A_named_proxy_is_no_address()
    {
        for (var n = 0; n < 100; n++) Come(Hall, shared: true);
        Assert.Empty(ended);
    }

    [Theory, InlineData(true, LineBook.OfOnePerson), InlineData(false, LineBook.OfOneSeat)]
    public async Task One_seat_is_good_for_so_many_lines_and_no_more(bool leads, int most)
    {
        var who = leads ? Leader() : Anybody();
        var own = Enumerable.Range(0, most + 5).Select(_ => Come(Elsewhere)).ToList();
        foreach (var line in own) Live(line, who);
        Assert.Equal(5, book.Seatless);
        // One that is gone makes room for another.
        await own[0].DisposeAsync();
        Live(own[^1], who);
        Assert.Equal(4, book.Seatless);
    }

    [Fact]
    public async Task A_line_counts_until_the_system_has_closed_it()
    {
        var line = Come(Hall);
        Assert.Equal(1, book.Open);
        await line.DisposeAsync();
        await line.DisposeAsync();
        Assert.Equal((0, 0), (book.Open, book.Seatless));
    }

    private static Sitter Anybody() => new(Guid.NewGuid(), Guid.NewGuid());

    private static Sitter Leader() => new(Guid.NewGuid(), null);

    private void Ask(Line line) => book.Begin(line).Dispose();

    /// <summary>A request that lasts as long as its connection.</summary>
    private void Live(Line line, Sitter who, Func<Sitter, bool>? sits = null)
    {
        book.Sit(line, who, sits ?? (_ => true));
        book.Begin(line);
    }

    private Line Come(IPAddress from, bool shared = false)
    {
        var line = Made(from, shared);
        Assert.True(book.Admit(line));
        return line;
    }

    private Line Made(IPAddress from, bool shared = false)
    {
        var connection = new Connection();
        var line = new Line(connection, book, from, shared);
        connection.Ended = () =>
        {
            ended.Add(line);
            closing.Add(line.DisposeAsync().AsTask());
        };
        return line;
    }

    /// <summary>However long the test takes, no time passes but what it says.</summary>
    private sealed class Still : TimeProvider
    {
        public TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;
    }

    private sealed class Connection : DefaultConnectionContext
    {
        public Action Ended { get; set; } = () => { };

        public override void Abort(ConnectionAbortedException abortReason) => Ended();
    }
}
