using Participation.Sessions;

namespace Participation.Writing;

/// <summary>A kind in which people write. Its state has <see cref="Contributions"/>, into which it folds every event that it does not know itself.</summary>
public interface IWrites
{
    Form Form(Scene scene);

    Contributions Written(object state);
}

/// <summary>Where a command of this room is decided: in whichever kind the item is of.</summary>
internal static class Writes
{
    public static Decision On(Scene scene, object state, Func<Form, Contributions, Decision> decide) => ActivityKinds.Of(scene.Item.Kind) is IWrites kind
        ? decide(kind.Form(scene), kind.Written(state))
        : Decision.Refuse("session.unknown-item", scene.Item.Id);
}
