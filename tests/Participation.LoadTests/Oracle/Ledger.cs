using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Participation.Journal;
using Participation.LoadTests.Figures;
using Participation.LoadTests.Hub;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Voting;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace Participation.LoadTests.Oracle;

/// <summary>One command that somebody meant, and the answer that they were given.</summary>
internal sealed class Intent(Guid by, Sent sent, long after = 0)
{
    public Guid By { get; } = by;

    public Sent Sent { get; } = sent;

    /// <summary>The highest number that this person had a receipt with when they meant this: it must get a higher one.</summary>
    public long After { get; set; } = after;

    public bool IsAcknowledged => Answer is { Refused: null };

    /// <summary>The last answer; null while there is none.</summary>
    public Answer? Answer { get; set; }
}

/// <summary>What the journal did with what people meant.</summary>
/// <param name="Lost">Commands that were not acknowledged, or acknowledged and not recorded as they were meant.</param>
/// <param name="Duplicated">Entries too many: a command recorded again, or an entry that nobody meant.</param>
internal sealed record Findings(int Lost, int Duplicated, IReadOnlyList<string> Remarks);

/// <summary>
/// The clients' side of the story: every intent and its receipt, kept outside the server. Held against the journal it says what was lost,
/// altered, recorded twice or made up.
/// </summary>
/// <param name="acknowledging">Where waiting times are counted; several sessions may share one.</param>
internal sealed class Ledger(Percentiles? acknowledging = null)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly ConcurrentQueue<Intent> intents = [];
    private readonly ConcurrentDictionary<Guid, long> received = [];

    public IEnumerable<Intent> Intents => intents;

    public Intent Intend(Guid by, Sent sent)
    {
        var intent = new Intent(by, sent, received.GetValueOrDefault(by));
        intents.Enqueue(intent);
        return intent;
    }

    /// <summary>How often each reason was given for a later try.</summary>
    public ConcurrentDictionary<string, int> Later { get; } = [];

    /// <summary>A backup was restored: numbers of before say nothing about those from now on.</summary>
    public void BeginEpoch()
    {
        received.Clear();
        foreach (var intent in intents) intent.After = 0;
    }

    /// <summary>How long each try waited for its receipt; another one begins a new count.</summary>
    public Percentiles Acknowledging { get; set; } = acknowledging ?? new();

    /// <summary>Sends a command and notes what came of it; a refusal that asks for a later try gets one.</summary>
    /// <param name="since">When it was due, for an open loop; the moment of sending when not given.</param>
    /// <param name="measured">False: its time does not count, as in a warm-up.</param>
    /// <returns>The last answer; null when there was none.</returns>
    public async Task<Answer?> Give(RawHubClient screen, Sent sent, long? since = null, bool measured = true)
    {
        var intent = Intend(screen.Follower.You, sent);
        do
        {
            if (intent.Answer is not null) await Task.Delay(Pause);
            var asked = since ?? Stopwatch.GetTimestamp();
            intent.Answer = await screen.Send(sent);
            if (measured) Acknowledging.Add(asked, intent.Answer?.At ?? Stopwatch.GetTimestamp());
            since = null;
            if (intent.Answer is { Refused: { Retry: true } refused }) Later.AddOrUpdate(refused.Code, 1, (_, times) => times + 1);
        }
        while (intent.Answer is { Refused.Retry: true });
        if (intent.IsAcknowledged) received.AddOrUpdate(intent.By, intent.Answer!.Number, (_, highest) => Math.Max(highest, intent.Answer.Number));
        return intent.Answer;
    }

    /// <param name="fair">Refusals that were to be expected: whoever got one was told why, and then it must not be recorded.</param>
    public Findings Judge(IEnumerable<Entry> journal, params string[] fair)
    {
        var (remarks, lost, duplicated) = (new List<string>(), 0, 0);
        var recorded = journal.Where(entry => entry.Event is ActivityEvent or ActEvent or ActUndone).ToLookup(entry => (entry.Hand ?? entry.By, entry.Command));
        var meant = new HashSet<(Guid, Guid)>();
        foreach (var intent in intents)
        {
            var key = (intent.By, intent.Sent.Command);
            meant.Add(key);
            var entries = recorded[key].ToList();
            if (intent.Answer is { Refused: { } refused } && fair.Contains(refused.Code))
            {
                if (entries.Count > 0) duplicated++;
                if (entries.Count > 0) remarks.Add($"recorded though refused: {intent.Sent.Name} {intent.Sent.Command}: {refused.Code}");
                continue;
            }
            if (Missing(intent, entries) is { } reason)
            {
                lost++;
                remarks.Add($"lost: {intent.Sent.Name} {intent.Sent.Command}: {reason}");
            }
            if (entries.Count < 2) continue;
            duplicated += entries.Count - 1;
            remarks.Add($"duplicated: {intent.Sent.Name} {intent.Sent.Command}: entries {string.Join(", ", entries.Select(entry => entry.Number))}");
        }
        foreach (var made in recorded.Where(entries => !meant.Contains(entries.Key)))
        {
            duplicated += made.Count();
            remarks.Add($"made up: entries {string.Join(", ", made.Select(entry => entry.Number))}: nobody sent command {made.Key.Command}");
        }
        return new(lost, duplicated, remarks);
    }

    /// <summary>Whoever gives one thing after the other finds them in that order: what was recorded otherwise.</summary>
    public IEnumerable<string> OutOfOrder() =>
        from own in intents.Where(intent => intent.Answer is { Refused: null }).GroupBy(intent => intent.By)
        from pair in own.Zip(own.Skip(1))
        where pair.First.Answer!.Number >= pair.Second.Answer!.Number
        select $"out of order: {own.Key}: {pair.First.Answer!.Number} before {pair.Second.Answer!.Number}";

    private static string? Missing(Intent intent, List<Entry> entries) => intent.Answer switch
    {
        null => "it was never answered",
        { Refused: { } refused } => $"it was refused: {refused.Code}",
        { Number: var number } when number <= intent.After => $"it was acknowledged as {number}, out of order: {intent.After} was acknowledged before it was given",
        var receipt when entries.Count == 0 => $"it was acknowledged as {receipt.Number} and is not in the journal",
        var receipt when entries.All(entry => entry.Number != receipt.Number) => $"it was acknowledged as {receipt.Number} and recorded as {entries[0].Number}",
        _ when entries[0].By != (intent.Sent.For ?? intent.By) => $"it was recorded as somebody else's: {entries[0].By}",
        _ when !Says(entries[0].Event, intent.Sent) => $"it was recorded as {EventNames.Write(entries[0].Event)}",
        _ => null,
    };

    /// <summary>Every member that was sent stands in the event as it was sent (texts in normal form C).</summary>
    private static bool Says(Event happened, Sent sent)
    {
        var recorded = JsonNode.Parse(EventNames.Write(happened))!.AsObject();
        var meant = JsonSerializer.SerializeToNode(sent.Data, Json.Options)!.AsObject();
        // Of a secret ballot the journal knows on what somebody voted, and not what.
        if (happened is StepVoted voted) return voted.Item == sent.Item && voted.Paper == (meant["paper"]?.GetValue<string>());
        return meant.All(member => JsonNode.DeepEquals(recorded[member.Key], Normal(member.Value)))
            && (sent.Item is null || recorded["item"]?.GetValue<string>() == sent.Item);
    }

    private static JsonNode? Normal(JsonNode? value) => value switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Normal(field.Value)))),
        JsonValue one when one.TryGetValue<string>(out var text) => JsonValue.Create(text.Normalize(NormalizationForm.FormC)),
        _ => value?.DeepClone(),
    };
}
