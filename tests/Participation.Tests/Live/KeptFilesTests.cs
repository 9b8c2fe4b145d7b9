using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Participation.Server.Reports;

namespace Participation.Tests.Live;

/// <summary>No file is open while somebody reads, however slowly: what many leave unread would take the files that the server itself needs.</summary>
public sealed class KeptFilesTests
{
    [Fact]
    public async Task Nothing_that_a_page_consists_of_is_sent_from_disk()
    {
        var watch = new Watch();
        await using var house = await House.Built("http://127.0.0.1:0", services => services.AddSingleton<IStartupFilter>(watch));
        var picture = Directory.CreateDirectory(Path.Combine(house.Folder, "workshops", "lake")).FullName;
        foreach (var (name, text) in Workshops.Folder.Files()) await File.WriteAllTextAsync(Path.Combine(picture, name), text, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(picture, "map.png"), [1, 2, 3], TestContext.Current.CancellationToken);
        var files = house.Services.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider;
        var assets = files.GetDirectoryContents("assets").Select(file => "assets/" + file.Name).Where(path => !path.EndsWith(".gz", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(assets);
        foreach (var path in assets)
        {
            using var one = files.GetFileInfo(path).CreateReadStream();
            Assert.IsType<MemoryStream>(one);
            Assert.Equal(HttpStatusCode.OK, (await house.Browser().Get("/" + path)).Status);
        }
        // Also where a page finds a file by its folder, as the fonts of a report are.
        foreach (var file in files.GetDirectoryContents("assets"))
        {
            await using var listed = file.CreateReadStream();
            Assert.Null(file.PhysicalPath);
            Assert.IsType<MemoryStream>(listed);
        }
        foreach (var font in ReportFonts.Names) Assert.Equal(HttpStatusCode.OK, (await house.Browser().Get($"{ReportFonts.Folder}/{font}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await house.Browser().Get("/workshops/lake/map.png")).Status);
        Assert.Equal([], watch.Sent);
    }

    /// <summary>Notes each file that an answer is sent from.</summary>
    private sealed class Watch : IStartupFilter
    {
        public ConcurrentQueue<string> Sent { get; } = [];

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (http, go) =>
            {
                http.Features.Set<IHttpResponseBodyFeature>(new Body(http.Features.GetRequiredFeature<IHttpResponseBodyFeature>(), Sent));
                await go(http);
            });
            next(app);
        };
    }

    private sealed class Body(IHttpResponseBodyFeature inner, ConcurrentQueue<string> sent) : IHttpResponseBodyFeature
    {
        public Stream Stream => inner.Stream;

        public System.IO.Pipelines.PipeWriter Writer => inner.Writer;

        public void DisableBuffering() => inner.DisableBuffering();

        public Task StartAsync(CancellationToken cancellationToken = default) => inner.StartAsync(cancellationToken);

        public Task CompleteAsync() => inner.CompleteAsync();

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default)
        {
            sent.Enqueue(path);
            return inner.SendFileAsync(path, offset, count, cancellationToken);
        }
    }
}
