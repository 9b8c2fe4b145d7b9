using System.Text.Json;
using Participation.Texts;

namespace Participation.Server.Live;

/// <summary>The answer to joining. <c>Epoch</c>: which life of the data file acknowledges from now on.</summary>
public sealed record Whole(long Number, DateTimeOffset Now, You You, object View, object? Mine, long MineNumber, Guid Epoch);

public sealed record You(Guid Id, Role Role, string? Table, string? Language);

/// <summary>A command as it comes from a client: its name, the agenda item that is meant, and the rest as JSON.</summary>
public sealed record Sent(Guid Command, string Name, JsonElement Data, string? Item = null, long? Expected = null, Guid? For = null);

/// <summary>A receipt on the wire.</summary>
public sealed record Answer(long Number, Refused? Refused = null)
{
    public static Answer Of(Receipt receipt) =>
        new(receipt.Number, receipt.Refused is { } refusal ? Live.Refused.Of(refusal) : null);

    public static Answer Refuse(string code, string? detail = null) => new(0, Live.Refused.Of(new Refusal(code, Detail: detail)));
}

/// <summary>A refusal with its words in every language.</summary>
public sealed record Refused(string Code, LocalText Text, bool Retry, string? Detail)
{
    public static Refused Of(Refusal refusal) =>
        new(refusal.Code, Words.Refusal(refusal.Code, refusal.Detail), refusal.Retry, refusal.Detail);
}
