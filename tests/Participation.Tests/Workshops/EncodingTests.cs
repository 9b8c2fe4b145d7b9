using System.Text;
using Participation.Server.Pages;
using Participation.Workshops;

namespace Participation.Tests.Workshops;

/// <summary>A workshop's files are read as what they are: a letter that cannot be read is said with its file and line, and never shown as another.</summary>
public sealed class EncodingTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("participation-encoding-").FullName;

    [Theory]
    [InlineData("texts.it.json", "Questo è perché", 7)]
    [InlineData("texts.de.json", "Für Bürgerinnen", 7)]
    [InlineData(WorkshopFile.Name, "Zona «é»", 5)]
    public void A_file_of_Windows_1252_is_refused_with_its_line(string name, string words, int line)
    {
        // What Windows-1252 and Latin-1 have in common.
        var refused = Assert.Throws<WorkshopException>(() => Read(name, name == WorkshopFile.Name ? "Sud Est" : "Welcome", words, Encoding.Latin1));
        Assert.Equal((name, line, "workshop.wrong-encoding"), (refused.File, refused.Line, refused.Code));
        Assert.Contains("UTF-8", refused.Reason.It, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_letter_cut_in_two_is_refused_too()
    {
        Lay(Folder.Files().ToDictionary(file => file.Key, file => Encoding.UTF8.GetBytes(file.Value)));
        File.AppendAllText(Path.Combine(root, "small", "texts.en.json"), "\n");
        using (var end = File.OpenWrite(Path.Combine(root, "small", "texts.en.json")))
        {
            end.Seek(0, SeekOrigin.End);
            end.WriteByte(0xC3);
        }
        var refused = Assert.Throws<WorkshopException>(() => new WorkshopShelf(root).Find("small"));
        Assert.Equal(("texts.en.json", 12, "workshop.wrong-encoding"), (refused.File, refused.Line, refused.Code));
    }

    public static TheoryData<Encoding> Marked => [new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)];

    [Theory, MemberData(nameof(Marked), DisableDiscoveryEnumeration = true)]
    public void What_says_what_it_is_is_read(Encoding encoding) =>
        Assert.Equal("Perché… «ß» 木 en", Read("texts.en.json", "Small", "Perché… «ß» 木", encoding).Title.En);

    private Participation.Workshops.Workshop Read(string name, string old, string other, Encoding encoding)
    {
        Lay(Folder.Files().ToDictionary(file => file.Key, file => file.Key == name
            ? [.. encoding.GetPreamble(), .. encoding.GetBytes(file.Value.Replace(old, other, StringComparison.Ordinal))]
            : Encoding.UTF8.GetBytes(file.Value)));
        return new WorkshopShelf(root).Find("small")!;
    }

    private void Lay(IReadOnlyDictionary<string, byte[]> files)
    {
        Directory.CreateDirectory(Path.Combine(root, "small"));
        foreach (var (name, bytes) in files) File.WriteAllBytes(Path.Combine(root, "small", name), bytes);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
