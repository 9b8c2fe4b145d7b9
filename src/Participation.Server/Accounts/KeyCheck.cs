using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Participation.Server.Storage;

namespace Participation.Server.Accounts;

/// <summary>Whether seats can be given and read now: tried at the start, before anybody waits for it, and whenever the health page asks.</summary>
internal sealed class KeyCheck(IDataProtectionProvider protection, KeyFolder keys)
{
    private readonly IDataProtector protector = protection.CreateProtector("check/1");

    /// <summary><c>holds</c>; <c>spoiled</c>: it works, but the folder has lost keys that the next start needs; <c>broken</c>: nobody can be seated or signed in.</summary>
    public string State => Fault() is not null ? "broken" : keys.Missing.Count > 0 ? "spoiled" : "holds";

    /// <exception cref="StorageRefusedException">No key can be read or made.</exception>
    public void Refuse()
    {
        if (Fault() is { } fault)
            throw new StorageRefusedException($"No key in {keys.Place} can be used and none can be made: {fault} Make room on the disk, and let the server's user write there; or put the folder back from a copy.");
    }

    private string? Fault()
    {
        try
        {
            var secret = RandomNumberGenerator.GetBytes(16);
            return protector.Unprotect(protector.Protect(secret)).AsSpan().SequenceEqual(secret) ? null : "what they sealed is not what they open.";
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return (e.InnerException ?? e).Message;
        }
    }
}
