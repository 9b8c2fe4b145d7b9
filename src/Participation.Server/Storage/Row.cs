using Dapper;
using Microsoft.Data.Sqlite;
using Participation.Journal;

namespace Participation.Server.Storage;

/// <summary>A line as the table holds it: identifiers as bytes, time as ticks.</summary>
internal sealed record Row
{
    private const string First = "stream, number, at, by, hand, command, body, name, salt, data, digest, previous";

    public const string Columns = $"{First}, members, words, seal";

    /// <summary>The schema step that parts words from the rest.</summary>
    private const int Parts = 4;

    /// <summary>The salt of a line that lost its words.</summary>
    public static readonly byte[] Erased = new byte[16];

    public required byte[] Stream { get; init; }
    public required long Number { get; init; }
    public required long At { get; init; }
    public required byte[] By { get; init; }
    public byte[]? Hand { get; init; }
    public required byte[] Command { get; init; }
    public required byte[] Body { get; init; }
    public required string Name { get; init; }
    public byte[]? Salt { get; init; }
    public required string Data { get; init; }
    public required byte[] Digest { get; init; }
    public required byte[] Previous { get; init; }
    public string? Members { get; init; }
    public string? Words { get; init; }
    public byte[]? Seal { get; init; }

    /// <summary>Also of a copy that an older version made: what it has not is missing.</summary>
    public static string ColumnsOf(SqliteConnection db) => db.ExecuteScalar<int>("PRAGMA user_version") < Parts ? First : Columns;

    /// <exception cref="FormatException">The row was not written by a journal.</exception>
    public Line ToLine()
    {
        // A hand of zeros would hash like no hand.
        if (Data is null || (Members is null) != (Words is null) || (Words is null) != (Seal is null) || Digest.Length != 32 || Previous.Length != 32 || At < 0 || At > DateTime.MaxValue.Ticks || Hand?.All(value => value == 0) == true)
            throw new FormatException($"Line {Number} has not the form of a line.");
        return new(Id(Stream), Number, new DateTimeOffset(At, TimeSpan.Zero), Id(By), Hand is null ? null : Id(Hand), Id(Command), Id(Body), Name,
            Salt is null || Salt.AsSpan().SequenceEqual(Erased) ? null : Id(Salt), Data, Digest, Previous)
        {
            Words = Words is null ? null : new(Members!, Words, Seal!),
        };
    }

    public static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    public static Guid Id(byte[] bytes) =>
        bytes.Length == 16 ? new Guid(bytes, bigEndian: true) : throw new FormatException("An identifier has 16 bytes.");
}
