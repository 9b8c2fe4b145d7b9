using System.Text.Json;
using Participation.Journal;
using Participation.Server.Storage;

namespace Participation.Server.Pages;

/// <summary>Which of this machine's addresses somebody chose for links and QR codes, kept with the server's data. A network card may be given another address tomorrow: its name counts then.</summary>
internal sealed class ChosenAddress
{
    public const string FileName = "address.json";

    private readonly string path;

    public ChosenAddress(string data)
    {
        path = Path.Combine(data, FileName);
        Kept = Read(path);
    }

    /// <param name="Card">The name of the network card, as the machine calls it.</param>
    public sealed record Choice(string Address, string Card);

    /// <summary>Null leaves it to the default route.</summary>
    public Choice? Kept { get; private set; }

    public void Keep(Choice? choice)
    {
        if (choice is null) WholeFile.Delete([path]);
        else WholeFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(choice, Json.Options));
        Kept = choice;
    }

    /// <summary>A file that cannot be read leaves the choice to the machine: no link fails for it.</summary>
    private static Choice? Read(string path)
    {
        try
        {
            return File.Exists(path) && JsonSerializer.Deserialize<Choice>(File.ReadAllText(path), Json.Options) is { Address: not null, Card: not null } kept ? kept : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
