namespace Participation.LoadTests.House;

/// <summary>Where this program was built: the repository and what else was built in it, in the same configuration.</summary>
internal static class Repository
{
    /// <summary>The folder of Participation.sln.</summary>
    public static string Root { get; } = Find();

    /// <summary>A file in the repository or beside it.</summary>
    public static string At(params string[] path) => Path.Combine([Root, .. path]);

    /// <summary>The server that was built together with this program; in a copy of it, into which a bug was put, the one that lies there.</summary>
    public static string Server
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory);
            var built = At("src", "Participation.Server", "bin", output.Parent!.Name, output.Name, "Participation.Server.dll");
            return File.Exists(built) ? built : Path.Combine(output.FullName, "Participation.Server.dll");
        }
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Participation.sln"))) return folder.FullName;
        throw new InvalidOperationException("The program does not lie in the repository any more; name a server with --server.");
    }
}
