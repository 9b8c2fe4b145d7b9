using System.Text.Json;
using Participation.Journal;
using Participation.Server.Storage;

namespace Participation.Server.Pages;

/// <summary>The time zone in which a person reads times: the one in appsettings, else the one that was chosen at set-up, else this machine's.</summary>
public sealed class ReportZone
{
    public const string FileName = "settings.json";

    private readonly string path;
    private readonly TimeZoneInfo? configured;
    private TimeZoneInfo? chosen;

    public ReportZone(string data, string? configured)
    {
        path = Path.Combine(data, FileName);
        this.configured = configured is { Length: > 0 } ? TimeZoneInfo.FindSystemTimeZoneById(configured) : null;
        chosen = Read(path);
    }

    private sealed record Settings(string? TimeZone);

    public TimeZoneInfo Zone => configured ?? chosen ?? TimeZoneInfo.Local;

    /// <summary>Its IANA name, which browsers know.</summary>
    public string Name => NameOf(Zone);

    /// <summary>What set-up asks with: this machine's zone by its IANA name; null where appsettings have answered already.</summary>
    public string? Asked => configured is not null ? null : NameOf(TimeZoneInfo.Local);

    /// <summary>Whether there is such a zone; saying none is leaving it to the machine.</summary>
    public static bool Knows(string? zone) => zone is null || zone.Length <= 60 && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    /// <summary>Keeps the choice with the server's data, so that a copy of the folder tells the same times elsewhere.</summary>
    public void Choose(string? zone)
    {
        if (zone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)) return;
        WholeFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(new Settings(zone), Json.Options));
        chosen = found;
    }

    private static string NameOf(TimeZoneInfo zone) => TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana : zone.Id;

    /// <summary>A file that cannot be read leaves the choice to the machine: no report fails for it.</summary>
    private static TimeZoneInfo? Read(string path)
    {
        try
        {
            return File.Exists(path) && JsonSerializer.Deserialize<Settings>(File.ReadAllText(path), Json.Options)?.TimeZone is { } zone
                && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
