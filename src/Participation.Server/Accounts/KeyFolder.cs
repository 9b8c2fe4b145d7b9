using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Participation.Server.Storage;

namespace Participation.Server.Accounts;

/// <summary>
/// The keys that sign cookies and seal secrets, a file each, as ASP.NET keeps them. One damaged file would make all of them useless to it: here it is put aside and said,
/// and the others work on. What was read once stays in memory: a folder that is spoiled while the server runs ends nobody's seat.
/// </summary>
internal sealed partial class KeyFolder(string path, TimeProvider clock, ILogger log) : IXmlRepository
{
    public const string Name = "keys";

    private readonly string folder = Folder.Make(path);
    private readonly Lock gate = new();
    private readonly Dictionary<string, XElement> known = [];

    public string Place => folder;

    /// <summary>Key files that were read or written and are not whole in the folder any more: the next start would lack them.</summary>
    public IReadOnlyList<string> Missing
    {
        get
        {
            lock (gate) return [.. known.Keys.Where(file => Read(Path.Combine(folder, file)) is null)];
        }
    }

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (gate)
        {
            foreach (var file in Files())
            {
                if (Read(file) is { } element) known[Path.GetFileName(file)] = element;
                else PutAside(file);
            }
            return [.. known.Values.Select(element => new XElement(element))];
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        var file = $"{(friendlyName is { Length: > 0 } && friendlyName.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? friendlyName : Guid.NewGuid().ToString())}.xml";
        lock (gate)
        {
            WholeFile.Write(Path.Combine(folder, file), Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{element}"));
            known[file] = new XElement(element);
        }
    }

    private string[] Files()
    {
        try
        {
            return Directory.GetFiles(folder, "*.xml");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Unreadable(log, folder, e.Message);
            return [];
        }
    }

    /// <summary>Never deleted: somebody may still read in it what was lost.</summary>
    private void PutAside(string file)
    {
        try
        {
            // One that is whole in memory is written again; the damaged one stays beside it.
            var aside = $"{file}.damaged-{clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd-HHmmssfff", CultureInfo.InvariantCulture)}";
            WholeFile.Rename(file, aside);
            Damaged(log, file, Path.GetFileName(aside));
            if (known.TryGetValue(Path.GetFileName(file), out var element)) WholeFile.Write(file, Encoding.UTF8.GetBytes(element.ToString()));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Unreadable(log, file, e.Message);
        }
    }

    /// <summary>A key or a withdrawal of keys, in the form in which ASP.NET writes it; null for anything else.</summary>
    private static XElement? Read(string file)
    {
        try
        {
            var element = XElement.Parse(File.ReadAllText(file));
            return element.Name.LocalName switch
            {
                "key" => IsKey(element) ? element : null,
                "revocation" => element.Element("revocationDate") is not null ? element : null,
                _ => null,
            };
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsKey(XElement key) =>
        Guid.TryParse(key.Attribute("id")?.Value, out _)
        && ((string[])["creationDate", "activationDate", "expirationDate"]).All(date => DateTimeOffset.TryParse(key.Element(date)?.Value, CultureInfo.InvariantCulture, out _))
        && key.Element("descriptor") is { } descriptor && descriptor.Attribute("deserializerType") is not null
        // In the clear on a Unix disk, where the folder's rights guard it; Windows may seal it.
        && (descriptor.Descendants().Any(each => each.Name.LocalName == "encryptedSecret")
            || descriptor.Descendants().Any(each => each.Name.LocalName == "value" && Convert.TryFromBase64String(each.Value, new byte[each.Value.Length], out var length) && length >= 32));

    [LoggerMessage(LogLevel.Warning, "The key {File} is damaged and was put aside as {Aside}. Cookies that it signed open nothing any more; the other keys hold.")]
    private static partial void Damaged(ILogger log, string file, string aside);

    [LoggerMessage(LogLevel.Error, "{File} cannot be read or put aside: {Reason}")]
    private static partial void Unreadable(ILogger log, string file, string reason);
}
