using System.Net;

namespace Participation.Server.Accounts;

/// <summary>From which networks somebody sits in which session right now. It ends with their connection, is counted and never written.</summary>
public sealed class SeatedFrom
{
    private readonly Lock gate = new();
    private readonly Dictionary<(IPAddress Network, Guid Session), int> seated = [];

    /// <param name="until">Cancelled when the connection ends.</param>
    public void Add(IPAddress? from, Guid session, CancellationToken until)
    {
        var key = (DoorTries.Network(from ?? IPAddress.None), session);
        lock (gate) seated[key] = seated.GetValueOrDefault(key) + 1;
        until.Register(() => Leave(key));
    }

    public bool Any(IPAddress from, Guid session)
    {
        lock (gate) return seated.ContainsKey((DoorTries.Network(from), session));
    }

    private void Leave((IPAddress, Guid) key)
    {
        lock (gate)
            if (--seated[key] == 0) seated.Remove(key);
    }
}
