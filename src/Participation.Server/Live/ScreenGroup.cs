namespace Participation.Server.Live;

/// <summary>Under which names connections are told together.</summary>
internal static class ScreenGroup
{
    /// <summary>Phones are told in so many parts, when there are many of them.</summary>
    public const int Parts = 32;

    /// <summary>The group of an audience's screens to which a connection belongs.</summary>
    public static string Of(Guid stream, Audience audience, string connection) =>
        Of(stream, audience, audience.Role == Role.Participant ? (int)((uint)connection.GetHashCode(StringComparison.Ordinal) % Parts) : 0);

    public static string Of(Guid stream, Audience audience, int part = 0) => $"{stream}/{audience.Role}/{(audience.Waits ? "?" : audience.Table)}/{part}";

    /// <summary>The screens of one person.</summary>
    public static string Of(Guid stream, Guid person) => $"{stream}/{person}";
}
