using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Participation.LoadTests.Hub;

/// <summary>A command as a client sends it.</summary>
/// <param name="For">The guest seat for whom it is typed; null: the sender's own.</param>
internal sealed record Sent(Guid Command, string Name, object Data, string? Item = null, Guid? For = null)
{
    public const string Casts = "ballot.cast";

    /// <param name="paper">Empty where one paper has everything.</param>
    public static Sent Ballot(string item, string paper, params string[] choices) => new(Guid.CreateVersion7(), Casts, new { paper, choices }, item);
}

/// <summary>The server's answer: on disk under this number, or refused.</summary>
internal sealed record Answer(long Number, Refused? Refused)
{
    /// <summary>When it arrived (of <see cref="System.Diagnostics.Stopwatch"/>).</summary>
    [JsonIgnore]
    public long At { get; init; }
}

/// <summary>Why not; with <c>Retry</c> the same command is to be sent again later.</summary>
internal sealed record Refused(string Code, bool Retry);

/// <summary>The answer to Join.</summary>
internal sealed record Whole(long Number, You You, JsonNode? View, JsonNode? Mine, long MineNumber)
{
    /// <summary>Which life of the server's file answers.</summary>
    public Guid Epoch { get; init; }
}

/// <summary>The answer to Join as far as a screen reads it that does not follow its view: the rest is skipped unread.</summary>
internal sealed record Arrival(long Number, You You, ArrivalView? View)
{
    public Guid Epoch { get; init; }

    public Whole Whole => new(Number, You, null, null, 0) { Epoch = Epoch };
}

internal sealed record ArrivalView(ArrivalActivity? Activity);

/// <param name="Total">How many contributions its open step has.</param>
internal sealed record ArrivalActivity(int? Total);

/// <summary>Whose seat it is.</summary>
internal sealed record You(Guid Id);

/// <summary>The view changed from one number to another.</summary>
internal sealed record Frame(long From, long Number, JsonArray? Patch);

/// <summary>What belongs to this seat alone, whole.</summary>
internal sealed record Own(long MineNumber, JsonNode? Mine);
