using System.Net;
using Microsoft.AspNetCore.Connections;
using Participation.Server.Lines;

namespace Participation.Tests.Lines;

/// <summary>Who goes when there is no room: never somebody with a seat, and of the others those who hold most.</summary>
public sealed class LineBookTests
{
    private static readonly IPAddress Hall = new([192, 0, 2, 1]), Elsewhere = new([192, 0, 2, 2]);
    private readonly LineBook book = new(Capacity.Of(50, null));
    private readonly List<Line> ended = [];
    private readonly List<Task> closing = [];

    [Fact]
    public void At_the_limit_who_never_asked_goes_of_the_address_that_holds_most_of_those()
    {
        var quiet = Enumerable.Range(0, 49).Select(_ => Come(Hall)).ToList();
        var others = Enumerable.Range(0, 48).Select(n => Come(new([10, 0, 0, (byte)n]))).ToList();
        book.Touch(quiet[0]);
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
        foreach (var line in hall) book.Touch(line);
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
            book.Sit(seated[^1], Guid.NewGuid());
        }
        Assert.All(seated, line => Assert.DoesNotContain(line, ended));
        var late = Made(Elsewhere);
        Assert.False(book.Admit(late));
        await late.DisposeAsync();
        await seated[0].DisposeAsync();
        Assert.True(book.Admit(Made(Elsewhere)));
    }

    [Fact]
    public void From_one_address_come_as_many_with_a_seat_as_there_is_room_for_and_without_one_a_part()
    {
        for (var n = 0; n < 40; n++) book.Sit(Come(Hall), Guid.NewGuid());
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

    [Fact]
    public async Task One_seat_is_good_for_so_many_lines_and_no_more()
    {
        var who = Guid.NewGuid();
        var own = Enumerable.Range(0, LineBook.OfOnePerson + 5).Select(_ => Come(Elsewhere)).ToList();
        foreach (var line in own) book.Sit(line, who);
        Assert.Equal(5, book.Seatless);
        // One that is gone makes room for another.
        await own[0].DisposeAsync();
        book.Sit(own[^1], who);
        Assert.Equal(4, book.Seatless);
    }

    [Fact]
    public void A_file_that_is_sent_is_as_open_as_a_line()
    {
        for (var n = 0; n < 100; n++) Come(new([10, 0, 1, (byte)n]));
        using (book.OpenFile()) Assert.Equal((100, 1), (book.Open, ended.Count));
        Assert.Equal(99, book.Open);
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

    private sealed class Connection : DefaultConnectionContext
    {
        public Action Ended { get; set; } = () => { };

        public override void Abort(ConnectionAbortedException abortReason) => Ended();
    }
}
