using System.Text.Json.Serialization;
using MediatR;

namespace Participation.Sessions;

/// <summary>Where a command comes from. Filled in by the server from the connection, never from what was sent.</summary>
/// <param name="Id">Whose act it is.</param>
/// <param name="Hand">Who typed it for them; null when they did so themselves.</param>
/// <param name="Command">The sender's own id for it: sent twice, it is recorded once.</param>
/// <param name="Table">The table for which a scribe writes; null for everybody else and for a scribe of the whole room.</param>
/// <param name="Body">The SHA-256 of what was sent, to tell a repetition from another command under the same id.</param>
public sealed record Sender(Guid Session, Guid Id, Guid? Hand, Role Role, Guid Command, DateTimeOffset At, ReadOnlyMemory<byte> Body,
    string? Table = null);

/// <summary>What somebody asks of a session.</summary>
public abstract record SessionCommand : IRequest<Receipt>
{
    [JsonIgnore]
    public Sender From { get; init; } = null!;
}

/// <summary>A facilitator's act on the stage. <c>Expected</c> is the version of the stage that the facilitator was looking at.</summary>
public abstract record Act : SessionCommand
{
    [JsonIgnore]
    public long? Expected { get; init; }
}

/// <summary>An act on one agenda item.</summary>
public abstract record ItemAct : Act
{
    [JsonIgnore]
    public string Item { get; init; } = "";
}

/// <summary>A command inside one agenda item, which must be open.</summary>
public abstract record ActivityCommand : SessionCommand
{
    [JsonIgnore]
    public string Item { get; init; } = "";
}

/// <summary>The name under which a client sends a command, such as <c>ideas.give</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CommandNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>Who may send a command. A command without it cannot be sent, and the server does not start.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowedAttribute(params Role[] roles) : Attribute
{
    public IReadOnlyList<Role> Roles { get; } = roles;

    /// <summary>What it gives is somebody's own: a facilitator or scribe sends it only for a guest, whom the command then names.</summary>
    public bool Personal { get; init; }
}

/// <summary>The answer to a command: the number of its last entry, or why it was refused.</summary>
public sealed record Receipt(long Number, Refusal? Refused = null);

/// <summary>A stable code such as <c>dot-vote.too-many</c>. <c>Retry</c>: nothing is wrong with the command, send it again later.</summary>
public sealed record Refusal(string Code, bool Retry = false, string? Detail = null);

/// <summary>Events to record, none when what was asked for stands already, or a refusal.</summary>
public sealed record Decision(IReadOnlyList<Journal.Event> Events, Refusal? Refused)
{
    /// <summary>What happens to a ballot box with these events. The journal then keeps no digest of the command: the choice could be guessed by trying.</summary>
    public Journal.BoxAct? Box { get; init; }

    /// <summary>Out of all entries those that lose their words; what tells of them is added by the desk.</summary>
    public Func<IReadOnlyList<Journal.Entry>, IEnumerable<Journal.Entry>>? Erases { get; private init; }

    /// <summary>When these are all the words of one person: whose. While they give nothing more there is nothing to erase again.</summary>
    public Guid? Whose { get; private init; }

    /// <summary>Those lines, once the desk has found them.</summary>
    public IReadOnlyList<Journal.Erasure> Erasures { get; init; } = [];

    /// <summary>Erases the words of what is pointed at.</summary>
    public static Decision Erase(Func<IReadOnlyList<Journal.Entry>, IEnumerable<Journal.Entry>> which) => new([], null) { Erases = which };

    /// <summary>Erases all that a person wrote and said of themselves.</summary>
    public static Decision EraseAllOf(Guid who) => Erase(entries => entries.Where(entry => entry.By == who)) with { Whose = who };

    public static Decision Record(params Journal.Event[] events) => new(events, null);

    public static Decision Refuse(string code, string? detail = null) => new([], new Refusal(code, Detail: detail));

    public static Decision Later(string code) => new([], new Refusal(code, Retry: true));
}
