using System.Diagnostics;

namespace Participation.LoadTests.Hub;

/// <summary>
/// What arrives is read on the thread that learned of it, without a way through the thread pool: a frame costs this program half as much, and
/// what it does with one is short. .NET reads the setting with the first socket; a server that is judged must not inherit it.
/// </summary>
internal static class CheapSockets
{
    private const string Variable = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    public static void Use() => Environment.SetEnvironmentVariable(Variable, "1");

    /// <summary>A program that is started keeps the sockets of everybody.</summary>
    public static void Spare(ProcessStartInfo start) => start.Environment.Remove(Variable);
}
