namespace Participation.Tests.Laws;

/// <summary>
/// Chance from a number, in which no throw tells another: the framework's own seeded one throws multiples of its seed, and some commands never come up
/// together with some members. SplitMix64 (Steele, Lea, Flood 2014).
/// </summary>
internal sealed class Dice(int seed) : Random
{
    private ulong state = (ulong)(uint)seed;

    public override int Next() => Next(int.MaxValue);

    public override int Next(int maxValue) => (int)(Mixed() % (uint)maxValue);

    protected override double Sample() => (Mixed() >> 11) * (1.0 / (1UL << 53));

    private ulong Mixed()
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
