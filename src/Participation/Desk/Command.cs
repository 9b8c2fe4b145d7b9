using System.Text.Json.Serialization;
using MediatR;

namespace Participation.Desk;

/// <summary>Where a command comes from. Filled in by the server from the connection, never from what was sent.</summary>
/// <param name="Stream">Of what it asks something.</param>
/// <param name="Id">Whose act it is.</param>
/// <param name="Hand">Who typed it for them; null when they did so themselves.</param>
/// <param name="Command">The sender's own id for it: sent twice, it is recorded once.</param>
/// <param name="Table">The table for which a scribe writes; null for everybody else and for a scribe of the whole room.</param>
/// <param name="Body">The SHA-256 of what was sent, to tell a repetition from another command under the same id.</param>
public sealed record Sender(Guid Stream, Guid Id, Guid? Hand, Role Role, Guid Command, DateTimeOffset At, ReadOnlyMemory<byte> Body,
    string? Table = null);

/// <summary>What somebody asks of a stream.</summary>
public abstract record Command : IRequest<Receipt>
{
    [JsonIgnore]
    public Sender From { get; init; } = null!;

    /// <summary>The command with what stands on its envelope: the item that is meant, and the version that its sender was looking at.</summary>
    public virtual Command In(string? item, long? expected) => this;
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
