using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Participation.Journal;
using Participation.LoadTests.House;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Reader;

namespace Participation.LoadTests.Oracle;

/// <summary>
/// Judges by words: gives the reader, who does not know the product, what people were told was kept, and what screens and files say. A model that folds its journal wrongly
/// agrees with itself on every screen; it does not agree with this.
/// </summary>
internal static class WordCheck
{
    /// <summary>A report of more is not set: it would take longer than the run that it judges. Its page and its table are read all the same.</summary>
    private const int MostInPrint = 5_000;

    /// <param name="unwanted">Texts that must stand nowhere, besides those that were refused.</param>
    public static Account Told(Room room, IEnumerable<string>? unwanted = null)
    {
        var intents = room.Ledger.Intents.ToList();
        return Account.Of(Step.Read(room.Workshop, room.Language),
            intents.Where(intent => intent.IsAcknowledged).Select(Acknowledged),
            Texts(intents.Where(intent => intent.Answer is null or { Refused.Retry: true })),
            [.. Texts(intents.Where(intent => intent.Answer is { Refused.Retry: false })), .. unwanted ?? []]);
    }

    /// <summary>A moment of the record while people go on: what was acknowledged before is in it, what they mean meanwhile may be.</summary>
    public static Account Moment(Room room, IReadOnlyCollection<Intent> before) => Account.Of(
        Step.Read(room.Workshop, room.Language), before.Select(Acknowledged), Texts(room.Ledger.Intents.Except(before)), []);

    /// <summary>What screens show otherwise than people were told: the facilitator's, the wall, and every phone that follows its view.</summary>
    public static IEnumerable<string> Screens(Room room, Account account, IEnumerable<RawHubClient> phones, IEnumerable<RawHubClient>? scribes = null) =>
    [
        .. Of(room.Console, Viewer.Facilitator, account), .. Of(room.Projector, Viewer.Projector, account),
        .. (scribes ?? []).SelectMany(scribe => Of(scribe, Viewer.Scribe, account)),
        .. phones.Where(phone => phone.Follows).SelectMany(phone => Of(phone, Viewer.Phone, account)),
    ];

    /// <summary>What the files of a session say otherwise.</summary>
    /// <param name="doors">Where they are fetched; the room's own when null.</param>
    public static Task<IEnumerable<string>> Exports(Room room, Account account, Doors? doors = null) => Exports(room, () => account, doors);

    /// <param name="account">Asked for when all files are there: what was on its way meanwhile may stand in the later ones.</param>
    public static async Task<IEnumerable<string>> Exports(Room room, Func<Account> account, Doors? doors = null)
    {
        var from = doors ?? room.Doors;
        var (page, csv) = (new Page(Encoding.UTF8.GetString(await Fetch("html"))), await Fetch("csv"));
        var print = room.Ledger.Intents.Count() > MostInPrint ? null : await Print.Read(await Fetch("pdf"), page.Heading);
        var sheets = new Spreadsheet(await Fetch("xlsx"));
        return Files.Differences(account(), csv, sheets, page, print);

        Task<byte[]> Fetch(string kind) => from.Fetch($"/report/{room.Session}.{kind}", room.Host);
    }

    private static IEnumerable<string> Of(RawHubClient screen, Viewer viewer, Account account)
    {
        lock (screen.Follower)
            return [.. new Screen(viewer, viewer == Viewer.Phone ? screen.Follower.You : null, screen.Follower.View, screen.Follower.Mine).Differences(account)];
    }

    private static Acknowledged Acknowledged(Intent intent) => new(intent.Sent.For ?? intent.By, intent.Sent.Name, intent.Sent.Item, Data(intent), intent.Answer!.Number);

    private static IEnumerable<string> Texts(IEnumerable<Intent> intents) =>
        intents.Select(Data).Select(data => (data["texts"]?["text"] ?? data["text"])?.GetValue<string>()).OfType<string>();

    private static JsonNode Data(Intent intent) => JsonSerializer.SerializeToNode(intent.Sent.Data, Json.Options)!;
}
