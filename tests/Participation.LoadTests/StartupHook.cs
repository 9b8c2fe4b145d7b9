using System.Globalization;
using System.Net.Sockets;
using System.Text;

/// <summary>
/// Runs inside the server that is judged, when .NET is told so by DOTNET_STARTUP_HOOKS (which wants this name, without a namespace): answers
/// what only the process itself knows of its memory. The product has no line of it, and between two questions it costs nothing.
/// </summary>
#pragma warning disable CA1050 // The name is .NET's choice.
internal static class StartupHook
#pragma warning restore CA1050
{
    /// <summary>The variable with the path of the socket on which questions come.</summary>
    public const string Variable = "PARTICIPATION_GAUGE";

    /// <summary>The question that collects all garbage before the answer.</summary>
    public const byte Collect = (byte)'c';

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } path) return;
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        new Thread(() => Listen(listener)) { IsBackground = true, Name = "gauge" }.Start();
    }

    private static void Listen(Socket listener)
    {
        var question = new byte[1];
        while (true)
        {
            using var asker = listener.Accept();
            if (asker.Receive(question) == 0) continue;
            if (question[0] == Collect) GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            asker.Send(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
                $"{GC.CollectionCount(0)} {GC.CollectionCount(1)} {GC.CollectionCount(2)} {GC.GetTotalPauseDuration().Ticks} {GC.GetTotalAllocatedBytes()} {GC.GetTotalMemory(false)}")));
        }
    }
}
