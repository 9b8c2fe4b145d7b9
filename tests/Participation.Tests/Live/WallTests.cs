using System.Net;
using System.Text.Json.Nodes;
using Participation.Sessions;

namespace Participation.Tests.Live;

/// <summary>The walls of a room are led from the console, and the console knows what is on them.</summary>
public sealed class WallTests
{
    private static readonly object Second = new { step = "ideas 1", page = 1 }, Third = new { step = "ideas 1", page = 2 };

    [Fact]
    public async Task Every_wall_goes_where_the_console_leads_it_and_so_does_one_that_comes_later()
    {
        await using var house = await House.Built();
        await using var console = await house.Entered(Role.Facilitator);
        await using var wall = await house.Entered(Role.Projector);
        Assert.Null((await console.Invoke("Steer", new { step = "ideas 1", page = 2, over = "card", card = "IM-003" }))!["refused"]);
        await wall.Until(screen => screen.Wall["steered"]["to"]["card"].Text == "IM-003", "where the console leads");
        await using var later = await house.Entered(Role.Projector);
        await later.Until(screen => screen.Wall["steered"]["to"]["page"].Number == 2, "where the walls were led before it came");

        // The same once more is a steering of its own: a wall that was turned by hand follows again.
        var first = wall.Wall!["steered"]!["id"]!.GetValue<long>();
        await console.Invoke("Steer", new { step = "ideas 1", page = 2, over = "card", card = "IM-003" });
        await wall.Until(screen => screen.Wall["steered"]["id"].Number > first, "a new steering");
    }

    [Fact]
    public async Task The_console_is_told_what_hangs_how_many_walls_and_how_many_show_something_else()
    {
        await using var house = await House.Built();
        await using var console = await house.Entered(Role.Facilitator);
        await console.Until(screen => screen.Wall["walls"].Number == 0, "that none hangs");
        await using var wall = await house.Entered(Role.Projector);
        var other = await house.Entered(Role.Projector);
        await wall.Invoke("Shows", Second);
        await console.Until(screen => screen.Wall["walls"].Number == 1 && screen.Wall["shown"]["page"].Number == 1, "one wall");
        await other.Invoke("Shows", Third);
        await console.Until(screen => screen.Wall["walls"].Number == 2 && screen.Wall["apart"].Number == 1 && screen.Wall["shown"]["page"].Number == 1, "a second that was turned by hand");

        // A page that comes back to sight joins again on its connection, and hangs as before.
        await wall.Join();
        await using var third = await house.Entered(Role.Facilitator);
        await third.Until(screen => screen.Wall["walls"].IsThere, "what hangs");
        Assert.Equal(2, third.Wall!["walls"]!.GetValue<int>());

        // Who leads leads all of them, at once: what a wall says afterwards counts again.
        await console.Invoke("Steer", Third);
        await console.Until(screen => screen.Wall["apart"].Number == 0 && screen.Wall["shown"]["page"].Number == 2, "all together");
        await wall.Invoke("Shows", Second);
        await console.Until(screen => screen.Wall["apart"].Number == 1 && screen.Wall["shown"]["page"].Number == 1, "turned by hand");
        await other.DisposeAsync();
        await console.Until(screen => screen.Wall["walls"].Number == 1 && screen.Wall["apart"].Number == 0, "one that is gone");
    }

    [Fact]
    public async Task What_no_screen_says_is_refused_and_phones_hear_nothing_of_walls()
    {
        await using var house = await House.Built();
        await using var console = await house.Entered(Role.Facilitator);
        await using var wall = await house.Entered(Role.Projector);
        await using var phone = await house.Joined();
        foreach (var wrong in new object[] { new { page = -1 }, new { page = 100_000 }, new { step = new string('x', 121) }, new { card = new string('x', 121) } })
        {
            Assert.Equal("command.malformed", Code(await console.Invoke("Steer", wrong)));
            Assert.Equal("command.malformed", Code(await wall.Invoke("Shows", wrong)));
        }
        Assert.Equal("command.malformed", Code(await console.Call("Steer", "[null]")));
        await Assert.ThrowsAsync<HubError>(() => console.Call("Steer", """[{"over":"curtain"}]"""));
        await Assert.ThrowsAsync<HubError>(() => console.Call("Steer", """[{"wall":1}]"""));
        await console.Invoke("Steer", Second);
        await wall.Until(screen => screen.Wall["steered"]["to"]["page"].Number == 1, "the one that was sound");
        await phone.Follow(console);
        Assert.Null(phone.Wall);
    }

    /// <summary>A console shows the wall small: whoever leads gets the wall's own view, and only as long as they lead.</summary>
    [Fact]
    public async Task Who_leads_by_a_link_sees_the_wall_and_nobody_else_who_has_no_link_to_it()
    {
        await using var house = await House.Built();
        await using var console = await house.Entered(Role.Facilitator);
        await using var picture = await console.Browser.Connect(Role.Projector);
        Assert.Null(picture.View!["board"]);
        Assert.Equal("projector", picture.You!["role"]!.GetValue<string>());
        await using var scribe = await house.Entered(Role.Scribe);
        await Assert.ThrowsAsync<HubError>(() => scribe.Browser.Connect(Role.Projector));
        await using var phone = await house.Joined();
        await Assert.ThrowsAsync<HubError>(() => phone.Browser.Connect(Role.Projector));
    }

    [Fact]
    public async Task The_picture_of_the_wall_stands_in_a_page_of_this_server_and_in_no_other_and_nothing_else_does()
    {
        await using var house = await House.Built();
        async Task<string> Ancestors(string path)
        {
            using var client = new HttpClient();
            using var answer = await client.GetAsync(new Uri(house.Address, path));
            return string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")).Split(';').Single(x => x.Contains("frame-ancestors", StringComparison.Ordinal)).Trim();
        }
        Assert.Equal("frame-ancestors 'self'", await Ancestors($"/projector/{house.Session}/picture"));
        foreach (var path in new[] { $"/projector/{house.Session}", "/", "/console", "/sign-in", $"/scribe/{house.Session}" }) Assert.Equal("frame-ancestors 'none'", await Ancestors(path));
    }

    private static string? Code(JsonNode? answer) => answer?["refused"]?["code"]?.GetValue<string>();
}
