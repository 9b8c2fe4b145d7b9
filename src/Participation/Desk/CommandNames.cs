using System.Reflection;

namespace Participation.Desk;

/// <summary>Every command that a client may send, found in this assembly.</summary>
public static class CommandNames
{
    private static readonly Dictionary<string, Type> ByName = typeof(CommandNames).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Command)) && type.GetCustomAttribute<CommandNameAttribute>() is not null)
        .ToDictionary(Of);

    private static readonly Dictionary<Type, AllowedAttribute> Policies = typeof(CommandNames).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Command)) && !type.IsAbstract)
        .ToDictionary(type => type, type => type.GetCustomAttribute<AllowedAttribute>()
            ?? throw new InvalidOperationException($"{type.Name} does not say who may send it: it lacks [Allowed]."));

    public static IReadOnlyDictionary<string, Type> All => ByName;

    public static Type? Find(string name) => ByName.GetValueOrDefault(name);

    public static string Of(Type type) => type.GetCustomAttribute<CommandNameAttribute>()!.Name;

    /// <summary>Whether this sender may send such a command at all; what it does in the session is decided there.</summary>
    public static bool May(Sender from, Type command)
    {
        var policy = Policies[command];
        var acts = from.Role is Role.Facilitator or Role.Scribe;
        return policy.Roles.Contains(from.Role) && (acts ? policy.Personal == (from.Hand is not null) : from.Hand is null);
    }
}
