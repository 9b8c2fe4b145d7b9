using System.Diagnostics;
using Participation.LoadTests.House;

namespace Participation.LoadTests.Chaos;

/// <summary>A battery that is pulled: a shim under the server keeps each file as it was at its last sync, and that is what is left.</summary>
internal sealed class PowerLoss : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("participation-power-");

    private string Shim => Path.Combine(folder.FullName, "powerloss.so");

    public static async Task<PowerLoss> Build()
    {
        var power = new PowerLoss();
        using var cc = Process.Start("cc", ["-O2", "-shared", "-fPIC", "-o", power.Shim, Repository.At("..", "shared", "tools", "powerloss.c"), "-ldl"]);
        await cc.WaitForExitAsync();
        if (cc.ExitCode == 0) return power;
        power.Dispose();
        throw new InvalidOperationException("The shim for the loss of power was not built.");
    }

    public void Watch(ProcessStartInfo start) => start.Environment["LD_PRELOAD"] = Shim;

    /// <summary>What the dead server had not synced is gone; a file that it never synced is not there.</summary>
    public static void Rewind(string file)
    {
        foreach (var each in (string[])[file, file + "-wal"])
        {
            File.Delete(each);
            if (File.Exists(each + ".durable")) File.Copy(each + ".durable", each);
        }
        File.Delete(file + "-shm");
    }

    public void Dispose() => folder.Delete(recursive: true);
}
