using System.Diagnostics;
using System.Globalization;
using Participation.LoadTests.House;

namespace Participation.LoadTests.Compare;

/// <summary>The same work by Socket.IO 4 and better-sqlite3 on node: token, group commit with synchronous=FULL, receipt, frames.</summary>
internal sealed class SocketIoPeer(PeerProcess process, Tokens tokens, DirectoryInfo data) : IPeer
{
    private int seats;

    public bool Takes => true;

    public TimeSpan Cpu => process.Cpu;

    public long PeakBytes => process.PeakBytes;

    public static async Task<IPeer> Start(Pace pace)
    {
        var (folder, tokens) = (await Installed(), new Tokens());
        var data = Directory.CreateTempSubdirectory("participation-socketio-");
        var start = new ProcessStartInfo("node", ["server.mjs", data.FullName, pace.Interval.ToString(CultureInfo.InvariantCulture), $"{pace.PhoneBytes}"]) { WorkingDirectory = folder };
        (start.Environment["TOKEN_KEY"], start.Environment["NODE_ENV"]) = (tokens.Key, "production");
        return new SocketIoPeer(await PeerProcess.Start(start), tokens, data);
    }

    public async Task<Client> Admit(bool phone, Client.Ears ears)
    {
        var seat = $"{(phone ? "phone" : "console")}-{Interlocked.Increment(ref seats)}";
        var client = new Client(new SocketIoDialect(tokens.Of(seat)), ears);
        await client.Start(new Uri(process.Address, "/socket.io/?EIO=4&transport=websocket"), cookie: null);
        return client;
    }

    public ValueTask DisposeAsync()
    {
        process.Dispose();
        data.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Its packages by the lock file, on first use.</summary>
    private static async Task<string> Installed()
    {
        var folder = Repository.At("tests", "Participation.LoadTests", "Compare", "socketio");
        if (Directory.Exists(Path.Combine(folder, "node_modules", "better-sqlite3", "build"))) return folder;
        await Console.Error.WriteLineAsync("npm ci in Compare/socketio …");
        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]) { WorkingDirectory = folder })!;
        await npm.WaitForExitAsync();
        return npm.ExitCode == 0 ? folder : throw new InvalidOperationException("The packages of Compare/socketio do not install here.");
    }
}
