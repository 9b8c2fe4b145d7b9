namespace Participation.LoadTests.Chaos.Network;

/// <summary>The network of a full hall as chance has it: the same seed gives each connection the same fate again.</summary>
/// <param name="mean">How long connections live on average before something happens to them.</param>
internal sealed class Storm(int seed, TimeSpan mean)
{
    private static readonly Fault[] Faults = [.. Enum.GetValues<Fault>().Where(fault => fault != Fault.None)];

    public int Seed => seed;

    /// <summary>What is to happen to the connection that comes as the nth, and the chance that its pieces are dealt by.</summary>
    public (Fate Fate, Random Chance) Of(int n)
    {
        var chance = new Random(unchecked((seed * 1_000_003) + n));
        if (chance.Next(12) == 0) return (Fate.Calm with { Portal = Portal.All[chance.Next(Portal.All.Count)] }, chance);
        var least = chance.Next(50, 200);
        return (new()
        {
            Latency = (least, chance.Next(least, 801)),
            Slice = chance.Next(8) switch { 0 => 1, 1 => chance.Next(2, 200), _ => 0 },
            BytesPerSecond = chance.Next(8) == 0 ? chance.Next(4_000, 40_000) : 0,
            Fault = Faults[chance.Next(Faults.Length)],
            // Exponential: a connection that has lived long is as likely to break as a new one.
            After = mean * -Math.Log(1 - chance.NextDouble()),
            Lasting = TimeSpan.FromSeconds(1 + (5 * chance.NextDouble())),
        }, chance);
    }
}
