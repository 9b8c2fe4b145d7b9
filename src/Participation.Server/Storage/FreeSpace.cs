namespace Participation.Server.Storage;

/// <summary>
/// What is left on the disk of the data folder. Little is said, less opens no new session; contributions are refused by nothing but the disk itself.
/// </summary>
/// <param name="bytes">How many bytes are left now.</param>
internal sealed class FreeSpace(Func<long> bytes)
{
    private const long Megabyte = 1024 * 1024;
    private const long Little = 500 * Megabyte;
    private const long Least = 100 * Megabyte;

    public static FreeSpace Of(string folder) => new(() => new DriveInfo(folder).AvailableFreeSpace);

    public long Megabytes => bytes() / Megabyte;

    public bool IsLittle => bytes() < Little;

    /// <summary>So little that what is begun would not come to its end.</summary>
    public bool IsOut => bytes() < Least;

    /// <summary>A copy of so many bytes leaves the room what it needs.</summary>
    public bool Holds(long copy) => bytes() - copy >= Least;
}
