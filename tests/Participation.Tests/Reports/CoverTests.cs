using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Participation.Sessions;
using Participation.Tests.Live;

namespace Participation.Tests.Reports;

/// <summary>The look at a report's first page is that page: one sheet, the same signs as the PDF prints on it, nothing from elsewhere.</summary>
public sealed class CoverTests
{
    [Theory, InlineData("en"), InlineData("it"), InlineData("de")]
    public async Task The_picture_of_the_cover_is_the_first_page_of_the_report(string language)
    {
        await using var house = await House.Built();
        await using var lead = await house.Entered(Role.Facilitator);
        using var reader = new HttpClient(new HttpClientHandler { CookieContainer = lead.Cookies });
        using var answer = await reader.GetAsync(new Uri(house.Address, $"/report/{house.Session}.svg?language={language}"), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "image/svg+xml", "no-store"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.ToString()));
        var picture = XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!;

        // A4, once.
        var box = picture.Attribute("viewBox")!.Value.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal((595, 842), (Math.Round(box[2]), Math.Round(box[3])));
        Assert.DoesNotContain(picture.Descendants(), element => element.Name.LocalName is "script" or "foreignObject");
        Assert.DoesNotContain(picture.Descendants().Attributes(), said => said.Name.LocalName == "href" && !said.Value.StartsWith('#') && !said.Value.StartsWith("data:image/", StringComparison.Ordinal));

        using var pdf = new PdfFile(await reader.GetByteArrayAsync(new Uri(house.Address, $"/report/{house.Session}.pdf?language={language}"), TestContext.Current.CancellationToken));
        var signs = pdf.FirstPage.Count(sign => !char.IsWhiteSpace(sign));
        var drawn = picture.Descendants().Count(element => element.Name.LocalName == "use");
        // A few letters are drawn joined, as one sign.
        Assert.InRange(drawn, signs * 9 / 10, signs);
    }
}
