using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Participation.Server.Storage;

namespace Participation.Server.Accounts;

/// <summary>
/// The server's own secret, in its data folder. Links to a session are derived from it and stored nowhere, so neither journal nor session
/// file nor backup of either lets anybody in.
/// </summary>
public sealed class ServerKey
{
    public const string Name = "server.key";

    private const int Length = 32;
    private readonly byte[] secret;

    /// <exception cref="StorageRefusedException">The file is not whole. With an empty key everybody could make links.</exception>
    public ServerKey(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path)) WholeFile.Write(path, RandomNumberGenerator.GetBytes(Length));
        secret = File.ReadAllBytes(path);
        if (secret.Length != Length || secret.All(each => each == 0))
            throw new StorageRefusedException(
                $"{path} is damaged: it holds no key. Put it back from a copy, or delete it and start again: then a new one is made, and links and QR codes that were given out open nothing any more.");
    }

    /// <summary>The 128-bit secret part of a link, 22 characters.</summary>
    public string LinkKey(Guid session, Role role, string? table = null) => Base64Url.EncodeToString(Derive($"link|{session}|{role}|{table}"));

    /// <summary>The secret part of a ticket's link, 48 characters: the session and the number in the clear, and behind them what only this server can make.</summary>
    public string TicketKey(Guid session, int number)
    {
        Span<byte> key = stackalloc byte[36];
        session.TryWriteBytes(key);
        BinaryPrimitives.WriteInt32BigEndian(key[16..], number);
        Derive($"ticket|{session}|{number}").CopyTo(key[20..]);
        return Base64Url.EncodeToString(key);
    }

    /// <summary>The session and number of a ticket that this server made; null for anything else.</summary>
    public (Guid Session, int Number)? Ticket(string? given)
    {
        if (given is not { Length: 48 } || !Base64Url.IsValid(given)) return null;
        var key = Base64Url.DecodeFromChars(given);
        if (key.Length != 36) return null;
        var (session, number) = (new Guid(key.AsSpan(0, 16)), BinaryPrimitives.ReadInt32BigEndian(key.AsSpan(16)));
        return number > 0 && CryptographicOperations.FixedTimeEquals(key.AsSpan(20), Derive($"ticket|{session}|{number}")) ? (session, number) : null;
    }

    /// <summary>An id that the same request gets again: a join that was sent twice seats one person.</summary>
    public Guid ParticipantId(Guid session, Guid command) => new(Derive($"participant|{session}|{command}"));

    /// <summary>
    /// What the journal writes instead of a join command's id: whoever repeats that id gets the seat, so it must stand in no file.
    /// </summary>
    public Guid JoinCommand(Guid session, Guid command) => new(Derive($"join|{session}|{command}"));

    private byte[] Derive(string purpose) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(purpose))[..16];
}
