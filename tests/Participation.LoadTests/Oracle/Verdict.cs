using Participation.Activities.Ideas;
using Participation.LoadTests.House;
using Participation.LoadTests.Load;
using Participation.Sessions;
using Participation.Views;

namespace Participation.LoadTests.Oracle;

/// <summary>Whether the figures of a run may be believed: nothing was lost, doubled or shown otherwise than it was.</summary>
internal static class Verdict
{
    /// <summary>What is wrong; nothing when all holds.</summary>
    public static async Task<IReadOnlyList<string>> Of(Crowd crowd, TimeSpan healing)
    {
        var remarks = new List<string>();
        foreach (var room in crowd.Rooms) remarks.AddRange(await Of(room, [.. crowd.Phones.Where(phone => phone.Room == room)], healing));
        return remarks;
    }

    private static async Task<IEnumerable<string>> Of(Room room, IReadOnlyList<Phone> phones, TimeSpan healing)
    {
        var file = Exported.Read(await room.Doors.Fetch($"/report/{room.Session}.json", room.Host));
        var findings = room.Ledger.Judge(file.Entries);
        var seats = phones.Count == file.State.Participants.Count ? [] : (string[])[$"{file.State.Participants.Count} are seated instead of {phones.Count}"];
        var account = WordCheck.Told(room);
        var views = await ViewCheck.Settled(() =>
        [
            .. ViewCheck.Differences(room, phones.Select(phone => phone.Screen), file.State), .. Totals(phones, file.State),
            .. WordCheck.Screens(room, account, phones.Select(phone => phone.Screen)),
        ], healing);
        return [.. findings.Remarks, .. seats, .. views, .. await WordCheck.Exports(room, account), .. room.Prints.Altered];
    }

    /// <summary>Every phone, also those that do not follow their view, must know how many ideas there are.</summary>
    private static IEnumerable<string> Totals(IEnumerable<Phone> phones, SessionState state) =>
        Screens.Of(state, new Audience(Role.Participant)).Activity is IdeasView { Total: var total }
            ? phones.Where(phone => phone.Totals.Last != total).Select(phone => $"{phone.Screen.Follower.You} shows {phone.Totals.Last} ideas instead of {total}")
            : [];
}
