using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Participation.Sessions;
using Participation.Tests.Live;

namespace Participation.Tests.Injection;

/// <summary>Every address that the server answers, as it registered them itself: a new one is here by itself.</summary>
internal static class Routes
{
    /// <param name="Route">As it was declared.</param>
    /// <param name="Right">The same with something in each place that leads somewhere.</param>
    public sealed record Address(string Method, string Route, string Right, bool IsAsset);

    public static IReadOnlyList<Address> Of(House house)
    {
        var all = house.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                .Select(method => (Method: method, Endpoint: endpoint)))
            .Where(one => one.Method != "HEAD")
            .Select(one => new Address(one.Method, one.Endpoint.RoutePattern.RawText!, Filled(house, one.Endpoint), IsAsset(one.Endpoint)))
            .DistinctBy(one => (one.Method, one.Route)).ToList();
        // Of the files of the pages a few stand for all: they go the same way.
        return [.. all.Where(one => !one.IsAsset), .. all.Where(one => one.IsAsset).Take(3)];
    }

    public static HttpClient Client(Browser? browser = null) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = browser?.Cookies ?? new CookieContainer() }) { Timeout = TimeSpan.FromSeconds(60) };

    private static bool IsAsset(RouteEndpoint endpoint) => endpoint.Metadata.Any(one => one.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal));

    private static string Filled(House house, RouteEndpoint endpoint)
    {
        var path = new StringBuilder();
        foreach (var segment in endpoint.RoutePattern.PathSegments)
        {
            path.Append('/');
            foreach (var part in segment.Parts) path.Append(part switch
            {
                RoutePatternParameterPart { Name: "session" } => $"{house.Session}",
                RoutePatternParameterPart { Name: "id" } => $"{Guid.NewGuid()}",
                RoutePatternParameterPart { Name: "key" } => house.Key(Role.Projector),
                RoutePatternParameterPart { Name: "code" } => house.Code,
                RoutePatternParameterPart { Name: "slug" } => "none",
                RoutePatternParameterPart { Name: "file" } => "none.png",
                RoutePatternParameterPart { Name: "name" } => "none.woff2",
                RoutePatternParameterPart other => throw new InvalidOperationException($"Say in Routes.Filled what {other.Name} is."),
                RoutePatternLiteralPart literal => literal.Content,
                RoutePatternSeparatorPart separator => separator.Content,
                _ => "",
            });
        }
        return path.Length == 0 ? "/" : path.ToString();
    }
}
