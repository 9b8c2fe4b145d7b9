namespace Participation.LoadTests.Compare;

/// <summary>What the product sent to its screens: the peers send the same.</summary>
/// <param name="Interval">Milliseconds between two frames to a phone.</param>
/// <param name="PhoneBytes">Of a frame to a phone.</param>
internal sealed record Pace(double Interval, int PhoneBytes);

/// <summary>A server that screens can connect to.</summary>
internal interface IPeer : IAsyncDisposable
{
    /// <summary>False: it sends frames and takes nothing.</summary>
    bool Takes { get; }

    TimeSpan Cpu { get; }

    /// <summary>The most memory resident at a time.</summary>
    long PeakBytes { get; }

    /// <summary>Connects a screen.</summary>
    Task<Client> Admit(bool phone, Client.Ears ears);
}
