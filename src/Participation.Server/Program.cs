using Participation.Server;
using Participation.Server.Accounts;
using Participation.Server.Storage;

if (StorageCommands.Run(args, Console.Out) is { } code) return code;
if (AccountCommands.Run(args, Console.Out, TimeProvider.System) is { } done) return done;

try
{
    await using var app = Building.Of(args);
    await Opening.Prepare(app.Services);
    await app.StartAsync();
    await Welcome.Print(app.Services, Console.Out);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (StorageRefusedException refused)
{
    Console.Error.WriteLine(refused.Message);
    return 3;
}
catch (IOException busy) when (busy.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    Console.Error.WriteLine($"{busy.Message} Another program listens there; start with --Urls http://*:PORT to take another port.");
    return 4;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"The server cannot start: {e.Message} Nothing was half written. Make room on the disk, or let this user write there, and start again.");
    return 3;
}

/// <summary>The server, for tests that host it.</summary>
public partial class Program;
