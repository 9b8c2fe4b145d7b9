namespace Participation.LoadTests.Growth;

/// <summary>What grows while everything else stays as it is.</summary>
/// <param name="Option">The word of <c>load</c> that says its size.</param>
/// <param name="Sizes">Those that are tried when nothing else is said.</param>
/// <param name="Fixed">The other words of <c>load</c>, when nothing else is said.</param>
internal sealed record Series(string Name, string Option, IReadOnlyList<int> Sizes, IReadOnlyDictionary<string, string> Fixed)
{
    private const string Participants = "--participants", Rate = "--rate";

    public static readonly IReadOnlyList<Series> All =
    [
        new("participants", Participants, [100, 300, 1000, 3000, 10_000], new Dictionary<string, string> { [Rate] = "20" }),
        new("rate", Rate, [20, 50, 100, 200, 500], new Dictionary<string, string> { [Participants] = "500" }),
        new("contributions", "--before", [100, 1000, 10_000, 30_000, 100_000], new Dictionary<string, string> { [Participants] = "200", [Rate] = "20" }),
        new("tables", "--tables", [1, 3, 10, 30], new Dictionary<string, string> { [Participants] = "300", [Rate] = "50" }),
        new("sessions", "--sessions", [1, 5, 20, 50, 200], new Dictionary<string, string> { [Participants] = "400", [Rate] = "50" }),
    ];
}
