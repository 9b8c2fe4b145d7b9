namespace Participation.Server.Reports;

/// <summary>What keeps the process that sets reports apart from the server and its machine. Administrators read these names in /api/health.</summary>
public enum Fence
{
    /// <summary>Nothing of the server's environment.</summary>
    Environment,

    /// <summary>node's own permissions: its scripts read their folder alone. They do not hold native code, such as the typesetter's.</summary>
    Scripts,

    /// <summary>Nothing that it starts gains rights (no-new-privs).</summary>
    Privileges,

    /// <summary>Memory, processor time, open files; no file is written.</summary>
    Limits,

    /// <summary>Not the server's user, or no user at all.</summary>
    User,

    /// <summary>No network, not even this machine's own.</summary>
    Network,

    /// <summary>Sees and signals no process but its own.</summary>
    Processes,

    /// <summary>Sees its own folder, node and the system's libraries, and can change none of them; no data folder.</summary>
    Files,
}
