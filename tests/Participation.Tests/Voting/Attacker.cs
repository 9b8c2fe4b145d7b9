using System.Security.Cryptography;
using System.Text;
using Participation.Journal;

namespace Participation.Tests.Voting;

/// <summary>
/// Somebody with every entry, every frame in its order and a copy of the data file, who knows who has voted when. For each voter it says what they
/// chose, by the best of its ways; where a way finds nothing it says what most chose, which the report tells everybody.
/// </summary>
internal sealed class Attacker(Guid[] voters, string most, Paper paper)
{
    /// <summary>An entry that names voter and choice.</summary>
    public string[] ByEntries(IReadOnlyList<Entry> entries) => Each(voter =>
        entries.Where(entry => entry.By == voter).Select(entry => paper.Cast(entry.Event)).LastOrDefault(choice => choice is not null));

    /// <summary>The digest that stands beside a voter, tried with each choice.</summary>
    public string[] ByDigests(IReadOnlyList<Entry> entries) => Each(voter =>
    {
        var entry = entries.Last(entry => entry.By == voter);
        return paper.Options.FirstOrDefault(option => DigestOf(entry.Salt!.Value, Vote.Body(paper.Ballot(option))) == entry.Body);
    });

    /// <summary>What a screen shows after a vote and did not before it.</summary>
    public string[] ByFrames(IReadOnlyList<Dictionary<string, int>?> dots, int first) => [.. voters.Select((_, at) =>
        dots[first + at] is { } now ? paper.Options.FirstOrDefault(option => now[option] > (dots[first + at - 1]?[option] ?? 0)) ?? most : most)];

    /// <summary>Where in the file the choices stand: what came later lies before it in its page.</summary>
    public string[] ByPlaces(byte[] file)
    {
        var found = paper.Options.SelectMany(option => Places(file, Encoding.UTF8.GetBytes(paper.Before + option)).Select(place => (place, option)))
            .OrderByDescending(one => one.place).Select(one => one.option).ToArray();
        return found.Length == voters.Length ? found : Each(_ => null);
    }

    public static Guid DigestOf(Guid salt, byte[] body) => new(SHA256.HashData([.. salt.ToByteArray(), .. body]).AsSpan(0, 16));

    private string[] Each(Func<Guid, string?> says) => [.. voters.Select(voter => says(voter) ?? most)];

    private static IEnumerable<int> Places(byte[] file, byte[] text)
    {
        for (var at = file.AsSpan().IndexOf(text); at >= 0;)
        {
            yield return at;
            var next = file.AsSpan(at + 1).IndexOf(text);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }
}
