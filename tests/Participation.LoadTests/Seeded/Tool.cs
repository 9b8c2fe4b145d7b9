using System.Diagnostics;

namespace Participation.LoadTests.Seeded;

/// <summary>Runs a program to its end and keeps what it says.</summary>
internal static class Tool
{
    /// <summary>Exit null: it did not end in time.</summary>
    public static async Task<(int? Exit, string Said)> Run(string program, string folder, TimeSpan most, params string[] words)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in words) start.ArgumentList.Add(word);
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Process.Start(start)!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(most);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            return (null, await said);
        }
        return (process.ExitCode, await said + await wrong);
    }
}
