using System.Diagnostics;
using System.Text.Json.Nodes;
using Participation.LoadTests.House;

namespace Participation.Tests.NodeClient;

/// <summary>The client in this folder, which knows the protocol's page only, in a process of node.</summary>
internal sealed class SecondClient : IDisposable
{
    private static readonly string Folder = Repository.At("tests", "Participation.Tests", "NodeClient");

    private readonly Process node;

    private SecondClient(Process node) => this.node = node;

    /// <summary>Fetches the client library of the lock file when it is not there yet.</summary>
    public static async Task<SecondClient> Start(Uri server, string code, string item)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "@microsoft", "signalr")))
        {
            using var fetching = Process.Start(new ProcessStartInfo("npm", ["ci", "--silent"]) { WorkingDirectory = Folder })!;
            await fetching.WaitForExitAsync();
        }
        return new(Process.Start(new ProcessStartInfo("node", ["session.mjs", server.GetLeftPart(UriPartial.Authority), code, item])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
    }

    /// <summary>The next thing that it tells.</summary>
    public async Task<JsonNode> Told() => await node.StandardOutput.ReadLineAsync().WaitAsync(Patience.Long) is { } line
        ? JsonNode.Parse(line)!
        : throw new InvalidOperationException(await node.StandardError.ReadToEndAsync());

    public async Task<JsonNode> Ask(string word)
    {
        await node.StandardInput.WriteLineAsync(word);
        await node.StandardInput.FlushAsync();
        return await Told();
    }

    public void Dispose()
    {
        if (!node.HasExited) node.Kill(entireProcessTree: true);
        node.Dispose();
    }
}
