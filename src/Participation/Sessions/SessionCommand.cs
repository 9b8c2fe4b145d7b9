using System.Text.Json.Serialization;

namespace Participation.Sessions;

/// <summary>What somebody asks of a session.</summary>
public abstract record SessionCommand : Command;

/// <summary>A facilitator's act on the stage. <c>Expected</c> is the version of the stage that the facilitator was looking at.</summary>
public abstract record Act : SessionCommand
{
    [JsonIgnore]
    public long? Expected { get; init; }

    public override Command In(string? item, long? expected) => this with { Expected = expected };
}

/// <summary>An act on one agenda item.</summary>
public abstract record ItemAct : Act
{
    [JsonIgnore]
    public string Item { get; init; } = "";

    public override Command In(string? item, long? expected) => this with { Item = item ?? "", Expected = expected };
}

/// <summary>A command inside one agenda item, which must be open.</summary>
public abstract record ActivityCommand : SessionCommand
{
    [JsonIgnore]
    public string Item { get; init; } = "";

    public override Command In(string? item, long? expected) => this with { Item = item ?? "" };
}
