using System.Text.Json;
using Participation.LoadTests.House;
using Participation.Sessions;

namespace Participation.LoadTests.Compare;

/// <summary>The product as it ships: seats by its doors, cookies, its hub.</summary>
internal sealed class ProductPeer : IPeer
{
    private readonly DirectoryInfo workshops = Directory.CreateTempSubdirectory("participation-workshops-");
    private ServerProcess server = null!;
    private Doors doors = null!;
    private (Guid Id, string Code) session;
    private string host = "";

    public bool Takes => true;

    public TimeSpan Cpu => server.Cpu;

    public long PeakBytes => server.PeakBytes;

    public static async Task<IPeer> Start()
    {
        var peer = new ProductPeer();
        WorkshopFolder.WriteIdeas(Path.Combine(peer.workshops.FullName, "compare"), "Compare");
        (peer.server, var setup) = await ServerProcess.Start(peer.workshops.FullName);
        peer.doors = new Doors(peer.server.Address);
        peer.host = await peer.doors.BecomeHost(setup);
        peer.session = await peer.doors.Open(peer.host, "compare", "en", "Compare");
        await using var console = await peer.Admit(phone: false, static (_, _, _) => { });
        await console.Send([.. JsonSerializer.SerializeToUtf8Bytes(new
        {
            type = 1, invocationId = "1", target = "Send", arguments = new[] { new { command = Guid.CreateVersion7(), name = "session.start", data = new { } } },
        }), 0x1E]);
        return peer;
    }

    public async Task<Client> Admit(bool phone, Client.Ears ears)
    {
        var client = new Client(new HubDialect(), ears);
        var cookie = phone ? (await doors.Join(session.Code, "en")).Cookie : host;
        var role = JsonNamingPolicy.KebabCaseLower.ConvertName((phone ? Role.Participant : Role.Facilitator).ToString());
        await client.Start(new Uri($"ws://{server.Address.Authority}/live?session={session.Id}&role={role}"), cookie);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        doors.Dispose();
        await server.DisposeAsync();
        workshops.Delete(recursive: true);
    }
}
