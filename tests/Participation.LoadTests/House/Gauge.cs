using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Participation.LoadTests.House;

/// <summary>What a server's memory did since it started.</summary>
/// <param name="Gen0">Collections of the youngest memory and of what is older, as .NET counts them.</param>
/// <param name="Live">Bytes on the managed heap, garbage included that was not collected yet.</param>
internal sealed record Memory(int Gen0, int Gen1, int Gen2, TimeSpan Pause, long Allocated, long Live);

/// <summary>Asks the hook inside a server (<see cref="StartupHook"/>) over a socket in a folder that both know.</summary>
internal sealed class Gauge(string path)
{
    /// <summary>What the server that is started must be told.</summary>
    public IEnumerable<(string Name, string Value)> Environment =>
        [("DOTNET_STARTUP_HOOKS", typeof(Gauge).Assembly.Location), (StartupHook.Variable, path)];

    /// <param name="collect">All garbage is collected before.</param>
    public Memory Read(bool collect = false)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(path));
        socket.Send([collect ? StartupHook.Collect : (byte)'r']);
        var (answer, length) = (new byte[256], 0);
        for (int got; (got = socket.Receive(answer.AsSpan(length))) > 0; length += got) ;
        var said = Encoding.ASCII.GetString(answer, 0, length).Split(' ').Select(part => long.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new((int)said[0], (int)said[1], (int)said[2], TimeSpan.FromTicks(said[3]), said[4], said[5]);
    }
}
