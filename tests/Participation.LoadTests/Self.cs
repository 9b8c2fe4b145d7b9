using System.Diagnostics;

namespace Participation.LoadTests;

/// <summary>This program once more, in a process of its own: what is measured shares no heap and no compiled code with what measures.</summary>
internal static class Self
{
    public static ProcessStartInfo Start(params IEnumerable<string> args)
    {
        var own = Environment.ProcessPath!;
        var start = new ProcessStartInfo(own);
        // Started as "dotnet FILE.dll" the process is the host, which must be told the file again.
        if (Path.GetFileNameWithoutExtension(own) == "dotnet") start.ArgumentList.Add(typeof(Self).Assembly.Location);
        foreach (var arg in args) start.ArgumentList.Add(arg);
        return start;
    }
}
