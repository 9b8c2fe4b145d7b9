namespace Participation.Server.Live;

/// <summary>What lies over a page of the wall: nothing to see, the code to join, one contribution alone.</summary>
public enum Cover { Blank, Code, Card }

/// <summary>Which page is on a wall. Its words are the screens' own: the server passes them on and reads nothing into them.</summary>
/// <param name="Step">What the page is a page of; of anything else it means nothing.</param>
/// <param name="Page">From 0; null: the one that the wall follows by itself.</param>
/// <param name="Card">The contribution that is shown alone.</param>
public sealed record OnWall(string? Step = null, int? Page = null, Cover? Over = null, string? Card = null)
{
    private const int Longest = 120;

    /// <summary>Short, and such as a screen says it.</summary>
    public bool IsSound => Step is not { Length: > Longest } && Card is not { Length: > Longest } && Page is null or (>= 0 and < 100_000) && (Over is null || Enum.IsDefined(Over.Value));
}

/// <summary>Where a facilitator led the walls. <c>Id</c> tells one steering from the next, also where both say the same.</summary>
public sealed record Steered(long Id, OnWall To);

/// <summary>What a console and every wall know of the walls.</summary>
/// <param name="Shown">What is on the wall that has hung longest; null where none does.</param>
/// <param name="Walls">How many hang.</param>
/// <param name="Apart">How many of them show something else, since somebody turned them by their own keyboard.</param>
public sealed record WallState(Steered? Steered, OnWall? Shown, int Walls, int Apart);

/// <summary>
/// The walls of a session: where they were led, and what each of them says that it shows. It is how a meeting is held and no evidence of what it found, so it is in
/// no journal: it lives as long as the session has a screen.
/// </summary>
internal sealed class Wall(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly List<(string Connection, OnWall Shown)> walls = [];
    private Steered? steered;
    private WallState? told;

    /// <summary>All walls follow: what one of them was turned to before counts no more.</summary>
    public void Steer(OnWall to)
    {
        lock (gate)
        {
            // By the clock, so that a server that starts anew says no id again; of two in one moment the second is later all the same.
            steered = new(Math.Max((steered?.Id ?? 0) + 1, clock.GetUtcNow().ToUnixTimeMilliseconds()), to);
            for (var i = 0; i < walls.Count; i++) walls[i] = (walls[i].Connection, to);
        }
    }

    /// <summary>A wall says what it shows.</summary>
    public void Shows(string connection, OnWall shown)
    {
        lock (gate)
        {
            var at = walls.FindIndex(wall => wall.Connection == connection);
            if (at < 0) walls.Add((connection, shown));
            else walls[at] = (connection, shown);
        }
    }

    public void Leave(string connection)
    {
        lock (gate) walls.RemoveAll(wall => wall.Connection == connection);
    }

    /// <summary>Somebody came who knows nothing yet: everybody is told again.</summary>
    public void Again()
    {
        lock (gate) told = null;
    }

    /// <summary>What is to be told now; null while nothing changed.</summary>
    public WallState? Next()
    {
        lock (gate)
        {
            var shown = walls.Count > 0 ? walls[0].Shown : null;
            var now = new WallState(steered, shown, walls.Count, walls.Count(wall => wall.Shown != shown));
            return now == told ? null : told = now;
        }
    }
}
