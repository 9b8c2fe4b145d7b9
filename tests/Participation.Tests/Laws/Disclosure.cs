using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Tests.Laws;

/// <summary>
/// What a view must never hold: who gave something, a code on a phone, what waits or was hidden, and in a hidden step what others gave. How people vote there is held by
/// <see cref="SilenceLaws"/> and <see cref="SecrecyLaws"/>, without a list of names. Contributions are told apart by a mark such as [17] or (17) in their text, each used once.
/// </summary>
internal sealed partial class Disclosure
{
    private readonly HashSet<string> people = [];

    /// <summary>Learns who there is.</summary>
    public void Note(IEnumerable<Entry> entries)
    {
        foreach (var entry in entries)
        {
            people.Add(entry.By.ToString());
            if (entry.Hand is { } hand) people.Add(hand.ToString());
        }
    }

    public void Check(SessionState state, Audience audience, JsonNode view)
    {
        if (audience.Waits)
        {
            Assert.Equal(["language", "status", "title", "waits"], view.AsObject().Where(told => told.Value?.GetValueKind() != JsonValueKind.Number || told.Value.GetValue<int>() != 0).Select(told => told.Key).Order(StringComparer.Ordinal));
            return;
        }
        var facilitator = audience.Role == Role.Facilitator;
        Assert.Equal(facilitator, view["board"] is not null);
        Assert.Equal(audience.Role != Role.Participant, view["code"] is not null);
        var open = view.DeepClone();
        if (facilitator)
        {
            open["board"]!.AsObject().Remove("people");
            // Of those who lead it tells apart whose own is what they can take back; never of who gives.
            foreach (var own in open["board"]!["own"]?.AsArray() ?? []) Assert.False(state.Participants.ContainsKey(own!["by"]!.GetValue<Guid>()));
            open["board"]!.AsObject().Remove("own");
        }
        // A scribe writes in the name of guests, and so knows their seats; of their own table only.
        Assert.Equal(audience.Role == Role.Scribe, view["guestBook"] is not null);
        if (open.AsObject().TryGetPropertyValue("guestBook", out var book)) Guests(state, audience, book!.AsObject());
        // Whoever writes for guests knows what was typed for them, to say it in other words: of nobody with a phone, and on no phone or wall.
        if (audience.Role is Role.Facilitator or Role.Scribe && open["activity"] is JsonObject activity && activity["typed"] is JsonArray typed)
        {
            Assert.All(typed, one => Writes(state, audience, one!["for"]!.GetValue<Guid>()));
            activity.Remove("typed");
        }
        var text = open.ToJsonString();
        Assert.DoesNotContain(people, who => text.Contains(who, StringComparison.OrdinalIgnoreCase));
        if (audience.Role == Role.Participant) Assert.DoesNotContain(state.Opened!.Code, text, StringComparison.Ordinal);
        if (Unrevealed(state)) Assert.DoesNotContain(view["activity"]!["clusters"]!.AsArray(), cluster => cluster!["weight"] is not null);
        if (facilitator) return;

        var hidden = !state.Stage.Closed && state.OpenItem is { } item && state.Stage.Steps[item.Id].Hidden;
        if (audience.Role == Role.Scribe) return;
        foreach (var given in Secret(state)) Absent(text, given, audience.ToString());
        if (!hidden) return;
        // What the workshop itself brought along is nobody's secret.
        foreach (var given in state.Gives(state.OpenItem!.Id).Where(given => given.By != Guid.Empty)) Absent(text, given, $"{audience} in a hidden step");
    }

    public void Check(SessionState state, Guid participant, JsonNode? mine)
    {
        if (mine is null) return;
        var text = mine.ToJsonString();
        Assert.DoesNotContain(people, who => text.Contains(who, StringComparison.OrdinalIgnoreCase));
        foreach (var given in Secret(state).Where(given => given.By != participant)) Absent(text, given, "somebody else");
    }

    private static void Guests(SessionState state, Audience audience, JsonObject book)
    {
        Assert.All(book["guests"]!.AsArray(), guest => Writes(state, audience, guest!["id"]!.GetValue<Guid>()));
        book.Remove("guests");
    }

    private static void Writes(SessionState state, Audience audience, Guid seat)
    {
        var guest = state.Participants[seat];
        Assert.True(guest.Phoneless && (audience.Table is null || guest.Table == audience.Table), $"{audience} knows the seat of {guest}");
    }

    /// <summary>The open step would be weighed by votes that are still hidden: until they are revealed they weigh for nobody.</summary>
    private static bool Unrevealed(SessionState state) => !state.Stage.Closed && state.OpenItem is { } open
        && open.Settings.TryGetProperty("weights", out var votes) && state.Stage.Steps[votes.GetString()!].Hidden;

    /// <summary>Contributions that wait, are hidden or were withdrawn.</summary>
    private static IEnumerable<Contribution> Secret(SessionState state) => state.Opened!.Agenda.Where(item => item.Continues is null)
        .SelectMany(item => state.Gives(item.Id).Where(given => state.Scene(item).StatusOf(given) != ContributionStatus.Shown));

    private static void Absent(string text, Contribution given, string whom)
    {
        foreach (Match mark in Mark().Matches(given.Text))
            Assert.False(text.Contains(mark.Value, StringComparison.Ordinal), $"{whom} sees {given.Id} «{given.Text}», which is not for them:\n{text}");
    }

    [GeneratedRegex(@"\[\d+\]|\(\d+\)")]
    private static partial Regex Mark();
}
