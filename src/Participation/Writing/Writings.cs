using Participation.Sessions;

namespace Participation.Writing;

/// <summary>What people write in a step: all of it so far, and the form into which they write. The kind folds into <see cref="Contributions"/> every event that it does not know itself.</summary>
public sealed record Writings(Contributions Written, Func<Form> Form)
{
    /// <summary>Where a command of this room is decided: in whichever kind the item is of.</summary>
    internal static Decision On(Scene scene, Func<Form, Contributions, Decision> decide) =>
        scene.Parts.Writings is { } writings ? decide(writings.Form(), writings.Written) : Decision.Refuse("session.unknown-item", scene.Item.Id);
}
