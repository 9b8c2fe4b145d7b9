using System.Globalization;

namespace Participation.LoadTests.Compare;

/// <summary>Kestrel that streams one frame a tick into each connection, and does nothing else: what the machine gives at most.</summary>
internal sealed class StreamPeer(PeerProcess process) : IPeer
{
    public bool Takes => false;

    public TimeSpan Cpu => process.Cpu;

    public long PeakBytes => process.PeakBytes;

    public static async Task<IPeer> Start(Pace pace) =>
        new StreamPeer(await PeerProcess.Start(Self.Start("raw-server", pace.Interval.ToString(CultureInfo.InvariantCulture), $"{pace.PhoneBytes}")));

    public async Task<Client> Admit(bool phone, Client.Ears ears)
    {
        var client = new Client(new StreamDialect(), ears);
        await client.Start(process.Address, cookie: null);
        return client;
    }

    public ValueTask DisposeAsync()
    {
        process.Dispose();
        return ValueTask.CompletedTask;
    }
}
