using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Participation.Sessions;

namespace Participation.Server.Accounts;

/// <summary>
/// The server's own secret, in its data folder. Links to a session are derived from it and stored nowhere, so neither journal nor session
/// file nor backup of either lets anybody in.
/// </summary>
public sealed class ServerKey
{
    private readonly byte[] secret;

    public ServerKey(string folder)
    {
        var path = Path.Combine(folder, "server.key");
        if (!File.Exists(path)) Make(path);
        secret = File.ReadAllBytes(path);
    }

    /// <summary>The 128-bit secret part of a link, 22 characters.</summary>
    public string LinkKey(Guid session, Role role, string? table = null) => Base64Url.EncodeToString(Derive($"link|{session}|{role}|{table}"));

    /// <summary>An id that the same request gets again: a join that was sent twice seats one person.</summary>
    public Guid ParticipantId(Guid session, Guid command) => new(Derive($"participant|{session}|{command}"));

    /// <summary>
    /// What the journal writes instead of a join command's id: whoever repeats that id gets the seat, so it must stand in no file.
    /// </summary>
    public Guid JoinCommand(Guid session, Guid command) => new(Derive($"join|{session}|{command}"));

    private byte[] Derive(string purpose) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(purpose))[..16];

    private static void Make(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(RandomNumberGenerator.GetBytes(32));
        file.Flush(flushToDisk: true);
    }
}
