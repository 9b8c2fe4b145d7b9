using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.SignalR;
using Participation.Server.Live;
using Participation.Sessions;
using Participation.Tests.Live;

namespace Participation.Tests.Injection;

/// <summary>Whatever is asked wrongly, no answer tells how the server is made or where it lies.</summary>
public sealed partial class LeakTests
{
    private static readonly string[] Bodies =
    [
        "", "{", "null", "[]", "5", "\"a\"", "{}", "{\"x\":1}", "{\"key\":null}", "{\"key\":5}", "{\"key\":\"\\ud800\"}", "{\"key\":\"' OR 1=1 --\"}", "{\"name\":\"a\\u0000b\",\"password\":\"'\"}", "{\"command\":\"x\"}",
        "{\"workshop\":\"../../etc/passwd\"}", "{\"workshop\":\"%00\",\"title\":\"\\ud800\"}", "{\"role\":99}", "{\"role\":\"administrator\",\"role\":\"x\"}", "{\"disabled\":\"yes\"}", "{\"code\":[]}", "{\"key\":1e999999}", "\u0000\u0001", "a=b&c=d",
    ];

    private static readonly string[] Queries = ["?language=%00", "?language='", "?from=x&to=99999999999999", "?standard=../../x", "?code=%27%20OR%201%3D1--", "?key=%FF%FE", "?session=x&role=x", "?a=" + "%41", "?to=-1&from=-2147483648", "?code=a&code=b&key=c&key=d"];

    [Fact]
    public async Task No_address_tells_anything_of_its_inside()
    {
        await using var house = await House.Built();
        var host = await house.Host();
        using var client = Routes.Client(host);
        using var stranger = Routes.Client();
        var (asked, deep) = (0, new string('[', 10_000));
        foreach (var route in Routes.Of(house).Where(route => !route.IsAsset && route.Route != "/api/sign-out"))
        foreach (var who in new[] { client, stranger })
        {
            var broken = route.Right.Replace($"{house.Session}", $"{Guid.Empty}", StringComparison.Ordinal);
            foreach (var path in route.Method == "GET" && !route.Route.Contains(".pdf", StringComparison.Ordinal) ? Queries.Select(query => route.Right + query).Append(broken) : [route.Right, broken])
            foreach (var body in route.Method == "GET" ? [null] : Bodies.Append(deep).Cast<string?>())
            {
                using var request = new HttpRequestMessage(new HttpMethod(route.Method), new Uri(house.Address, path));
                if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, body.StartsWith("a=", StringComparison.Ordinal) ? "application/x-www-form-urlencoded" : "application/json");
                using var answer = await who.SendAsync(request);
                asked++;
                if (answer.IsSuccessStatusCode) continue;
                Assert.True((int)answer.StatusCode < 500, $"{request}: {answer.StatusCode}");
                Silent($"{route.Method} {path} {body}", await answer.Content.ReadAsStringAsync(), house);
            }
        }
        Assert.True(asked > 1_000, $"{asked}");
        Assert.Equal([], house.Log.Errors);
    }

    [Fact]
    public async Task No_call_of_the_live_door_tells_anything_of_its_inside()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await using var phone = await house.Joined();
        var names = typeof(LiveHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(method => method.Name).Concat(typeof(Hub).GetMethods().Select(method => method.Name))
            .Concat(["send", "None", ""]).Distinct().ToList();
        Assert.Contains("Send", names);
        foreach (var screen in new[] { facilitator, phone })
        foreach (var name in names)
        foreach (var arguments in (string[])["[]", "[null]", "[1]", "[{}]", "[[]]", "[\"a\"]", "[{\"command\":\"x\"}]", "[{},{}]", "[{\"command\":\"6f1d0a52-1111-4111-8111-111111111111\",\"name\":\"' OR 1=1\",\"data\":{}}]", "[{\"command\":\"6f1d0a52-1111-4111-8111-111111111111\",\"name\":\"ideas.give\",\"data\":null}]",
            "[{\"command\":\"6f1d0a52-1111-4111-8111-111111111111\",\"name\":\"ideas.give\",\"item\":\"../x\",\"data\":{\"text\":{\"$type\":\"System.IO.FileInfo\"}}}]", "[{\"command\":\"6f1d0a52-1111-4111-8111-111111111112\",\"name\":\"ideas.give\",\"item\":\"ideas\",\"data\":{\"text\":\"\\ud800\"}}]"])
        {
            string said;
            try
            {
                said = (await screen.Call(name, arguments))?.ToJsonString() ?? "";
            }
            catch (HubError error)
            {
                said = error.Message;
            }
            if (!said.Contains("\"view\"", StringComparison.Ordinal)) Silent($"{name} {arguments}", said, house);
        }
        Assert.Equal([], house.Log.Errors);
    }

    /// <summary>That a refusal of the live door is called one is part of its protocol.</summary>
    private static void Silent(string asked, string said, House house) =>
        Assert.False(Inside().IsMatch(said.Replace("HubException:", "", StringComparison.Ordinal)) || said.Contains(house.Folder, StringComparison.Ordinal) || said.Contains(AppContext.BaseDirectory, StringComparison.Ordinal), $"{asked} → {said}");

    [GeneratedRegex(@"\bat [A-Z]\w+\.|\.cs\b|Exception|System\.|Microsoft\.|Participation\.(?!session)|SELECT |INSERT |SQLite|sqlite|/tmp/|/home/|StackTrace|stack trace|line \d+|LineNumber|BytePosition")]
    private static partial Regex Inside();
}
