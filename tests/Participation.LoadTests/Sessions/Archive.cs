using Participation.Journal;
using Participation.LoadTests.House;
using Participation.Server.Storage;
using Participation.Sessions;
using Participation.Workshops;

namespace Participation.LoadTests.Sessions;

/// <summary>A session in the archive that is looked at: how long it is, and what its fold must hold.</summary>
internal sealed record Kept(Guid Session, int Entries, int People, int Ideas);

/// <summary>A data folder as it looks after years: sessions of very different length, one of them as long as asked, written by the product's own journal.</summary>
internal static class Archive
{
    /// <summary>An append is one group of the writer's.</summary>
    private const int Group = 512;

    /// <summary>Writes so many sessions and tells those of the full length, a tenth and a hundredth of it, longest last.</summary>
    public static async Task<IReadOnlyList<Kept>> Write(string data, int entries, int sessions)
    {
        await using var journal = new SqliteJournal(Path.Combine(data, "participation.db"));
        var (workshop, kept) = (Workshop(), new List<Kept>());
        foreach (var length in (int[])[entries / 100, entries / 10, entries]) kept.Add(await Write(journal, workshop, kept.Count, length));
        for (var n = kept.Count; n < sessions; n++) await Write(journal, workshop, n, LengthOf(n));
        return kept;
    }

    /// <summary>Most sessions are an evening with twenty people; some are a congress.</summary>
    private static int LengthOf(int n) => n % 50 == 0 ? 5_000 : n % 8 == 0 ? 1_000 : n % 2 == 0 ? 250 : 60;

    private static async Task<Kept> Write(SqliteJournal journal, Workshop workshop, int n, int length)
    {
        var opened = workshop.Open(null, $"AB{n:0000}", new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var (session, telling) = (Guid.CreateVersion7(), new Telling(opened, length, n + 1));
        foreach (var group in telling.Entries(session, new DateTimeOffset(2024, 1, 1, 9, 0, 0, TimeSpan.Zero).AddDays(n)).Chunk(Group)) await journal.Append(group);
        return new(session, length, telling.People, telling.Ideas);
    }

    /// <summary>The idea map as it is shipped, and before its end the statements of the opinion round.</summary>
    private static Workshop Workshop()
    {
        var (map, round) = (Shipped("mappa-delle-idee"), Shipped("opinion-round"));
        return map with { Agenda = [.. map.Agenda.SkipLast(1), .. round.Agenda.Where(item => item.Kind == "opinions"), map.Agenda[^1]] };
    }

    private static Workshop Shipped(string slug) => WorkshopFile.Read(slug,
        WorkshopFile.Names.ToDictionary(name => name, name => File.ReadAllText(Repository.At("workshops", slug, name))));
}
