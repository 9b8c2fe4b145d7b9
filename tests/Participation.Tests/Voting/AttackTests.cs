using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.Sqlite;
using Participation.Tests.Storage;
using Participation.Voting;

namespace Participation.Tests.Voting;

/// <summary>The attacker links votes and people where a vote is open or a fault was seeded, and in a secret vote no better than by chance.</summary>
public sealed class AttackTests
{
    private const int Voters = 40;
    private static readonly Guid[] People = [.. Enumerable.Range(1, Voters).Select(Given.Id)];

    /// <summary>10,000 votes when asked by ATTACK_VOTES; fewer with every run of the tests.</summary>
    private static readonly int Rooms = int.Parse(Environment.GetEnvironmentVariable("ATTACK_VOTES") ?? "800", System.Globalization.CultureInfo.InvariantCulture) / Voters;

    [Theory, MemberData(nameof(Paper.Kinds), MemberType = typeof(Paper))]
    public async Task A_secret_vote_tells_no_more_than_chance(string kind)
    {
        var rooms = new ConcurrentBag<(int Right, int Chance)>();
        await Parallel.ForEachAsync(Enumerable.Range(1, Rooms), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (seed, _) => rooms.Add(await Attacked(Paper.Of(kind), seed, secret: true)));
        var votes = (double)Rooms * Voters;
        var (right, chance) = (rooms.Sum(room => room.Right) / votes, rooms.Sum(room => room.Chance) / votes);
        Assert.True(right <= chance + 0.01, $"{right:P2} of {votes} votes were linked; by chance it would be {chance:P2}");
    }

    [Theory, MemberData(nameof(Paper.Kinds), MemberType = typeof(Paper))]
    public async Task An_open_vote_is_linked_whole(string kind) => Assert.Equal(Voters, (await Attacked(Paper.Of(kind), seed: 1, secret: false)).Right);

    /// <summary>Had the journal kept a digest of the ballot, salted as every other.</summary>
    [Theory, MemberData(nameof(Paper.Kinds), MemberType = typeof(Paper))]
    public async Task A_kept_digest_would_tell_all(string kind)
    {
        var paper = Paper.Of(kind);
        var choices = Choices(paper, seed: 2);
        using var vote = await Held(paper, choices, secret: true);
        var attacker = new Attacker(People, paper.Options[0], paper);
        var entries = (await vote.Entries()).Select(entry => entry.Event is StepVoted
            ? entry with { Body = Attacker.DigestOf(entry.Salt!.Value, Vote.Body(paper.Ballot(choices[Array.IndexOf(People, entry.By)]))) } : entry).ToList();
        Assert.Equal(choices, attacker.ByDigests(entries));
        Assert.NotEqual(choices, attacker.ByDigests(await vote.Entries()));
    }

    /// <summary>Had each ballot a row of its own under a random key: its place in the page tells when it came.</summary>
    [Fact]
    public void Rows_under_random_keys_would_tell_their_order()
    {
        using var file = new TemporaryFile();
        var choices = Choices(Paper.Dots, seed: 3);
        using (var db = new SqliteConnection($"Data Source={file.Path};Pooling=False"))
        {
            db.Open();
            db.Execute("PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON; CREATE TABLE ballot (key BLOB PRIMARY KEY, choice TEXT NOT NULL) WITHOUT ROWID");
            foreach (var choice in choices)
                db.Execute("INSERT INTO ballot VALUES (randomblob(16), @choice); PRAGMA wal_checkpoint(TRUNCATE)", new { choice = $"1 {choice}" });
        }
        Assert.Equal(choices, new Attacker(People, "amber", Paper.Dots).ByPlaces(File.ReadAllBytes(file.Path)));
    }

    private static string[] Choices(Paper paper, int seed)
    {
        var random = new Random(seed);
        return [.. People.Select(_ => paper.Options[random.Next(paper.Options.Length)])];
    }

    private static async Task<Vote> Held(Paper paper, string[] choices, bool secret)
    {
        var vote = new Vote(secret, paper);
        await vote.Open(Voters);
        foreach (var (at, choice) in choices.Index()) await vote.Cast(at + 1, choice);
        await vote.Rest();
        return vote;
    }

    /// <summary>How many votes the best way links, and how many one links who says what most chose.</summary>
    private static async Task<(int Right, int Chance)> Attacked(Paper paper, int seed, bool secret)
    {
        var choices = Choices(paper, seed);
        using var vote = await Held(paper, choices, secret);
        var (copy, first) = (vote.Copy(), vote.Dots.Count - Voters);
        if (secret) await vote.Count();
        var entries = await vote.Entries();
        var most = paper.Options.MaxBy(option => choices.Count(choice => choice == option))!;
        var attacker = new Attacker(People, most, paper);
        string[][] guesses = [attacker.ByEntries(entries), attacker.ByDigests(entries), attacker.ByFrames(vote.Dots, first), attacker.ByPlaces(copy)];
        return (guesses.Max(guess => guess.Zip(choices).Count(pair => pair.First == pair.Second)), choices.Count(choice => choice == most));
    }
}
