using System.Globalization;
using System.Text.Json.Serialization;

namespace Participation.LoadTests.Load;

/// <summary>What a load run measured. Times in milliseconds, from the moment that an idea was due.</summary>
/// <param name="SendingP99Ms">How late the program itself was: the machine's share in the times that follow.</param>
/// <param name="DeliveriesPerSecond">Ideas newly shown on phones.</param>
/// <param name="BytesPerPhonePerSecond">Received messages, without the headers of WebSocket and TCP.</param>
/// <param name="ServerCpuSeconds">In the measured time; null for a server that was not started here, like the memory.</param>
internal sealed record LoadOutcome(
    int Participants, double Rate, double Seconds, int Submitted, int Acknowledged, double SendingP99Ms,
    double AckP50Ms, double AckP95Ms, double AckP99Ms,
    double ConsoleP50Ms, double ConsoleP95Ms, double ConsoleP99Ms,
    double PhonesP50Ms, double PhonesP95Ms, double PhonesP99Ms,
    double DeliveriesPerSecond, double FramesPerPhonePerSecond, double BytesPerPhonePerSecond,
    double? ServerCpuSeconds, double? ServerPeakMegabytes,
    int ConnectionsLost, int NumbersMissed, int Lost, int Duplicated, bool ViewMatchesModel)
{
    [JsonIgnore]
    public bool Holds => Lost == 0 && Duplicated == 0 && ViewMatchesModel;

    /// <summary>One measure a line.</summary>
    public IEnumerable<string> Table()
    {
        foreach (var property in typeof(LoadOutcome).GetProperties().Where(property => property.Name != nameof(Holds)))
            yield return string.Format(CultureInfo.InvariantCulture, "{0,-26}{1,14:0.##}", property.Name, property.GetValue(this));
    }
}
