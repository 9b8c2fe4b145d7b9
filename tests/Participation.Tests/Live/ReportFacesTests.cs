using System.Net;
using System.Text.RegularExpressions;
using Participation.Sessions;

namespace Participation.Tests.Live;

/// <summary>Whoever opens a web report gets its faces from the server that gave the report, signed in or not.</summary>
public sealed class ReportFacesTests
{
    [Fact]
    public async Task Every_face_that_a_web_report_names_is_given_out_by_the_server_itself()
    {
        await using var house = await House.Built();
        await using var lead = await house.Entered(Role.Facilitator);
        using var reader = new HttpClient(new HttpClientHandler { CookieContainer = lead.Cookies });
        var page = await reader.GetStringAsync(new Uri(house.Address, $"/report/{house.Session}.html"), TestContext.Current.CancellationToken);
        var faces = Regex.Matches(page, @"url\(""(/fonts/[^""]+)""\)").Select(found => found.Groups[1].Value).ToList();
        Assert.True(faces.Count >= 8, $"{faces.Count} faces");
        using var anybody = new HttpClient();
        foreach (var face in faces)
        {
            using var answer = await anybody.GetAsync(new Uri(house.Address, face), TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{face}: {answer.StatusCode}; are the pages built?");
            Assert.Equal("font/woff2", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal("wOF2"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..4]);
        }
        foreach (var other in new[] { "/fonts/phone.html", "/fonts/..%2Fphone.html", "/fonts/noto-sans", "/fonts/noto-sans-latin-400-normal-BTkUljjl.woff2" })
            Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(new Uri(house.Address, other), TestContext.Current.CancellationToken)).StatusCode);
    }
}
