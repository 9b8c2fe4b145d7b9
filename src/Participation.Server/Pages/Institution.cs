using System.Globalization;
using Participation.Server.Storage;

namespace Participation.Server.Pages;

/// <summary>Who speaks to the room, and who answers for what it stores: named in the settings, shown on every screen.</summary>
/// <param name="Name">The institution that invites, as the masthead of the wall shows it.</param>
/// <param name="Logo">Whether it has a picture of its own.</param>
/// <param name="Colours">Its colour, as it can be read on the pages' ground; null where the house's own is used.</param>
/// <param name="Authors">Who answers for the reports of this server.</param>
/// <param name="Controller">Who answers for personal data (GDPR 4(7)), with <paramref name="Contact"/>.</param>
/// <param name="Public">The server is reached from anywhere, and opens no session before both are named.</param>
public sealed record InstitutionView(string? Name, bool Logo, InstitutionColours? Colours, string? Controller, string? Contact, bool Public = false, string? Authors = null);

/// <summary>An accent and what is written on it, in light and dark: each at least 7 : 1 on its ground (WCAG 2.2, 1.4.6).</summary>
public sealed record InstitutionColours(string Light, string OnLight, string Dark, string OnDark);

/// <summary>The institution of this server, read from the settings when it starts.</summary>
internal sealed class Institution
{
    /// <summary>A logo is a small drawing: more bytes than these are a photograph.</summary>
    private const int MostBytes = 512 * 1024;

    private static readonly Dictionary<string, string> Pictures = new(StringComparer.OrdinalIgnoreCase) { [".svg"] = "image/svg+xml", [".png"] = "image/png" };

    /// <exception cref="StorageRefusedException">A colour or a logo that cannot be used: the start says which, and why.</exception>
    public Institution(IConfiguration configuration)
    {
        var section = configuration.GetSection("Institution");
        string? Said(string key) => section[key]?.Trim() is { Length: > 0 } said ? said : null;
        var accent = Said("Accent");
        if (Said("Logo") is { } logo) (Logo, LogoType) = Read(logo);
        View = new(Said("Name"), Logo is not null, accent is null ? null : Of(accent), Said("Controller"), Said("Contact"), Authors: Said("Authors"));
    }

    public InstitutionView View { get; }

    public byte[]? Logo { get; }

    public string? LogoType { get; }

    private static (byte[], string) Read(string path)
    {
        if (!Pictures.TryGetValue(Path.GetExtension(path), out var type)) throw new StorageRefusedException($"Institution:Logo is to be an .svg or .png file: {path}.");
        if (!File.Exists(path)) throw new StorageRefusedException($"Institution:Logo: {path} does not exist.");
        if (new FileInfo(path).Length is var length && length is 0 or > MostBytes) throw new StorageRefusedException($"Institution:Logo: {path} has {length} bytes; it may have {MostBytes} at most.");
        return (File.ReadAllBytes(path), type);
    }

    private static InstitutionColours Of(string accent)
    {
        var known = accent is ['#', .. { Length: 6 } hex] && int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var parsed) ? parsed
            : throw new StorageRefusedException($"Institution:Accent is to be a colour such as #0b4f6c, and not {accent}.");
        var colour = new Colour((byte)(known >> 16), (byte)(known >> 8), (byte)known);
        return new($"{colour.ReadableOn(Colour.Paper)}", "#ffffff", $"{colour.ReadableOn(Colour.Night)}", "#0c1c24");
    }
}
