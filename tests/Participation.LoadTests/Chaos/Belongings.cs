using System.Text.Json.Nodes;
using Participation.LoadTests.House;
using Participation.Server.Storage;

namespace Participation.LoadTests.Chaos;

/// <summary>
/// What people hold besides receipts, and what must open after every crash: the sign-ins of accounts, links that were given out, seats; and every copy that
/// the server made holds.
/// </summary>
internal sealed class Belongings(Siege siege)
{
    private readonly Dictionary<Guid, string> links = [];
    private readonly List<string> people = [];

    /// <summary>Somebody more gets an account, and a session more is held and closed, so that a copy of the file is made just now.</summary>
    public async Task Add()
    {
        var (doors, host) = (siege.Doors, siege.Rooms[0].Host);
        foreach (var room in siege.Rooms) links.TryAdd(room.Session, await Links(room));
        people.Add(await doors.Invite(host, $"Person {people.Count + 1}"));
        var (session, code) = await doors.Open(host, "dots", "en", "Short");
        await using var brief = new Room(doors, null, host, session, code, "en", Path.Combine(siege.Server.Workshops, "dots"), new());
        await brief.Start();
        await brief.Act("session.close");
    }

    /// <summary>What of it does not open any more; nothing when all does.</summary>
    public async Task<IReadOnlyList<string>> Lost()
    {
        var lost = new List<string>();
        foreach (var room in siege.Rooms)
            if (links.TryGetValue(room.Session, out var before) && await Try(() => Links(room)) is var now && now != before) lost.Add($"the links of a session are others: {now}");
        foreach (var (person, place) in people.Select((person, place) => (person, place)))
            if (await Try(async () => (await siege.Doors.Fetch("/api/account", person)).Length > 0 ? "open" : "") is "") lost.Add($"person {place + 1} of those with an account is signed in no more");
        foreach (var (phone, place) in siege.Phones.Select((phone, place) => (phone, place)))
            if (await Try(async () => (await siege.Doors.Fetch($"/api/mine/{phone.Room.Session}", phone.Cookie)).Length > 0 ? "open" : "") is "") lost.Add($"phone {place + 1} has no seat any more");
        return lost;
    }

    /// <summary>What is wrong in the folder of a dead server.</summary>
    public static IEnumerable<string> Copies(string data)
    {
        var backups = Path.Combine(data, "backups");
        return !Directory.Exists(backups) ? [] : Directory.GetFiles(backups, "*.db").Where(copy => !JournalFile.Verify(copy).Holds).Select(copy => $"the copy {Path.GetFileName(copy)} does not hold");
    }

    private async Task<string> Links(Room room)
    {
        var links = JsonNode.Parse(await siege.Doors.Fetch($"/api/sessions/{room.Session}/links", room.Host))!;
        return $"{links["participant"]} {links["projector"]}";
    }

    private static async Task<string> Try(Func<Task<string>> look)
    {
        try
        {
            return await look();
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
