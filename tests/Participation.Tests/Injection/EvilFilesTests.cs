using Microsoft.Extensions.DependencyInjection;
using Participation.Journal;
using Participation.Server.Pages;
using Participation.Views;
using Participation.Tests.Journal;
using Participation.Tests.Laws;
using Participation.Tests.Live;
using Participation.Texts;
using Participation.Workshops;

namespace Participation.Tests.Injection;

/// <summary>Whatever lies in a folder of workshops: the server starts, says what is wrong in words, holds little of it and writes nothing elsewhere.</summary>
public sealed class EvilFilesTests : IDisposable
{
    /// <summary>Bytes that reading one file may take in all, most of them for the file itself.</summary>
    private const long Most = 200L * 1024 * 1024;

    private readonly string folder = Directory.CreateTempSubdirectory("participation-evil-").FullName;

    private string Shelf => Path.Combine(folder, "shelf");

    [Fact]
    public void An_evil_workshop_is_refused_with_file_place_and_reason()
    {
        var all = EvilFiles.Workshops().ToList();
        Assert.True(all.Count >= 100, $"{all.Count}");
        var harmless = new List<string>();
        foreach (var (name, file, bytes) in all)
        {
            Put("evil", file, bytes);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var found = Assert.Single(new WorkshopShelf(Shelf).All());
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < Most, name);
            if (found.Problem is not { } wrong) harmless.Add(name);
            else Spoken(wrong.File, wrong.Place, wrong.Reason);
        }
        // What is no fault: a hyphen is an id, and marks of direction may stand in a text.
        Expect.None(harmless.Where(name => !MayBe(name)));
        Expect.None(Directory.GetFileSystemEntries(folder).Where(path => path != Shelf));
    }

    [Fact]
    public void Links_large_files_and_what_nobody_may_read_are_not_followed()
    {
        var secret = Path.Combine(folder, "secret.json");
        File.WriteAllText(secret, "{\"secret\":\"swordfish\"}");
        foreach (var name in WorkshopFile.Names)
        {
            Put("linked", WorkshopFile.Name, []);
            var at = Path.Combine(Shelf, "linked", name);
            File.Delete(at);
            File.CreateSymbolicLink(at, secret);
            var problem = Assert.Single(new WorkshopShelf(Shelf).All()).Problem!;
            Assert.Equal((name, Words.Refusal("workshop.unreadable", null)), (problem.File, problem.Reason));
            Directory.Delete(Path.Combine(Shelf, "linked"), recursive: true);
        }
        Directory.CreateSymbolicLink(Path.Combine(Shelf, "outside"), folder);
        File.WriteAllText(Path.Combine(folder, WorkshopFile.Name), "{}");
        Assert.Empty(new WorkshopShelf(Shelf).All());
        Assert.False(new WorkshopShelf(Shelf).Has("outside"));

        Put("large", WorkshopFile.Name, []);
        using (var large = new FileStream(Path.Combine(Shelf, "large", WorkshopFile.Name), FileMode.Create)) large.SetLength(100L * 1024 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(Words.Refusal("workshop.too-large", "1024"), Assert.Single(new WorkshopShelf(Shelf).All()).Problem!.Reason);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1024 * 1024);
        foreach (var slug in new[] { "..", "../shelf", "/etc", "large/", "LARGE", "large\0", "", new string('a', 5_000) }) Assert.False(new WorkshopShelf(Shelf).Has(slug), slug);
    }

    [Fact]
    public async Task No_evil_session_comes_in()
    {
        var all = EvilFiles.Sessions(Sample()).ToList();
        Assert.True(all.Count >= 40, $"{all.Count}");
        var journal = new MemoryJournal();
        foreach (var (name, text) in all)
        {
            var refused = await Record.ExceptionAsync(() => journal.Import(SessionFile.Read(text)));
            Assert.True(refused is JournalException, $"{name}: {refused}");
            Spoken("sample.json", "$", Words.Refusal(((JournalException)refused).Code, null));
        }
        foreach (var (name, data) in new[] { ("x.unknown", "{}"), ("session.opened", "null"), ("session.opened", "[]"), ("session.opened", "{\"$type\":\"x\"}"), ("System.IO.FileInfo", "{}"), ("", ""), ("session.opened", new string('[', 10_000)) })
        {
            var refused = await Record.ExceptionAsync(() => journal.Import(EvilFiles.Whole((name, data))));
            Assert.Equal(("journal.unreadable", name), ((refused as JournalException)?.Code ?? $"{refused}", name));
        }
        Assert.Empty(await journal.Firsts());
    }

    [Fact]
    public void A_whole_chain_that_tells_no_session_is_refused_with_its_place()
    {
        var all = ForgedSessions.Of(Sample()).ToList();
        Assert.True(all.Count >= 60, $"{all.Count}");
        var taken = new List<string>();
        foreach (var (name, text) in all)
        {
            Assert.NotEmpty(SessionFile.Read(text));
            var refused = Record.Exception(() => ForeignSession.Read(text));
            if (refused is not JournalException { Code: "journal.unreadable", Place: ['$', ..] }) taken.Add($"{name}: {refused}");
        }
        Expect.None(taken);
    }

    [Fact]
    public void Every_session_of_the_house_comes_in()
    {
        var files = Directory.GetFiles(Repository.PathOf("workshops"), "sample.json", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Repository.PathOf("tests/Participation.Tests/Golden"), "*.json")).ToList();
        Assert.True(files.Count >= 8, $"{files.Count}");
        Expect.None(files.Select(file => (file, Fault: Record.Exception(() => Assert.NotEmpty(ForeignSession.Read(File.ReadAllText(file)))))).Where(each => each.Fault is not null)
            .Select(each => $"{Path.GetFileName(each.file)}: {each.Fault!.InnerException ?? each.Fault}"));
    }

    [Theory]
    [InlineData("{\"broken\":")]
    [InlineData("")]
    [InlineData("erased")]
    [InlineData("unknown")]
    [InlineData("no beginning")]
    [InlineData("opened without tables")]
    [InlineData("opened with null in agenda")]
    [InlineData("opened with another settings")]
    public async Task The_server_starts_beside_an_evil_sample_and_an_evil_workshop(string sample)
    {
        Put("evil", WorkshopFile.Name, "{\"\\u001b]0;owned\\u0007\\nError Forged: line\": 1}"u8.ToArray());
        foreach (var (name, text) in Workshops.Folder.Files()) Put("good", name, System.Text.Encoding.UTF8.GetBytes(text));
        var text2 = sample switch
        {
            "erased" => EvilFiles.Sessions(Sample()).First(one => one.Name == "erased, digest of any length").Text,
            "unknown" => SessionFile.Write(EvilFiles.Whole(("x.unknown", "{}"))),
            "no beginning" => SessionFile.Write(EvilFiles.Whole(("session.closed", "{\"act\":1}"))),
            _ when sample.StartsWith("opened ", StringComparison.Ordinal) => ForgedSessions.Of(Sample()).First(one => one.Name == sample).Text,
            _ => sample,
        };
        Put("good", "sample.json", System.Text.Encoding.UTF8.GetBytes(text2));
        await using var house = await House.Built("http://127.0.0.1:0", "--workshops", Shelf);
        var host = await house.Host();
        var (status, workshops) = await host.Get("/api/workshops");
        Assert.Equal(System.Net.HttpStatusCode.OK, status);
        Assert.Equal(["evil", "good"], workshops!.AsArray().Select(one => one!["slug"]!.GetValue<string>()));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await host.Get("/api/sessions")).Status);
        Assert.DoesNotContain('\u001b', house.Log.Text);
        Assert.DoesNotContain("\nError Forged", house.Log.Text, StringComparison.Ordinal);
        Assert.Contains("Workshop good: sample.json", house.Log.Text, StringComparison.Ordinal);
        if (sample.StartsWith("opened ", StringComparison.Ordinal)) Assert.Contains("Workshop good: sample.json $.lines[0]", house.Log.Text, StringComparison.Ordinal);
        Assert.Equal([], house.Log.Errors);
        await house.Restart();
    }

    [Fact]
    public async Task No_picture_leads_out_of_its_folder()
    {
        foreach (var (name, text) in Workshops.Folder.Files()) Put("good", name, System.Text.Encoding.UTF8.GetBytes(text));
        Put("good", "right.png", [1, 2, 3]);
        File.WriteAllText(Path.Combine(folder, "outside.png"), "swordfish");
        File.CreateSymbolicLink(Path.Combine(Shelf, "good", "link.png"), Path.Combine(folder, "outside.png"));
        await using var house = await House.Built("http://127.0.0.1:0", "--workshops", Shelf);
        using var client = new HttpClient();
        async Task<string> Got(string path) => await (await client.GetAsync(new Uri(house.Address, path))).Content.ReadAsStringAsync();
        Assert.Equal("\u0001\u0002\u0003", await Got("/workshops/good/right.png"));
        foreach (var way in new[] { "good/link.png", "../outside.png", "good/../../outside.png", "good/..%2f..%2foutside.png", "%2e%2e/outside.png", "good/%2e%2e%2f%2e%2e%2foutside.png", "good/..%5c..%5coutside.png", "good/workshop.json", "good/right.png%00", "good//etc/passwd", "good/right.png/.." })
        {
            var body = await Got($"/workshops/{way}");
            Assert.DoesNotContain("swordfish", body, StringComparison.Ordinal);
            Assert.DoesNotContain("agenda", body, StringComparison.Ordinal);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Sample() => Repository.Read("workshops/opinion-round/sample.json");

    private static bool MayBe(string name) => name is "id -" || name.StartsWith("title \"\\u202e", StringComparison.Ordinal);

    private static void Spoken(string file, string place, LocalText reason)
    {
        Assert.NotEmpty(file);
        Assert.StartsWith("$", place, StringComparison.Ordinal);
        Assert.All([reason.En, reason.It, reason.De], Assert.NotEmpty);
        Assert.DoesNotContain("refusal.", reason.En, StringComparison.Ordinal);
    }

    private void Put(string slug, string file, byte[] bytes)
    {
        var at = Directory.CreateDirectory(Path.Combine(Shelf, slug)).FullName;
        if (file == WorkshopFile.Name) foreach (var (name, text) in Workshops.Folder.Files()) File.WriteAllText(Path.Combine(at, name), text);
        else if (!File.Exists(Path.Combine(at, WorkshopFile.Name)) || slug == "evil") foreach (var (name, text) in Workshops.Folder.Files()) File.WriteAllText(Path.Combine(at, name), text);
        File.WriteAllBytes(Path.Combine(at, file), bytes);
    }
}
