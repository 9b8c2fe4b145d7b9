using System.Diagnostics;
using Participation.LoadTests.House;

namespace Participation.LoadTests.Chaos.Power;

/// <summary>A battery that is pulled: a shim under the server notes of the whole data folder what was flushed, and that is all that is certain afterwards.</summary>
internal sealed class PowerLoss : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("participation-power-");

    private string Shim => Path.Combine(folder.FullName, "powerloss.so");

    public static async Task<PowerLoss> Build()
    {
        var power = new PowerLoss();
        using var cc = Process.Start("cc", ["-O2", "-shared", "-fPIC", "-o", power.Shim, Repository.At("tests", "Participation.LoadTests", "Chaos", "Power", "powerloss.c"), "-ldl"]);
        await cc.WaitForExitAsync();
        if (cc.ExitCode == 0) return power;
        power.Dispose();
        throw new InvalidOperationException("The shim for the loss of power was not built.");
    }

    public void Watch(ProcessStartInfo start, Disk disk)
    {
        start.Environment["LD_PRELOAD"] = Shim;
        start.Environment["POWERLOSS_DATA"] = disk.Data;
        start.Environment["POWERLOSS_DISK"] = disk.Notes;
    }

    public void Dispose()
    {
        if (Directory.Exists(folder.FullName)) folder.Delete(recursive: true);
    }
}
